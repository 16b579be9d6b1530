// core/explain/measures/map_numbers.cpp
#include "core/explain/measures/map_numbers.h"
#include "core/explain/query_cells.h"
#include <cmath>

namespace patchlight
{
namespace
{

double positive(float value)
{
    return std::isfinite(value) ? std::abs(static_cast<double>(value)) : 0;
}

struct Point {
    double row = 0, column = 0;
};

Point originOf(const Grid<float>& map, const Query& query, GridSize input, double mass)
{
    Point origin;
    if (query.kind == Query::Kind::Patches && !query.cells.empty()) {
        const auto cells = cellsHolding(query.cells, input, map.size());
        for (const Cell cell : cells) {
            origin.row += cell.row / static_cast<double>(cells.size());
            origin.column += cell.column / static_cast<double>(cells.size());
        }
        return origin;
    }
    for (int row = 0; row < map.rows(); ++row)
        for (int column = 0; column < map.columns(); ++column) {
            origin.row += positive(map.at({row, column})) / mass * row;
            origin.column += positive(map.at({row, column})) / mass * column;
        }
    return origin;
}

double massOf(const Grid<float>& map)
{
    double mass = 0;
    for (const float value : map.values())
        mass += positive(value);
    return mass;
}

}

double mapEntropy(const Grid<float>& map)
{
    const double mass = massOf(map);
    if (mass <= 0 || map.values().size() < 2)
        return 0;
    double entropy = 0;
    for (const float value : map.values()) {
        const double p = positive(value) / mass;
        if (p > 0)
            entropy -= p * std::log(p);
    }
    return entropy / std::log(static_cast<double>(map.values().size()));
}

double mapDistance(const Grid<float>& map, const Query& query, GridSize input)
{
    const double mass = massOf(map);
    if (mass <= 0)
        return 0;
    const Point origin = originOf(map, query, input, mass);
    double distance = 0;
    for (int row = 0; row < map.rows(); ++row)
        for (int column = 0; column < map.columns(); ++column)
            distance += positive(map.at({row, column})) / mass * std::hypot(row - origin.row, column - origin.column);
    return distance;
}

}
