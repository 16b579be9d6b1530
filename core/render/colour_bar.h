// core/render/colour_bar.h: the legend of a map: its colours with real values beside them.
#pragma once
#include "core/base/image.h"
#include "core/render/look.h"
#include <string>
#include <vector>

namespace patchlight
{

struct Tick {
    double position = 0; ///< 0 at the low end … 1 at the high end
    std::string text; ///< "0.0011"
};
/// `count` ≥ 2 evenly spaced values, the ends among them, all written with the same number of decimals: as many as
/// tell the values apart, powers of ten where decimals would not.
std::vector<Tick> colourBarTicks(ValueRange range, int count);

/// Lowest colour at the bottom, highest on top.
Image renderColourBar(ColourMap map, int width, int height);

}
