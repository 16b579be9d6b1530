// core/render/fill_gaps.cpp
#include "core/render/fill_gaps.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace patchlight
{
namespace
{

constexpr int kRings = 3; ///< farther than any kernel reaches at the size of a patch

std::optional<float> meanOfNeighbours(const Grid<float>& map, Cell cell)
{
    float sum = 0;
    int count = 0;
    for (int row = cell.row - 1; row <= cell.row + 1; ++row) {
        for (int column = cell.column - 1; column <= cell.column + 1; ++column) {
            if (!map.contains({row, column}) || !std::isfinite(map.at({row, column})))
                continue;
            sum += map.at({row, column});
            ++count;
        }
    }
    return count > 0 ? std::optional{sum / static_cast<float>(count)} : std::nullopt;
}

void fillOneRing(Grid<float>& map)
{
    const Grid<float> before = map;
    for (int row = 0; row < map.rows(); ++row) {
        for (int column = 0; column < map.columns(); ++column) {
            const Cell cell{row, column};
            if (std::isfinite(before.at(cell)))
                continue;
            if (const auto mean = meanOfNeighbours(before, cell))
                map.at(cell) = *mean;
        }
    }
}

}

Grid<float> withoutGaps(const Grid<float>& map)
{
    const auto isGap = [](float v) { return !std::isfinite(v); };
    Grid<float> filled = map;
    for (int ring = 0; ring < kRings && std::ranges::any_of(filled.values(), isGap); ++ring)
        fillOneRing(filled);
    std::ranges::replace_if(filled.values(), isGap, 0.0F);
    return filled;
}

}
