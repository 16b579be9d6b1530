// ui/view/heads/heads_shape.cpp: rows, columns and neighbours.
#include "ui/view/heads/heads_shape.h"
#include <algorithm>

namespace patchlight {

int HeadsShape::mostHeads() const
{
    return m_heads.isEmpty() ? 0 : *std::max_element(m_heads.begin(), m_heads.end());
}

int HeadsShape::rows() const
{
    if (ordered())
        return std::min(m_flowRows, int(m_order.size()));
    return mostHeads() + (m_fused ? 1 : 0);
}

int HeadsShape::columns() const
{
    if (ordered())
        return (int(m_order.size()) + m_flowRows - 1) / m_flowRows;
    return layers();
}

std::optional<HeadCell> HeadsShape::at(int column, int row) const
{
    if (column < 0 || row < 0 || column >= columns() || row >= rows())
        return {};
    if (ordered()) {
        const int index = column * m_flowRows + row;
        return index < m_order.size() ? std::optional(m_order[index]) : std::nullopt;
    }
    if (m_fused && row == mostHeads())
        return HeadCell{column, -1};
    return row < m_heads[column] ? std::optional(HeadCell{column, row}) : std::nullopt;
}

std::optional<QPoint> HeadsShape::placeOf(HeadCell cell) const
{
    if (ordered()) {
        const auto index = m_order.indexOf(cell);
        return index < 0 ? std::nullopt : std::optional(QPoint(int(index) / m_flowRows, int(index) % m_flowRows));
    }
    const QPoint place(cell.layer, cell.fused() ? mostHeads() : cell.head);
    return at(place.x(), place.y()) ? std::optional(place) : std::nullopt;
}

HeadCell HeadsShape::moved(HeadCell from, int byColumns, int byRows) const
{
    const auto place = placeOf(from);
    if (!place || isEmpty())
        return at(0, 0).value_or(from);
    const int column = std::clamp(place->x() + byColumns, 0, columns() - 1);
    int row = std::clamp(place->y() + byRows, 0, rows() - 1);
    // Down past the last head of a short column lies the fused head; else the nearest head above.
    const int way = byRows > 0 ? 1 : -1;
    while (row >= 0 && row < rows() && !at(column, row))
        row += way;
    return at(column, row).value_or(from);
}

HeadCell HeadsShape::stepped(HeadCell from, int by) const
{
    const auto place = placeOf(from);
    if (!place || isEmpty())
        return at(0, 0).value_or(from);
    const int count = rows() * columns();
    int index = place->x() * rows() + place->y() + by;
    while (index >= 0 && index < count) {
        if (const auto cell = at(index / rows(), index % rows()))
            return *cell;
        index += by > 0 ? 1 : -1;
    }
    return from;
}

}
