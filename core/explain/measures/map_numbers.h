// core/explain/measures/map_numbers.h: what a map says in one number, for sorting heads and the scrubber's curve.
#pragma once
#include "core/base/grid.h"
#include "core/explain/request.h"

namespace patchlight
{

/// Entropy of the map as a distribution, over ln of its cells: 0 = one patch, 1 = uniform. NaN cells are left out.
double mapEntropy(const Grid<float>& map);
/// Mean distance of the weight from the query, in cells of the map; from the map's own centre of mass where `query` is a
/// token. `input`: the grid that the query's cells belong to, which on Swin is finer than a later layer's map.
double mapDistance(const Grid<float>& map, const Query& query, GridSize input);

}
