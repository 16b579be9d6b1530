// core/explain/measures/localisation.h: does a map point at the labelled object?
#pragma once
#include "core/base/grid.h"

namespace patchlight
{

/// In pixels of the network's input; right and bottom are one past the last pixel.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// Whether the centre of the map's highest cell lies in the box, or no further than `tolerance` pixels from it.
/// False for a map without a number. Source: Zhang et al. 2018, "Top-down Neural Attention by Excitation Backprop",
/// section 4.1 (15 pixels there).
bool pointsInto(const Grid<float>& map, GridSize input, const Box& box, double tolerance = 15);

/// Share of the map's positive values that lies in the box, cells cut by its edge in proportion; 0 for a map without
/// any. Source: Wang et al. 2020, "Score-CAM", section 4.3.
double energyInside(const Grid<float>& map, GridSize input, const Box& box);

}
