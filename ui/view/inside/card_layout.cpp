// ui/view/inside/card_layout.cpp: columns side by side, wrapped where the card is narrow.
#include "ui/view/inside/card_layout.h"
#include "ui/view/inside/element_shapes.h"
#include "ui/view/inside/element_view.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kPad = 20, kElementGap = 18, kBetween = 12, kFormula = 18, kTitle = 15, kSignHeight = 216;
constexpr double kLowShare = 0.6; ///< of the row's height

QFont titleFont()
{
    QFont font = boldFont();
    font.setPixelSize(scaled(kTitle));
    return font;
}

/// Measured once: texts have to be broken into lines for it.
struct Size {
    double width = 0, height = 0;
    bool sign = false;
    QVector<QSizeF> elements;
};

Size sizeOfColumn(const inside::Column& column, double room)
{
    Size size;
    for (const auto& element : column) {
        const QSizeF one = elements::sizeOf(element, room);
        size.width = std::max(size.width, one.width());
        size.height += one.height() + (size.height > 0 ? kBetween : 0);
        size.elements << one;
    }
    size.sign = column.size() == 1 && elements::isSign(column.front());
    return size;
}

/// Where a row that would break before column `end` has to break instead: columns of one kind that fit into a row
/// (three colours, three neurons) stay together; those that begin a row and need several share them evenly. `end` where
/// nothing is torn.
int beginOfRun(const QVector<inside::Column>& columns, const QVector<Size>& sizes, int first, int end, double room)
{
    const auto alike = [&](int a, int b) {
        return columns[a].size() == 1 && columns[b].size() == 1 && columns[a].front().index() == columns[b].front().index()
            && sizes[a].width == sizes[b].width;
    };
    if (end >= columns.size() || !alike(end - 1, end))
        return end;
    int begin = end - 1, last = end;
    while (begin > first && alike(begin - 1, begin))
        --begin;
    while (last + 1 < columns.size() && alike(last, last + 1))
        ++last;
    const double each = sizes[end].width;
    const bool fits = (last - begin + 1) * (each + kElementGap) - kElementGap <= room;
    if (begin > first)
        return fits ? begin : end;
    const int count = last - begin + 1, rows = (count + end - first - 1) / (end - first);
    return first + (count + rows - 1) / rows;
}

}

namespace
{

/// Where cell `index` of `from` lies on `to`, and how many of its cells it takes.
std::pair<double, double> along(int index, int from, int to)
{
    const double each = static_cast<double>(to) / std::max(1, from);
    return each >= 1 ? std::pair{index * each, each} : std::pair{std::floor(index * each), 1.0};
}

QRectF placeOn(Cell cell, GridSize from, GridSize to)
{
    const auto [y, height] = along(cell.row, from.rows, to.rows);
    const auto [x, width] = along(cell.column, from.columns, to.columns);
    return {x, y, width, height};
}

}

std::optional<QRectF> FollowedMark::on(GridSize other) const
{
    if (!patch || grid.count() == 0)
        return std::nullopt;
    return placeOn(*patch, grid, other);
}

QRectF FollowedMark::placeOf(Cell cell, GridSize other) const
{
    if (grid.count() == 0 || other.rows <= grid.rows || other.columns <= grid.columns)
        return QRectF(cell.column, cell.row, 1, 1);
    return placeOn({(2 * cell.row + 1) * grid.rows / (2 * other.rows), (2 * cell.column + 1) * grid.columns / (2 * other.columns)}, grid, other);
}

CardLayout::CardLayout(inside::Card card, double width) : m_card(std::move(card)), m_width(width), m_formula(m_card.formula, scaled(kFormula))
{
    arrange();
}

