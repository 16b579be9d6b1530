// core/base/near_names.cpp
#include "core/base/near_names.h"
#include <algorithm>
#include <array>
#include <cctype>

namespace patchlight
{
namespace
{

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMost = 3;
constexpr std::size_t kPartLetters = 3; ///< shorter parts of a name are found in too many

std::string lower(std::string_view text)
{
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return small;
}

/// Changes, insertions, deletions and swaps of neighbours: optimal string alignment.
std::size_t distance(const std::string& a, const std::string& b)
{
    std::array<std::array<std::size_t, kLongest + 1>, kLongest + 1> d{};
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

/// Smaller is nearer; kLongest and more is not near.
std::size_t farness(const std::string& wanted, const std::string& name)
{
    const auto steps = distance(wanted, name);
    if (steps <= std::max<std::size_t>(1, std::min(wanted.size(), name.size()) / 3))
        return steps;
    const bool part = wanted.size() >= kPartLetters && name.find(wanted) != std::string::npos;
    const bool begun = name.size() >= kPartLetters && wanted.find(name) == 0;
    return part || begun ? kLongest / 2 + steps / 2 : kLongest;
}

}

std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names)
{
    if (wanted.empty() || wanted.size() > kLongest)
        return {};
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& name : names)
        if (!name.empty() && name.size() <= kLongest)
            if (const auto far = farness(lower(wanted), lower(name)); far < kLongest)
                found.emplace_back(far, name);
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(found.size(), kMost); ++i)
        nearest.push_back(found[i].second);
    return nearest;
}

std::string insteadOf(std::string_view wanted, const std::vector<std::string>& names)
{
    const auto near = nearNames(wanted, names);
    const auto& listed = near.empty() ? names : near;
    std::string text = near.empty() ? "; there are " : "; did you mean ";
    for (std::size_t i = 0; i < listed.size(); ++i)
        text += (i == 0 ? "" : i + 1 < listed.size() ? ", " : near.empty() ? " and " : " or ") + listed[i];
    return text + (near.empty() ? "" : "?");
}

}
