// core/explain/attention/merging.h: Swin's patch merging undone: four cells of the finer grid are one of the coarser.
#pragma once
#include "core/base/grid.h"
#include <vector>

namespace patchlight
{

/// Each coarse cell's weight, in equal parts to its children; the sum stays. Values unchanged where the grids agree
/// (always so on ViT, whose prefix tokens come first). An odd grid was padded: cells at its edge have fewer children.
std::vector<float> spreadToChildren(const std::vector<float>& weights, GridSize coarse, GridSize fine);
/// The transposed step: each coarse cell gets the mean of its children.
std::vector<float> meanOfChildren(const std::vector<float>& values, GridSize fine, GridSize coarse);

}
