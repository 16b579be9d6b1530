// app/cli/text/median.h: medians.
#pragma once
#include <algorithm>
#include <vector>

namespace patchlight
{

/// 0 for none; the upper of the two middle values for an even count.
inline double medianOf(std::vector<double> times)
{
    if (times.empty())
        return 0;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

}
