// core/explain/measures/baseline_maps.h: maps that know nothing of the network, to compare methods with.
#pragma once
#include "core/base/grid.h"

namespace patchlight
{

/// Uniform in [0, 1); the same for the same seed everywhere.
Grid<float> randomMap(GridSize grid, unsigned seed);
/// exp(−d²/2), d = distance from the centre in quarters of the sides; 1 at the centre of the picture.
Grid<float> centrePrior(GridSize grid);

struct Baselines {
    Grid<float> random, centre;
};
/// Of the map's own grid: on another one a step of a curve would change another part of the picture, and a map of
/// Swin's last layer be compared with noise of single patches.
Baselines baselinesOf(const Grid<float>& map, unsigned seed);

}
