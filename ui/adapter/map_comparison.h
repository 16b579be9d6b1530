// ui/adapter/map_comparison.h: two maps on one grid in numbers, and their difference as a map.
#pragma once
#include "ui/adapter/core_types.h"
#include <QString>
#include <optional>

namespace patchlight
{

struct Likeness {
    float rank = 0; ///< Spearman's correlation: do they order the patches alike?
    float linear = 0; ///< Pearson's
};

/// Absent where the grids differ. Over the cells both have. Cost: two sorts.
std::optional<Likeness> likenessOf(const Grid<float>& a, const Grid<float>& b);
/// Pearson's alone, for many maps: no sort. 0 where the grids differ.
float linearLikeness(const Grid<float>& a, const Grid<float>& b);
/// a − b, each first divided by the sum of its magnitudes, so that only where the weight lies counts. NaN where one of
/// them has no value; empty where the grids differ.
Grid<float> signedDifference(const Grid<float>& a, const Grid<float>& b);
/// "Relevancy · bull mastiff", "Attention · layer 11 · head 1 · 3 patches hidden": what tells one map from another.
QString mapTitle(const ShownMap& shown);

}
