// ui/view/inside/element_view.cpp
#include "ui/view/inside/element_view.h"
#include "ui/view/inside/element_shapes.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/inside/over.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <cmath>

namespace patchlight::elements
{
namespace
{

using namespace Qt::StringLiterals;
using namespace inside;

struct Hover {
    Q_DECLARE_TR_FUNCTIONS(patchlight::inside::Hover)
};

QString cellText(Cell cell, float value)
{
    return Hover::tr("row %1, column %2: %3").arg(cell.row).arg(cell.column).arg(std::isfinite(value) ? valueText(static_cast<double>(value), 3) : u"–"_s);
}

std::optional<Cell> cellAt(const QRectF& body, GridSize grid, QPointF point)
{
    if (!body.contains(point) || grid.count() == 0)
        return std::nullopt;
    return Cell{std::min(grid.rows - 1, static_cast<int>((point.y() - body.y()) / body.height() * grid.rows)),
        std::min(grid.columns - 1, static_cast<int>((point.x() - body.x()) / body.width() * grid.columns))};
}

CardHit hitStrip(const Strip& strip, const QRectF& rect, QPointF point)
{
    CardHit hit{strip.letter, {}, {}, {}, strip.token, -1};
    const QRectF body = stripBody(strip, rect);
    if (!body.contains(point) || strip.values.empty())
        return hit;
    const auto count = static_cast<int>(strip.values.size());
    const int index = std::clamp(static_cast<int>((point.x() - body.x()) / body.width() * count), 0, count - 1);
    hit.text = Hover::tr("number %1: %2").arg(index).arg(valueText(static_cast<double>(strip.values[static_cast<std::size_t>(index)]), 3));
    if (strip.choosesChannel)
        hit.channel = index;
    return hit;
}

/// A click on a cell of a window follows its token.
void hitWindow(const WindowCells& part, GridSize grid, Cell cell, CardHit& hit)
{
    const auto at = static_cast<std::size_t>(cell.row * grid.columns + cell.column);
    hit.cell.reset();
    hit.token = at < part.tokens.size() ? part.tokens[at] : -1;
}

CardHit hitMap(const Map& map, const QRectF& rect, QPointF point)
{
    CardHit hit{map.letter, {}, {}, map.values.size(), -1, -1};
    if (const auto cell = cellAt(bodyOf(Element(map), rect), map.values.size(), point)) {
        const Cell named = map.window ? map.window->cells.at(static_cast<std::size_t>(cell->row * map.values.columns() + cell->column)) : *cell;
        hit.text = named.row < 0 ? QString() : cellText(named, map.values.at(*cell));
        if (map.clickable)
            hit.cell = cell;
        if (map.window)
            hitWindow(*map.window, map.values.size(), *cell, hit);
    }
    return hit;
}

CardHit hitShares(const Shares& shares, const QRectF& rect, QPointF point)
{
    CardHit hit{shares.letter, {}, {}, {}, -1, -1};
    for (int i = 0; i < shares.rows.size(); ++i)
        if (shareRow(shares, rect, i).contains(point)) {
            hit.token = shares.rows[i].token;
            hit.text = shares.rows[i].name + u": "_s + valueText(static_cast<double>(shares.rows[i].share), 3);
        }
    return hit;
}

}

bool isSign(const Element& element)
{
    return std::holds_alternative<Sign>(element);
}

CardHit hitAt(const Element& element, const QRectF& rect, QPointF point)
{
    return std::visit(Over{[&](const Strip& strip) { return hitStrip(strip, rect, point); },
                          [&](const Map& map) { return hitMap(map, rect, point); },
                          [&](const Picture& picture) {
                              CardHit hit{picture.letter, {}, {}, picture.grid, -1, -1};
                              hit.cell = cellAt(bodyOf(element, rect), picture.grid, point);
                              if (hit.cell && picture.window)
                                  hitWindow(*picture.window, picture.grid, *hit.cell, hit);
                              return hit;
                          },
                          [&](const Shares& shares) { return hitShares(shares, rect, point); },
                          [&](const Matrix& matrix) {
                              CardHit hit{matrix.letter, {}, {}, {}, -1, -1};
                              const auto cell = cellAt(bodyOf(element, rect), {matrix.rows, matrix.columns}, point);
                              if (cell)
                                  hit.text = Hover::tr("row %1, number %2: %3").arg(cell->row).arg(cell->column)
                                                 .arg(valueText(static_cast<double>(matrix.values.at(static_cast<std::size_t>(cell->row) * static_cast<std::size_t>(matrix.columns) + static_cast<std::size_t>(cell->column))), 3));
                              return hit;
                          },
                          [&](const Crowd& crowd) { return CardHit{crowd.letter, {}, {}, {}, -1, -1}; },
                          [&](const Number& number) { return CardHit{number.letter, {}, {}, {}, -1, -1}; },
                          [&](const auto&) { return CardHit{}; }},
        element);
}

}
