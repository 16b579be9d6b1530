// ui/view/inside/element_paint.cpp: how each kind of element looks.
#include "ui/view/inside/element_shapes.h"
#include "ui/view/inside/element_view.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/inside/over.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPaintEngine>
#include <QPainterPath>
#include <cmath>

namespace patchlight::elements
{
namespace
{

using namespace Qt::StringLiterals;
using namespace inside;

constexpr int kNameWidth = 110; ///< "row 13, column 13"

/// Cells stay cells: never smoothed, in files neither.
void crisp(QPainter& p, const QRectF& rect, QImage image)
{
    if (image.isNull())
        return;
    const auto type = p.paintEngine() ? p.paintEngine()->type() : QPaintEngine::Raster;
    if (type == QPaintEngine::SVG || type == QPaintEngine::Pdf) { // their readers would blur it
        const int times = std::clamp(qRound(4 * rect.width() / std::max(1, image.width())), 1, 64);
        image = image.scaled(image.width() * times, image.height() * std::clamp(qRound(4 * rect.height() / std::max(1, image.height())), 1, 64));
    }
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    p.drawImage(rect, image);
}

void caption(Ink& ink, const Element& element, const QRectF& rect, const QRectF& body)
{
    const QString text = captionOf(element);
    if (text.isEmpty())
        return;
    const double top = std::holds_alternative<Remark>(element) ? rect.y() : body.bottom() + 6;
    ink.p.setFont(captionFont());
    ink.p.setPen(Theme::current().dim);
    ink.p.drawText(QRectF(rect.x(), top, rect.width(), rect.bottom() - top + 2), Qt::TextWordWrap, text);
}

/// White inside black: seen on any picture.
void outline(QPainter& p, const QRectF& rect, double width)
{
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(0, 0, 0, 190), width + 2));
    p.drawRect(rect);
    p.setPen(QPen(Qt::white, width));
    p.drawRect(rect);
}

void cross(QPainter& p, const QRectF& rect, const QColor& colour)
{
    p.setPen(QPen(colour, 1));
    p.drawLine(rect.topLeft(), rect.bottomRight());
    p.drawLine(rect.topRight(), rect.bottomLeft());
}

/// Hidden patches, windows, the followed one.
void marks(Ink& ink, const PatchArea& area, const std::vector<Cell>& hidden, const QVector<QRect>& frames)
{
    QPainter& p = ink.p;
    p.setRenderHint(QPainter::Antialiasing);
    for (const Cell cell : hidden) {
        const QRectF rect = cellsOf(area, QRectF(cell.column, cell.row, 1, 1));
        p.fillRect(rect, QColor(0, 0, 0, 150));
        cross(p, rect, QColor(255, 255, 255, 120));
    }
    p.setBrush(Qt::NoBrush);
    // Neighbours share their edge: all of what sets the lines apart from the picture lies under all of them.
    const QColor apart = Theme::current().kind == ThemeKind::Dark ? QColor(0, 0, 0, 110) : QColor(255, 255, 255, 150);
    for (const QPen& pen : {QPen(apart, 2.5), QPen(Theme::current().accent, 1)}) {
        p.setPen(pen);
        for (const QRect& frame : frames)
            p.drawRect(cellsOf(area, frame));
    }
    const auto place = area.window ? std::optional(QRectF(area.window->followed.column, area.window->followed.row, 1, 1)) : ink.mark.on(area.grid);
    if (place)
        outline(p, cellsOf(area, *place), 1.75);
}

void lines(QPainter& p, const QRectF& body, GridSize grid)
{
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setPen(QPen(QColor(255, 255, 255, 70), 0));
    for (int i = 1; i < grid.columns; ++i)
        p.drawLine(QPointF(body.x() + body.width() * i / grid.columns, body.top()), QPointF(body.x() + body.width() * i / grid.columns, body.bottom()));
    for (int i = 1; i < grid.rows; ++i)
        p.drawLine(QPointF(body.left(), body.y() + body.height() * i / grid.rows), QPointF(body.right(), body.y() + body.height() * i / grid.rows));
}

/// The row of a list whose pair is shown: a bar at its left.
void markRow(QPainter& p, const QRectF& row)
{
    paint::roundedFill(p, QRectF(row.x() - 9, row.y(), 3, row.height()), 1.5, Theme::current().accent);
}

