// core/base/near_names.h: what somebody may have meant by a name that is not there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// Up to three of `names`, nearest first: those that a letter in three of the shorter one, but at least one letter,
/// changed, missing, added or swapped with its neighbour would make of `wanted` (capitals count as small ones), then
/// those that contain it or begin it. Cost: a product of lengths per name; texts over 64 letters are near nothing.
std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names);

/// "; did you mean a or b?", or, where nothing is near, "; there are a, b, …".
std::string insteadOf(std::string_view wanted, const std::vector<std::string>& names);

}
