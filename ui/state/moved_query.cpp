// ui/state/moved_query.cpp
#include "ui/state/moved_query.h"
#include <algorithm>
#include <optional>

namespace patchlight
{
namespace
{

/// Where the middle of a patch of `from` lies in `to`; nothing outside what that network sees.
std::optional<Cell> placeIn(const Analysis& to, const Analysis& from, Cell cell)
{
    const GridSize old = from.tokens.grid, now = to.tokens.grid;
    if (from.geometry.picture() != to.geometry.picture())
        return Cell{
            (2 * cell.row + 1) * now.rows / (2 * old.rows), (2 * cell.column + 1) * now.columns / (2 * old.columns)};
    const RectF patch = from.geometry.patchOnPicture(cell, old);
    const auto hit = to.geometry.patchAt({patch.x + patch.width / 2, patch.y + patch.height / 2}, now);
    return hit.inside ? std::optional(hit.patch) : std::nullopt;
}

}

Query movedQuery(const Query& query, const Analysis& from, const Analysis& to)
{
    const bool sameGrid = from.tokens.grid == to.tokens.grid;
    const bool samePlaces = from.geometry == to.geometry || from.geometry.picture() != to.geometry.picture();
    if (query.kind != Query::Kind::Patches || query.cells.empty() || (sameGrid && samePlaces))
        return query;
    const auto [top, bottom] = std::ranges::minmax(query.cells, {}, &Cell::row);
    const auto [left, right] = std::ranges::minmax(query.cells, {}, &Cell::column);
    const auto first = placeIn(to, from, {top.row, left.column}), last = placeIn(to, from, {bottom.row, right.column});
    if (!first || !last)
        return {};
    Query moved = query;
    moved.cells.clear();
    for (int row = first->row; row <= last->row; ++row)
        for (int column = first->column; column <= last->column; ++column)
            moved.cells.push_back({row, column});
    return moved;
}

}