void paintStrip(Ink& ink, const Strip& strip, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    const QRectF body = stripBody(strip, rect);
    const double dense = ink.p.device() ? ink.p.device()->devicePixelRatioF() : 1;
    crisp(ink.p, body, ink.colours.picture(strip.values, 1, static_cast<int>(strip.values.size()), strip.limit > 0 ? strip.limit : limitOf(strip.values), strip.tint, qRound(body.width() * dense)));
    const QRectF row(rect.x(), rect.y(), rect.width(), bodyOf(Element(strip), rect).height());
    if (strip.marked)
        markRow(ink.p, row);
    double x = rect.x();
    if (hasToken(strip)) {
        const QRectF thumb(x, row.y(), row.height(), row.height());
        if (strip.thumbnail.isNull()) {
            QFont font = smallFont();
            font.setPixelSize(qRound(row.height() * 0.4));
            paint::roundedFill(ink.p, thumb, 3, theme.raised);
            paint::text(ink.p, thumb, strip.badge, font, theme.dim, Qt::AlignCenter);
        } else {
            crisp(ink.p, thumb, strip.thumbnail);
        }
        x = thumb.right() + 6;
    }
    if (!strip.label.isEmpty())
        paint::text(ink.p, QRectF(x, row.y(), body.x() - x - 4, row.height()), strip.label, smallFont(), theme.dim);
    if (!strip.note.isEmpty())
        paint::text(ink.p, QRectF(body.right() + 6, row.y(), rect.right() - body.right() - 6, row.height()), strip.note, smallFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
    if (strip.chosen >= 0 && !strip.values.empty()) {
        const double width = body.width() / static_cast<double>(strip.values.size());
        ink.p.setRenderHint(QPainter::Antialiasing);
        outline(ink.p, QRectF(body.x() + strip.chosen * width - 1, body.y() - 1, std::max(4.0, width + 2), body.height() + 2), 1.5);
    }
    caption(ink, Element(strip), rect, QRectF(row));
}

void paintMap(Ink& ink, const Map& map, const QRectF& rect)
{
    const QRectF body = bodyOf(Element(map), rect);
    ink.p.fillRect(body, Theme::current().canvas);
    crisp(ink.p, body, ink.colours.picture(map.values.values(), map.values.rows(), map.values.columns(), map.limit > 0 ? map.limit : limitOf(map.values.values()), map.tint, map.values.columns()));
    for (const Cell cell : map.forbidden) {
        ink.p.setRenderHint(QPainter::Antialiasing);
        cross(ink.p, cellsOf({body, map.values.size(), {}}, QRectF(cell.column, cell.row, 1, 1)).adjusted(2, 2, -2, -2), Theme::current().faint);
    }
    if (const auto area = patchArea(Element(map), rect))
        marks(ink, *area, map.hidden, map.frames);
    caption(ink, Element(map), rect, body);
}

void paintPicture(Ink& ink, const Picture& picture, const QRectF& rect)
{
    const QRectF body = bodyOf(Element(picture), rect);
    if (picture.crisp) {
        crisp(ink.p, body, picture.pixels);
    } else {
        ink.p.setRenderHint(QPainter::SmoothPixmapTransform);
        ink.p.drawImage(body, picture.pixels);
    }
    const auto area = patchArea(Element(picture), rect);
    if (area && !picture.field.isNull()) {
        QPainterPath outside;
        outside.addRect(body);
        outside.addRect(area->rect);
        ink.p.fillPath(outside, QColor(0, 0, 0, 120));
        outline(ink.p, area->rect.intersected(body).adjusted(1, 1, -1, -1), 1);
    }
    if (picture.lines)
        lines(ink.p, body, picture.grid);
    if (area)
        marks(ink, *area, picture.hidden, picture.frames);
    caption(ink, Element(picture), rect, body);
}

void paintMatrix(Ink& ink, const Matrix& matrix, const QRectF& rect)
{
    const QRectF body = bodyOf(Element(matrix), rect);
    crisp(ink.p, body, ink.colours.picture(matrix.values, matrix.rows, matrix.columns, limitOf(matrix.values), Tint::Signed, 4 * qRound(body.width())));
    const double height = body.height() / std::max(1, matrix.rows);
    if (matrix.prefixRows > 0)
        ink.p.fillRect(QRectF(body.x(), body.y() + matrix.prefixRows * height, body.width(), 1), Theme::current().text);
    if (matrix.markedRow >= 0) {
        ink.p.setRenderHint(QPainter::Antialiasing);
        outline(ink.p, QRectF(body.x(), body.y() + matrix.markedRow * height - 1, body.width(), std::max(3.0, height + 2)), 1.25);
    }
    if (const auto area = patchArea(Element(matrix), rect))
        marks(ink, *area, {}, {});
    caption(ink, Element(matrix), rect, body);
}

void paintShares(Ink& ink, const Shares& shares, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    float most = 1e-12F;
    for (const auto& row : shares.rows)
        most = std::max(most, row.share);
    for (int i = 0; i < shares.rows.size(); ++i) {
        const auto& row = shares.rows[i];
        const QRectF line = shareRow(shares, rect, i);
        if (row.marked)
            markRow(ink.p, line.adjusted(0, 0, 0, -scaled(7)));
        double x = line.x();
        const bool tall = line.height() > scaled(34);
        if (tall) {
            const double side = line.height() - scaled(7);
            const QRectF thumb(x, line.y(), side, side);
            if (row.thumbnail.isNull()) {
                paint::roundedFill(ink.p, thumb, 3, theme.raised);
                paint::text(ink.p, thumb, row.badge, smallFont(), theme.dim, Qt::AlignCenter);
            } else {
                crisp(ink.p, thumb, row.thumbnail);
            }
            x = thumb.right() + 10;
        }
        const double height = tall ? line.height() - scaled(7) : line.height();
        const QRectF number(x, line.y(), scaled(62), height);
        paint::text(ink.p, number, percentText(static_cast<double>(row.share)) + u" %"_s, bodyFont(), theme.text);
        const double nameWidth = tall ? scaled(kNameWidth) : line.width() * 0.42;
        const QRectF all(number.right() + 8, line.y() + height / 2 - 2, line.right() - nameWidth - number.right() - 18, 4);
        paint::track(ink.p, all, QRectF(all.x(), all.y(), all.width() * static_cast<double>(row.share / most), all.height()), true);
        paint::text(ink.p, QRectF(line.right() - nameWidth, line.y(), nameWidth, height), row.name, smallFont(), theme.dim);
    }
    caption(ink, Element(shares), rect, bodyOf(Element(shares), rect));
}

void paintCrowd(Ink& ink, const Crowd& crowd, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    const QRectF body = bodyOf(Element(crowd), rect);
    if (crowd.values.empty())
        return;
    const double high = std::max(1e-9, static_cast<double>(crowd.values.front()));
    const double low = std::min(0.0, static_cast<double>(crowd.values.back()));
    const auto y = [&](double v) { return body.bottom() - (v - low) / (high - low) * body.height(); };
    QPolygonF area{{body.x(), y(0)}};
    const auto last = static_cast<double>(std::max<std::size_t>(1, crowd.values.size() - 1));
    // Sorted, so two a pixel tell all there is.
    const auto points = std::min(crowd.values.size(), static_cast<std::size_t>(std::max(2.0, 2 * body.width())));
    for (std::size_t p = 0; p < points; ++p) {
        const std::size_t i = points > 1 ? p * (crowd.values.size() - 1) / (points - 1) : 0;
        area << QPointF(body.x() + body.width() * static_cast<double>(i) / last, y(static_cast<double>(crowd.values[i])));
    }
    area << QPointF(body.right(), y(0));
    ink.p.setRenderHint(QPainter::Antialiasing);
    ink.p.setPen(Qt::NoPen);
    QColor fill = theme.accent;
    fill.setAlphaF(0.35F);
    ink.p.setBrush(fill);
    ink.p.drawPolygon(area);
    ink.p.setPen(QPen(theme.accent, 1.5));
    ink.p.drawPolyline(area.mid(1, area.size() - 2));
    ink.p.setPen(QPen(theme.line, 1));
    ink.p.drawLine(QPointF(body.x(), y(0)), QPointF(body.right(), y(0)));
    caption(ink, Element(crowd), rect, body);
}

void arrow(QPainter& p, QPointF from, QPointF to, const QColor& colour)
{
    p.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(from, to);
    const QLineF line(to, from);
    if (line.length() < 6)
        return;
    for (const double turn : {24.0, -24.0}) {
        QLineF head = line;
        head.setLength(8);
        head.setAngle(line.angle() + turn);
        p.drawLine(head);
    }
}

void paintAddition(Ink& ink, const Addition& sum, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    const double angle = std::isfinite(sum.angle) ? sum.angle * M_PI / 180 : 0;
    const QPointF tip(sum.before, 0), end(sum.before + sum.added * std::cos(angle), -sum.added * std::sin(angle));
    const double left = std::min(0.0, end.x()), right = std::max({tip.x(), end.x(), 1e-9});
    const double room = rect.height() - scaled(44);
    const double k = std::min((rect.width() - 12) / (right - left), room / std::max(1e-9, -end.y()));
    const double deep = std::clamp(-end.y() * k + 12, 26.0, room);
    const auto at = [&](QPointF point) { return QPointF(rect.x() + 4 + (point.x() - left) * k, rect.y() + deep + point.y() * k); };
    ink.p.setRenderHint(QPainter::Antialiasing);
    arrow(ink.p, at({0, 0}), at(tip), theme.dim);
    arrow(ink.p, at(tip), at(end), theme.warning);
    arrow(ink.p, at({0, 0}), at(end), theme.accent);
    const double y = rect.y() + deep + scaled(10);
    double x = rect.x();
    const auto part = [&](const QString& name, const QString& value, const QColor& colour, const QColor& valueColour) {
        const double width = std::max(paint::textWidth(smallFont(), name), paint::textWidth(smallFont(), value));
        paint::text(ink.p, QRectF(x, y, width + 2, scaled(16)), name, smallFont(), colour);
        paint::text(ink.p, QRectF(x, y + scaled(15), width + 2, scaled(16)), value, smallFont(), valueColour);
        x += width + scaled(14);
    };
    part(sum.beforeName, valueText(sum.before, 3), theme.dim, theme.text);
    part(u"+ "_s + sum.addedName, valueText(sum.added, 3), theme.warning, theme.text);
    part(u"= "_s + sum.afterName, valueText(sum.after, 3), theme.accent, theme.text);
    if (std::isfinite(sum.angle)) // nothing added has no direction
        part({}, u"∠ %1°"_s.arg(qRound(sum.angle)), theme.dim, theme.dim);
}

void paintFacts(Ink& ink, const Facts& facts, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    const QRectF body = bodyOf(Element(facts), rect);
    const double height = body.height() / std::max(1, int(facts.rows.size()));
    for (int i = 0; i < facts.rows.size(); ++i) {
        const QRectF line(body.x(), body.y() + i * height, body.width(), height);
        const bool lit = !ink.lit.isEmpty() && facts.rows[i].letter == ink.lit;
        const double value = paint::textWidth(bodyFont(), facts.rows[i].value);
        paint::text(ink.p, line.adjusted(0, 0, -value - 8, 0), facts.rows[i].label, bodyFont(), lit ? theme.accent : theme.dim);
        paint::text(ink.p, line, facts.rows[i].value, bodyFont(), theme.text, Qt::AlignRight | Qt::AlignVCenter);
    }
    caption(ink, Element(facts), rect, body);
}

void paintNumber(Ink& ink, const Number& number, const QRectF& rect)
{
    QFont font = boldFont();
    font.setPixelSize(scaled(22));
    const QRectF body = bodyOf(Element(number), rect);
    paint::text(ink.p, body, number.text, font, Theme::current().text);
    caption(ink, Element(number), rect, body);
}

QString letterOf(const Element& element)
{
    return std::visit(Over{[](const Facts&) { return QString(); }, [](const Addition&) { return QString(); }, [](const Sign&) { return QString(); },
                          [](const Remark&) { return QString(); }, [](const auto& e) { return e.letter; }},
        element);
}

}

