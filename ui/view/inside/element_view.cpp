// ui/view/inside/element_view.cpp
#include "ui/view/inside/element_view.h"
#include "ui/adapter/texts.h"
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
    const QString number = std::isfinite(value) ? valueText(static_cast<double>(value), 3) : u"–"_s;
    return Hover::tr("%1: %2", "a place and its number").arg(placeText(cell), number);
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
    CardHit hit{.letter = strip.letter};
    (strip.pairs ? hit.pair : hit.token) = strip.token;
    if (strip.pairs) {
        hit.row = QRectF(rect.topLeft(), bodyOf(Element(strip), rect).size());
        hit.text = strip.fullName;
    }
    const QRectF body = stripBody(strip, rect);
    if (!body.contains(point) || strip.values.empty())
        return hit;
    const auto count = static_cast<int>(strip.values.size());
    const int index = std::clamp(static_cast<int>((point.x() - body.x()) / body.width() * count), 0, count - 1);
    const QString number = Hover::tr("number %1: %2").arg(index).arg(valueText(static_cast<double>(strip.values[static_cast<std::size_t>(index)]), 3));
    hit.text = hit.text.isEmpty() ? number : QString(hit.text + u" · "_s + number);
    if (strip.choosesChannel)
        hit.channel = index;
    return hit;
}

CardHit hitMap(const Map& map, const QRectF& rect, QPointF point)
{
    CardHit hit{.letter = map.letter};
    if (const auto cell = cellAt(bodyOf(Element(map), rect), map.values.size(), point)) {
        const Cell named = map.window ? map.window->cells.at(static_cast<std::size_t>(cell->row * map.values.columns() + cell->column)) : *cell;
        hit.text = named.row < 0 ? QString() : cellText(named, map.values.at(*cell));
    }
    return hit;
}

CardHit hitMatrix(const Matrix& matrix, const QRectF& rect, QPointF point)
{
    CardHit hit{.letter = matrix.letter};
    if (const auto cell = cellAt(bodyOf(Element(matrix), rect), {matrix.rows, matrix.columns}, point)) {
        const auto at = static_cast<std::size_t>(cell->row) * static_cast<std::size_t>(matrix.columns) + static_cast<std::size_t>(cell->column);
        hit.text = Hover::tr("row %1, column %2: %3").arg(cell->row).arg(cell->column).arg(valueText(static_cast<double>(matrix.values.at(at)), 3));
    }
    return hit;
}

CardHit hitShares(const Shares& shares, const QRectF& rect, QPointF point)
{
    CardHit hit{.letter = shares.letter};
    for (int i = 0; i < shares.rows.size(); ++i)
        if (shareRow(shares, rect, i).contains(point)) {
            const auto& row = shares.rows[i];
            hit.pair = row.token;
            hit.text = withLabel(row.fullName.isEmpty() ? row.name : row.fullName, valueText(static_cast<double>(row.share), 3));
            if (row.token >= 0)
                hit.row = shareRow(shares, rect, i);
        }
    return hit;
}

/// The patch under the point: of a window by its token, else by its cell.
void hitPatch(const PatchArea& area, QPointF point, const FollowedMark& mark, CardHit& hit)
{
    const auto cell = cellAt(area.rect, area.grid, point);
    if (!cell)
        return;
    hit.grid = area.grid;
    if (hit.text.isEmpty() && !area.window)
        hit.text = placeText(*cell);
    hit.outline = cellsOf(area, area.window ? QRectF(cell->column, cell->row, 1, 1) : mark.placeOf(*cell, area.grid));
    const auto at = static_cast<std::size_t>(cell->row * area.grid.columns + cell->column);
    if (!area.window)
        hit.cell = cell;
    else if (hit.token = at < area.window->tokens.size() ? area.window->tokens[at] : -1; hit.token < 0)
        hit.outline = {}; // padding
}

}

bool isSign(const Element& element)
{
    return std::holds_alternative<Sign>(element);
}

CardHit hitAt(const Element& element, const QRectF& rect, QPointF point, const FollowedMark& mark)
{
    CardHit hit = std::visit(Over{[&](const Strip& strip) { return hitStrip(strip, rect, point); }, [&](const Map& map) { return hitMap(map, rect, point); },
                                 [&](const Shares& shares) { return hitShares(shares, rect, point); },
                                 [&](const Matrix& matrix) { return hitMatrix(matrix, rect, point); },
                                 [&](const Picture& picture) { return CardHit{.letter = picture.letter}; },
                                 [&](const Crowd& crowd) { return CardHit{.letter = crowd.letter}; },
                                 [&](const Number& number) { return CardHit{.letter = number.letter}; }, [&](const auto&) { return CardHit{}; }},
        element);
    if (hit.pair >= 0)
        hit.text += u'\n' + Hover::tr("click: its key beside the query, and their product; double click: follow it");
    if (const auto area = patchArea(element, rect); area && bodyOf(element, rect).contains(point))
        hitPatch(*area, point, mark, hit);
    return hit;
}

}
