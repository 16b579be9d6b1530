// core/explain/measures/baseline_maps.cpp
#include "core/explain/measures/baseline_maps.h"
#include <cmath>
#include <random>

namespace patchlight
{

Grid<float> randomMap(GridSize size, unsigned seed)
{
    std::mt19937 engine(seed); // its sequence is fixed by the standard; that of the distributions is not
    Grid<float> map(size);
    for (float& value : map.values())
        value = static_cast<float>(engine() >> 8) * 0x1p-24F;
    return map;
}

Grid<float> centrePrior(GridSize size)
{
    Grid<float> map(size);
    for (int r = 0; r < size.rows; ++r) {
        for (int c = 0; c < size.columns; ++c) {
            const double y = ((r + 0.5) / size.rows - 0.5) * 4;
            const double x = ((c + 0.5) / size.columns - 0.5) * 4;
            map.at({r, c}) = static_cast<float>(std::exp(-(x * x + y * y) / 2));
        }
    }
    return map;
}

Baselines baselinesOf(const Grid<float>& map, unsigned seed)
{
    return {randomMap(map.size(), seed), centrePrior(map.size())};
}

}
