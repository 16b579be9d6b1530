// ui/state/map_numbers.cpp: entropy, distance, similarity, rank.
#include "ui/state/map_numbers.h"
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

Point originOf(const Grid<float>& map, const Query& query, double mass)
{
    Point origin;
    if (query.kind == Query::Kind::Patches && !query.cells.empty()) {
        for (const Cell cell : query.cells) {
            origin.row += cell.row / static_cast<double>(query.cells.size());
            origin.column += cell.column / static_cast<double>(query.cells.size());
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

double mapDistance(const Grid<float>& map, const Query& query)
{
    const double mass = massOf(map);
    if (mass <= 0)
        return 0;
    const Point origin = originOf(map, query, mass);
    double distance = 0;
    for (int row = 0; row < map.rows(); ++row)
        for (int column = 0; column < map.columns(); ++column)
            distance += positive(map.at({row, column})) / mass * std::hypot(row - origin.row, column - origin.column);
    return distance;
}

double mapSimilarity(const Grid<float>& a, const Grid<float>& b)
{
    if (a.size() != b.size() || a.empty())
        return 0;
    double n = 0, sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
    for (std::size_t i = 0; i < a.values().size(); ++i) {
        const double x = a.values()[i];
        const double y = b.values()[i];
        if (!std::isfinite(x) || !std::isfinite(y))
            continue;
        n += 1, sumA += x, sumB += y;
        squareA += x * x, squareB += y * y, product += x * y;
    }
    const double spread = std::sqrt((n * squareA - sumA * sumA) * (n * squareB - sumB * sumB));
    return spread > 0 ? (n * product - sumA * sumB) / spread : 0;
}

int mapRank(const Grid<float>& map, Cell cell)
{
    const float mine = map.at(cell);
    int rank = 1;
    for (const float value : map.values())
        rank += std::isfinite(value) && (!std::isfinite(mine) || value > mine) ? 1 : 0;
    return rank;
}

}
