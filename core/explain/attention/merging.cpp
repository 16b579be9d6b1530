// core/explain/attention/merging.cpp
#include "core/explain/attention/merging.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// use(coarse index, fine index, number of siblings) for every cell of the finer grid.
template <class Use> void forChildren(GridSize coarse, GridSize fine, const Use& use)
{
    for (int r = 0; r < fine.rows; ++r) {
        for (int c = 0; c < fine.columns; ++c) {
            const int siblings = std::min(2, fine.rows - r / 2 * 2) * std::min(2, fine.columns - c / 2 * 2);
            use(static_cast<std::size_t>(r / 2 * coarse.columns + c / 2),
                static_cast<std::size_t>(r * fine.columns + c), static_cast<float>(siblings));
        }
    }
}

}

std::vector<float> spreadToChildren(const std::vector<float>& weights, GridSize coarse, GridSize fine)
{
    if (coarse == fine)
        return weights;
    std::vector<float> out(static_cast<std::size_t>(fine.count()));
    forChildren(
        coarse, fine, [&](std::size_t parent, std::size_t child, float n) { out[child] = weights[parent] / n; });
    return out;
}

std::vector<float> meanOfChildren(const std::vector<float>& values, GridSize fine, GridSize coarse)
{
    if (coarse == fine)
        return values;
    std::vector<float> out(static_cast<std::size_t>(coarse.count()), 0.0F);
    forChildren(
        coarse, fine, [&](std::size_t parent, std::size_t child, float n) { out[parent] += values[child] / n; });
    return out;
}

}
