// ui/view/window/canvas_query_bridge.cpp: a query as the canvas marks it, and back.
#include "ui/adapter/core_types.h"
#include "ui/view/window/canvas_area.h"

namespace patchlight
{

namespace
{

GridSize gridOf(QSize size)
{
    return {size.height(), size.width()};
}

}

CanvasQuery canvasQuery(const Query& query, QSize inputGrid, QSize mapGrid)
{
    if (query.kind != Query::Kind::Patches || query.cells.empty() || inputGrid.isEmpty())
        return {};
    QRect cells;
    for (const Cell cell : cellsHolding(query.cells, gridOf(inputGrid), gridOf(mapGrid)))
        cells = cells.united(QRect(cell.column, cell.row, 1, 1));
    if (query.inverse)
        return {CanvasQuery::Kind::Inverse, cells};
    return {cells.size() == QSize(1, 1) ? CanvasQuery::Kind::Patch : CanvasQuery::Kind::Region, cells};
}

Query patchQuery(const QRect& mapCells, QSize inputGrid, QSize mapGrid, bool inverse)
{
    Query query{Query::Kind::Patches, 0, {}, inverse};
    for (int row = mapCells.top(); row <= mapCells.bottom(); ++row)
        for (int column = mapCells.left(); column <= mapCells.right(); ++column)
            query.cells.push_back(cellInside({row, column}, gridOf(mapGrid), gridOf(inputGrid)));
    return query;
}

}