void paintPointedAt(QPainter& p, const QRectF& patch)
{
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(0, 0, 0, 110), 3));
    p.drawRect(patch);
    p.setPen(QPen(QColor(255, 255, 255, 200), 1.5));
    p.drawRect(patch);
}

void paint(Ink& ink, const Element& element, const QRectF& rect)
{
    ink.p.save();
    std::visit(Over{[&](const Strip& e) { paintStrip(ink, e, rect); }, [&](const Map& e) { paintMap(ink, e, rect); },
                   [&](const Picture& e) { paintPicture(ink, e, rect); }, [&](const Matrix& e) { paintMatrix(ink, e, rect); },
                   [&](const Shares& e) { paintShares(ink, e, rect); }, [&](const Crowd& e) { paintCrowd(ink, e, rect); },
                   [&](const Addition& e) { paintAddition(ink, e, rect); }, [&](const Facts& e) { paintFacts(ink, e, rect); },
                   [&](const Number& e) { paintNumber(ink, e, rect); },
                   [&](const Sign& e) {
                       QFont font = bodyFont();
                       font.setPixelSize(scaled(18));
                       paint::text(ink.p, rect, e.text, font, Theme::current().faint, Qt::AlignCenter);
                   },
                   [&](const Remark&) { caption(ink, element, rect, rect); }},
        element);
    if (const QString letter = letterOf(element); !letter.isEmpty() && letter == ink.lit) {
        ink.p.setRenderHint(QPainter::Antialiasing);
        ink.p.setBrush(Qt::NoBrush);
        ink.p.setPen(QPen(Theme::current().accent, 1.5));
        ink.p.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), 5, 5);
    }
    ink.p.restore();
}

}
