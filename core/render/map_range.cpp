// core/render/map_range.cpp: what is drawn of a map, and over which values its colours run.
#include "core/render/overlay.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace patchlight
{

ValueRange rangeOf(const Grid<float>& map, bool isSigned)
{
    ValueRange range{std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest()};
    for (const float value : map.values()) {
        if (!std::isfinite(value))
            continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
    if (range.low > range.high)
        return {0, 1};
    if (!isSigned)
        return range;
    const float reach = std::max(std::abs(range.low), std::abs(range.high));
    return {-reach, reach};
}

Grid<float> keepMass(const Grid<float>& map, float share)
{
    if (!(share < 1))
        return map;
    const auto& values = map.values();
    std::vector<std::size_t> order;
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        order.push_back(i);
        total += std::abs(values[i]);
    }
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return std::abs(values[i]); });
    Grid<float> kept{map.size(), std::numeric_limits<float>::quiet_NaN()};
    double held = 0;
    for (const std::size_t i : order) {
        if (held >= total * share)
            break;
        kept.values()[i] = values[i];
        held += std::abs(values[i]);
    }
    return kept;
}

}
