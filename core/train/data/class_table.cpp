// core/train/data/class_table.cpp
#include "core/train/data/class_table.h"
#include "core/base/formatted.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::size_t kRows = 10;

std::string row(const ClassShare& share, const std::vector<std::string>& names)
{
    const auto percent = formatted("%.0f %%", 100 * share.share());
    const std::string other = share.mistakenFor < 0 ? "" : names.at(static_cast<std::size_t>(share.mistakenFor));
    return "| " + names.at(static_cast<std::size_t>(share.label)) + " | " + percent + " | " + other + " |\n";
}

}

std::vector<ClassShare> classShares(const std::vector<int>& labels, const std::vector<int>& predicted, int classes)
{
    const auto count = static_cast<std::size_t>(classes);
    std::vector<std::vector<int>> confusion(count, std::vector<int>(count));
    for (std::size_t i = 0; i < labels.size() && i < predicted.size(); ++i)
        ++confusion[static_cast<std::size_t>(labels[i])][static_cast<std::size_t>(predicted[i])];
    std::vector<ClassShare> shares;
    for (std::size_t c = 0; c < count; ++c) {
        ClassShare share{static_cast<int>(c)};
        auto row = confusion[c];
        for (const int n : row)
            share.pictures += n;
        share.right = row[c];
        row[c] = 0;
        if (const auto most = std::max_element(row.begin(), row.end()); *most > 0)
            share.mistakenFor = static_cast<int>(most - row.begin());
        if (share.pictures > 0)
            shares.push_back(share);
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.share() > b.share(); });
    return shares;
}

std::string classTable(const std::vector<ClassShare>& shares, const std::vector<std::string>& names)
{
    std::string text = "| class | right | most often taken for |\n|---|---|---|\n";
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (i == kRows && shares.size() > 2 * kRows)
            text += "| … | | |\n";
        if (i < kRows || i + kRows >= shares.size())
            text += row(shares[i], names);
    }
    return text;
}

}
