// ui/view/heads/heads_shape.cpp: rows, columns and neighbours.
#include "ui/view/heads/heads_shape.h"
#include <algorithm>

namespace patchlight
{

int HeadsShape::mostHeads() const
{
    return m_heads.isEmpty() ? 0 : *std::max_element(m_heads.begin(), m_heads.end());
}

int HeadsShape::rows() const
{
    if (ordered())
        return std::min(m_flowRows, int(m_order.size()));
    return (mostCells() + m_fold - 1) / m_fold;
}

int HeadsShape::columns() const
{
    if (ordered())
        return (int(m_order.size()) + m_flowRows - 1) / m_flowRows;
    return layers() * m_fold;
}

/// In columns the fused heads of all layers are one row; folded, a layer's stand after its last head.
int HeadsShape::fusedPlace(int layer) const
{
    return m_fold > 1 ? m_heads[layer] : mostHeads();
}

std::optional<HeadCell> HeadsShape::at(int column, int row) const
{
    if (column < 0 || row < 0 || column >= columns() || row >= rows())
        return {};
    if (ordered()) {
        const int index = column * m_flowRows + row;
        return index < m_order.size() ? std::optional(m_order[index]) : std::nullopt;
    }
    const int layer = column / m_fold;
    const int place = row * m_fold + column % m_fold;
    if (m_fused && place == fusedPlace(layer))
        return HeadCell{layer, -1};
    return place < m_heads[layer] ? std::optional(HeadCell{layer, place}) : std::nullopt;
}

std::optional<QPoint> HeadsShape::placeOf(HeadCell cell) const
{
    if (ordered()) {
        const auto index = m_order.indexOf(cell);
        return index < 0 ? std::nullopt : std::optional(QPoint(int(index) / m_flowRows, int(index) % m_flowRows));
    }
    if (cell.fused() && (cell.layer < 0 || cell.layer >= layers()))
        return std::nullopt;
    const int head = cell.fused() ? fusedPlace(cell.layer) : cell.head;
    const QPoint place(cell.layer * m_fold + head % m_fold, head / m_fold);
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
    // Down a column; folded, along the rows of a layer.
    const int perLayer = rows() * fold();
    const auto cellOf = [&](int index) {
        const int inLayer = index % perLayer;
        return at(index / perLayer * fold() + inLayer % fold(), inLayer / fold());
    };
    const int layer = place->x() / fold();
    int index = layer * perLayer + place->y() * fold() + place->x() % fold() + by;
    while (index >= 0 && index < rows() * columns()) {
        if (const auto cell = cellOf(index))
            return *cell;
        index += by > 0 ? 1 : -1;
    }
    return from;
}

}
