// core/explain/measures/similarity.h: how alike two maps are, and where they differ.
#pragma once
#include "core/base/grid.h"
#include "core/explain/attention/head_maps.h"
#include <optional>
#include <vector>

namespace patchlight
{

/// Pearson correlation of two maps of one size, over the cells that are numbers in both; 0 where one is constant.
float similarity(const Grid<float>& a, const Grid<float>& b);
/// Spearman's rank correlation, alike; equal values share their mean rank.
float rankSimilarity(const Grid<float>& a, const Grid<float>& b);
struct Likeness {
    float rank = 0; ///< Spearman's correlation: do they order the patches alike?
    float linear = 0; ///< Pearson's
};
/// Both; absent where the grids differ. Cost: two sorts.
std::optional<Likeness> likenessOf(const Grid<float>& a, const Grid<float>& b);
/// a − b, each first divided by the sum of its magnitudes, so that only where the weight lies counts. NaN where one of
/// them has no value; empty where the grids differ.
Grid<float> signedDifference(const Grid<float>& a, const Grid<float>& b);
/// `similarity` of every head's map with `chosen`: [layer][head]; NaN where the grids differ (Swin's later stages).
std::vector<std::vector<float>> headSimilarities(const std::vector<LayerMaps>& maps, const Grid<float>& chosen);

}
