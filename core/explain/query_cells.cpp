// core/explain/query_cells.cpp
#include "core/explain/query_cells.h"
#include <algorithm>
#include <optional>

namespace patchlight
{
namespace
{

/// How often `fine` is halved, rounding up, until it is `coarse`.
std::optional<int> halvings(GridSize fine, GridSize coarse)
{
    int count = 0;
    for (; fine.count() > coarse.count(); ++count)
        fine = {(fine.rows + 1) / 2, (fine.columns + 1) / 2};
    return fine == coarse ? std::optional(count) : std::nullopt;
}

}

Cell cellHolding(Cell cell, GridSize from, GridSize to)
{
    if (const auto count = halvings(from, to))
        return {cell.row >> *count, cell.column >> *count};
    return {cell.row * to.rows / from.rows, cell.column * to.columns / from.columns};
}

Cell cellInside(Cell cell, GridSize from, GridSize to)
{
    if (const auto count = halvings(to, from)) {
        const int middle = (1 << *count) / 2;
        return {std::min((cell.row << *count) + middle, to.rows - 1),
            std::min((cell.column << *count) + middle, to.columns - 1)};
    }
    return {(2 * cell.row + 1) * to.rows / (2 * from.rows), (2 * cell.column + 1) * to.columns / (2 * from.columns)};
}

std::vector<Cell> cellsHolding(const std::vector<Cell>& cells, GridSize from, GridSize to)
{
    std::vector<Cell> out;
    for (const Cell cell : cells) {
        const Cell there = cellHolding(cell, from, to);
        if (std::find(out.begin(), out.end(), there) == out.end())
            out.push_back(there);
    }
    return out;
}

}
