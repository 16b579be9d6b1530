// core/checkpoint/layouts/name_pattern.h: tensor names with numbers in them, matched and rewritten.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// What the wildcards of a pattern stood for.
struct NameMatch {
    std::vector<int> numbers;
    std::string rest;
};

/// In `pattern`, '#' stands for a number, '%' for one that may begin with zeros, '~' for one that is not kept, a leading '?' for a number and '/' or nothing,
/// a final '*' for "weight" or "bias", a final "**" for anything.
std::optional<NameMatch> matchName(std::string_view pattern, std::string_view name);

/// In `target`, '#' puts the next number back ("#+1", "#-1", "#/2": changed so; "#!": drops it), '*' the rest.
std::string fillPattern(std::string_view target, const NameMatch& match);

}
