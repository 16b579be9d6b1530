// core/explain/measures/localisation.cpp
#include "core/explain/measures/localisation.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

/// Where a cell lies on the input.
Box boxOf(Cell cell, GridSize grid, GridSize input)
{
    const double height = static_cast<double>(input.rows) / grid.rows;
    const double width = static_cast<double>(input.columns) / grid.columns;
    return {cell.column * width, cell.row * height, (cell.column + 1) * width, (cell.row + 1) * height};
}

double overlap(double from, double to, double otherFrom, double otherTo)
{
    return std::max(0.0, std::min(to, otherTo) - std::max(from, otherFrom));
}

}

bool pointsInto(const Grid<float>& map, GridSize input, const Box& box, double tolerance)
{
    Cell best{-1, -1};
    for (int r = 0; r < map.rows(); ++r)
        for (int c = 0; c < map.columns(); ++c)
            if (!std::isnan(map.at({r, c})) && (best.row < 0 || map.at({r, c}) > map.at(best)))
                best = {r, c};
    if (best.row < 0)
        return false;
    const Box cell = boxOf(best, map.size(), input);
    const double x = (cell.left + cell.right) / 2, y = (cell.top + cell.bottom) / 2;
    const double aside = std::max({box.left - x, x - box.right, 0.0});
    const double apart = std::max({box.top - y, y - box.bottom, 0.0});
    return std::hypot(aside, apart) <= tolerance;
}

double energyInside(const Grid<float>& map, GridSize input, const Box& box)
{
    double inside = 0, all = 0;
    for (int r = 0; r < map.rows(); ++r) {
        for (int c = 0; c < map.columns(); ++c) {
            const float value = map.at({r, c});
            if (!(value > 0))
                continue;
            const Box cell = boxOf({r, c}, map.size(), input);
            const double area = (cell.right - cell.left) * (cell.bottom - cell.top);
            const double covered = overlap(cell.left, cell.right, box.left, box.right)
                * overlap(cell.top, cell.bottom, box.top, box.bottom);
            inside += value * covered / area;
            all += value;
        }
    }
    return all > 0 ? inside / all : 0;
}

}