void CardLayout::arrange()
{
    const double pad = kPad, room = m_width - 2 * pad;
    const double title = QFontMetricsF(titleFont()).height();
    double y = pad;
    const double titleWidth = paint::textWidth(titleFont(), m_card.title) + paint::textWidth(smallFont(), m_card.aside) + 24;
    const QSizeF formula = m_formula.size();
    const bool beside = titleWidth + formula.width() <= room;
    const double sentenceWidth = std::min<double>(room, scaled(680));
    const bool apart = sentenceWidth + 24 + formula.width() <= room; // a tall formula pushes no sentence down
    double formulaEnd = 0;
    if (beside) {
        m_formulaAt = {m_width - pad - formula.width(), y + std::max(m_formula.ascent(), title * 0.8)};
        formulaEnd = y + formula.height();
        y += apart ? title : std::max(title, formula.height());
    } else {
        y += title + 6;
        m_formulaAt = {pad, y + m_formula.ascent()};
        y += formula.height();
    }
    y += 6;
    const double sentence = elements::textHeight(m_card.sentence, bodyFont(), sentenceWidth);
    m_sentence = {pad, y, sentenceWidth, sentence};
    y = std::max(y + sentence, formulaEnd) + (m_card.columns.isEmpty() ? 0 : 14);

    const auto& columns = std::as_const(m_card).columns; // shared with whoever made the card, never detached
    QVector<Size> measured;
    for (const auto& column : columns)
        measured << sizeOfColumn(column, room);
    const auto& all = std::as_const(measured);
    int first = 0;
    const int count = static_cast<int>(columns.size());
    while (first < count) {
        int end = first;
        double x = 0, height = 0;
        while (end < count && (end == first || x + all[end].width <= room))
            x += all[end++].width + kElementGap;
        if (end < count && end - first > 1 && all[end - 1].sign) // a sign stands before what it leads to
            --end;
        end = beginOfRun(columns, all, first, end, room);
        for (int c = first; c < end; ++c)
            height = std::max(height, all[c].sign ? 0 : all[c].height);
        x = pad;
        const double line = std::min<double>(height, scaled(kSignHeight)); // signs stand on its middle, and what is low beside them
        const bool joined = std::any_of(all.begin() + first, all.begin() + end, [](const Size& size) { return size.sign; });
        for (int c = first; c < end; ++c) {
            const Size& size = all[c];
            double top = y;
            if (size.sign || (joined && size.height < kLowShare * line))
                top = y + (line - size.height) / 2;
            for (int i = 0; i < columns[c].size(); ++i) {
                m_placed << Placed{&columns[c][i], {{x, top}, size.elements[i]}};
                top += size.elements[i].height() + kBetween;
            }
            x += size.width + kElementGap;
        }
        y += height + (end < count ? kElementGap : 0);
        first = end;
    }
    m_height = y + pad;
}

void CardLayout::paint(QPainter& p, const NumberColours& colours, const FollowedMark& mark, const QString& lit) const
{
    const Theme& theme = Theme::current();
    const QFontMetricsF metrics(titleFont());
    const double width = paint::text(p, {kPad, kPad, m_width - 2 * kPad, metrics.height()}, m_card.title, titleFont(), theme.text);
    paint::text(p, {kPad + width + 10, kPad + 1, m_width - 2 * kPad - width - 10, metrics.height()}, m_card.aside, smallFont(), theme.dim);
    m_formula.paint(p, m_formulaAt, theme.text, lit, theme.accent);
    p.setFont(bodyFont());
    p.setPen(theme.dim);
    p.drawText(m_sentence.adjusted(0, 0, 0, 4), Qt::TextWordWrap, m_card.sentence);
    elements::Ink ink{p, colours, mark, lit};
    for (const auto& placed : m_placed)
        elements::paint(ink, *placed.element, placed.rect);
}

CardHit CardLayout::hitAt(QPointF point, const FollowedMark& mark) const
{
    if (const QString part = m_formula.partAt(point - m_formulaAt); !part.isEmpty())
        return {.letter = part};
    for (const auto& placed : m_placed)
        if (placed.rect.contains(point))
            return elements::hitAt(*placed.element, placed.rect, point, mark);
    return {};
}

}
