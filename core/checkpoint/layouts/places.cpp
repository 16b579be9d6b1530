// core/checkpoint/layouts/places.cpp
#include "core/checkpoint/layouts/places.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include <algorithm>
#include <iterator>
#include <set>

namespace patchlight
{
namespace
{

constexpr std::string_view kWrapping[]{
    "module", "_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module", "_forward_module"};

bool isBoundary(char c)
{
    return c == '.' || c == '/';
}

bool matches(std::string_view mark, std::string_view name, const Layout& layout)
{
    return matchName(mark, name) || matchName(mark, withoutOwnPrefixes(name, layout));
}

/// Prefixes below which the first mark of some layout stands.
std::set<std::string> candidates(const std::vector<std::string>& names)
{
    std::set<std::string> found;
    const auto layouts = allLayouts();
    for (const auto& name : names)
        for (std::size_t begin = 0; begin < name.size(); ++begin) {
            if (begin > 0 && !isBoundary(name[begin - 1]))
                continue;
            const auto rest = std::string_view(name).substr(begin);
            const bool marked = std::any_of(layouts.begin(), layouts.end(), [&](const Layout& layout) {
                return !layout.marks.empty() && matches(layout.marks.front(), rest, layout);
            });
            if (marked)
                found.insert(name.substr(0, begin));
        }
    return found;
}

std::vector<std::string_view> below(const std::vector<std::string>& names, const std::string& prefix)
{
    std::vector<std::string_view> rest;
    for (const auto& name : names)
        if (name.size() > prefix.size() && name.starts_with(prefix))
            rest.push_back(std::string_view(name).substr(prefix.size()));
    return rest;
}

const Layout* layoutOf(const std::vector<std::string_view>& names)
{
    const auto layouts = allLayouts();
    const auto found = std::find_if(layouts.begin(), layouts.end(), [&](const Layout& layout) {
        return std::all_of(layout.marks.begin(), layout.marks.end(), [&](std::string_view mark) {
            const bool absent = mark.starts_with('!');
            const auto wanted = absent ? mark.substr(1) : mark;
            return absent != std::any_of(names.begin(), names.end(), [&](std::string_view name) {
                return matches(wanted, name, layout);
            });
        });
    });
    return found == layouts.end() ? nullptr : &*found;
}

/// "vit." in front of what is the same network without it.
bool isInside(const Place& inner, const Place& outer)
{
    if (!inner.prefix.starts_with(outer.prefix) || inner.prefix == outer.prefix)
        return false;
    const auto between = inner.prefix.substr(outer.prefix.size()) + "x";
    return withoutOwnPrefixes(between, *outer.layout) == "x";
}

}

std::string fullName(const StoredTensor& tensor)
{
    return tensor.scope.empty() ? tensor.name : tensor.scope + "." + tensor.name;
}

std::string plainName(const StoredTensor& tensor)
{
    const auto name = fullName(tensor);
    std::string plain;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('.', begin), name.size());
        const auto part = std::string_view(name).substr(begin, end - begin);
        if (std::find(std::begin(kWrapping), std::end(kWrapping), part) == std::end(kWrapping))
            plain += (plain.empty() ? "" : ".") + std::string(part);
        begin = end + 1;
    }
    return plain;
}

std::string_view withoutOwnPrefixes(std::string_view name, const Layout& layout)
{
    for (const auto prefix : layout.prefixes)
        if (name.size() > prefix.size() && name.starts_with(prefix))
            name.remove_prefix(prefix.size());
    return name;
}

std::vector<Place> placesIn(const std::vector<std::string>& plainNames)
{
    std::vector<Place> places;
    for (const auto& prefix : candidates(plainNames)) { // sorted, so an outer one comes before its inner ones
        const auto names = below(plainNames, prefix);
        const auto* layout = layoutOf(names);
        const Place place{prefix, layout, names.size()};
        const bool known = layout != nullptr
            && std::none_of(places.begin(), places.end(), [&](const Place& outer) { return isInside(place, outer); });
        if (known)
            places.push_back(place);
    }
    return places;
}

const Layout* layoutBeside(const Place& place, const std::vector<std::string>& plainNames)
{
    if (place.prefix.empty())
        return place.layout;
    const auto dot = place.prefix.find_last_of("./", place.prefix.size() - 2);
    auto names = below(plainNames, place.prefix);
    for (const auto name : below(plainNames, dot == std::string::npos ? "" : place.prefix.substr(0, dot + 1)))
        names.push_back(name);
    const auto* layout = layoutOf(names);
    return layout && layout->refusal.empty() && layout->family == place.layout->family ? layout : place.layout;
}

}
