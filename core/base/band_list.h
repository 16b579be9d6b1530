// core/base/band_list.h: which bands of a network's input are shown, as people write them.
#pragma once
#include "core/base/result.h"
#include <string_view>
#include <vector>

namespace patchlight
{

/// "7" (grey) or "3,2,1" (red, green, blue), from 0. Errors: InvalidOption.
Result<std::vector<int>> bandsFrom(std::string_view text);

}
