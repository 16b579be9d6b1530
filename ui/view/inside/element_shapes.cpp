// ui/view/inside/element_shapes.cpp: sizes.
#include "ui/view/inside/element_shapes.h"
#include "ui/view/inside/element_view.h"
#include "ui/view/inside/over.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QFontMetricsF>

namespace patchlight::elements
{
namespace
{

using namespace inside;

constexpr int kMapSide = 216, kSmallMap = 132, kPicture = 216, kStrip = 296, kLabelled = 376;
constexpr int kLone = 18, kLow = 13, kThumb = 22, kLabel = 66, kNote = 56;
constexpr int kShares = 372, kShareRow = 40, kPlainRow = 30, kFacts = 236, kFactRow = 24;
constexpr int kCrowd = 252, kCrowdHeight = 108, kAddition = 252, kAdditionHeight = 132, kCaptionGap = 6;

bool labelled(const Strip& strip)
{
    return !strip.label.isEmpty();
}

double stripHeight(const Strip& strip)
{
    return scaled(labelled(strip) ? (hasToken(strip) ? kThumb : kLow) : kLone);
}

/// The drawing at most this wide and high, in the grid's own proportion.
QSizeF fitted(double side, double rows, double columns)
{
    const double most = std::max({rows, columns, 1.0});
    return {side * columns / most, side * rows / most};
}

/// As much as its longest line needs, between two bounds.
double widthOf(const Facts& facts)
{
    double most = scaled(kFacts);
    for (const auto& row : facts.rows)
        most = std::max(most, paint::textWidth(bodyFont(), row.label) + paint::textWidth(bodyFont(), row.value) + 10);
    return std::min<double>(most, scaled(kShares));
}

/// Size of the drawing alone.
QSizeF drawn(const Element& element, double room)
{
    const auto within = [room](int side) { return std::min<double>(scaled(side), room); };
    return std::visit(Over{[&](const Strip& s) { return QSizeF(within(labelled(s) ? kLabelled : kStrip), stripHeight(s)); },
                          [&](const Map& m) { return fitted(within(m.small ? kSmallMap : kMapSide), m.values.rows(), m.values.columns()); },
                          [&](const Picture& v) { return fitted(within(v.side ? v.side : kPicture), v.pixels.height(), v.pixels.width()); },
                          [&](const Matrix& m) { return QSizeF(within(m.side ? m.side : kMapSide), within(m.side ? m.side : kMapSide)); },
                          [&](const Shares& s) {
                              return QSizeF(within(kShares), shareRow(s, {}, static_cast<int>(s.rows.size()) - 1).bottom());
                          },
                          [&](const Crowd&) { return QSizeF(within(kCrowd), scaled(kCrowdHeight)); },
                          [&](const Addition&) { return QSizeF(within(kAddition), scaled(kAdditionHeight)); },
                          [&](const Facts& f) { return QSizeF(std::min(widthOf(f), room), static_cast<double>(f.rows.size()) * scaled(kFactRow)); },
                          [&](const Number& n) {
                              QFont font = boldFont();
                              font.setPixelSize(scaled(22));
                              return QSizeF(std::max(paint::textWidth(font, n.text), static_cast<double>(scaled(92))), scaled(30));
                          },
                          [&](const Sign&) { return QSizeF(scaled(24), scaled(24)); },
                          [&](const Remark&) { return QSizeF(std::min<double>(scaled(kStrip), room), 0); }},
        element);
}

}

QString captionOf(const Element& element)
{
    return std::visit(Over{[](const Shares& s) { return s.rest; }, [](const Addition&) { return QString(); },
                          [](const Sign&) { return QString(); }, [](const Remark& r) { return r.text; },
                          [](const auto& e) { return e.caption; }},
        element);
}

QFont captionFont()
{
    return smallFont();
}

double textHeight(const QString& text, const QFont& font, double width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

QSizeF sizeOf(const Element& element, double room)
{
    const QSizeF body = drawn(element, room);
    const QString caption = captionOf(element);
    if (caption.isEmpty())
        return body;
    const double gap = std::holds_alternative<Remark>(element) ? 0 : kCaptionGap;
    return {body.width(), body.height() + gap + textHeight(caption, captionFont(), body.width())};
}

bool hasToken(const Strip& strip)
{
    return !strip.thumbnail.isNull() || !strip.badge.isEmpty();
}

QRectF bodyOf(const Element& element, const QRectF& rect)
{
    return {rect.topLeft(), drawn(element, rect.width())};
}

namespace
{

/// The part of a picture that the network sees, as drawn.
QRectF fieldOf(const Picture& picture, const QRectF& body)
{
    if (picture.field.isNull())
        return body;
    const double k = body.width() / std::max(1, picture.pixels.width());
    return {body.topLeft() + picture.field.topLeft() * k, picture.field.size() * k};
}

}

std::optional<PatchArea> patchArea(const Element& element, const QRectF& rect)
{
    PatchArea area{bodyOf(element, rect), {}, {}};
    if (const auto* map = std::get_if<Map>(&element); map && map->clickable)
        area = {area.rect, map->values.size(), map->window};
    else if (const auto* picture = std::get_if<Picture>(&element))
        area = {fieldOf(*picture, area.rect), picture->grid, picture->window};
    else if (const auto* matrix = std::get_if<Matrix>(&element))
        area.grid = matrix->grid;
    return area.grid.count() > 0 ? std::optional(area) : std::nullopt;
}

QRectF cellsOf(const PatchArea& area, const QRectF& cells)
{
    const double w = area.rect.width() / area.grid.columns, h = area.rect.height() / area.grid.rows;
    return {area.rect.x() + cells.x() * w, area.rect.y() + cells.y() * h, cells.width() * w, cells.height() * h};
}

QRectF stripBody(const Strip& strip, const QRectF& rect)
{
    const double left = labelled(strip) ? scaled(kLabel) + (hasToken(strip) ? scaled(kThumb) + 6 : 0) : 0;
    const double right = strip.note.isEmpty() ? 0 : scaled(kNote);
    const double height = hasToken(strip) ? scaled(kLow) : stripHeight(strip);
    return {rect.x() + left, rect.y() + (stripHeight(strip) - height) / 2, std::max(8.0, rect.width() - left - right), height};
}

QRectF shareRow(const Shares& shares, const QRectF& rect, int row)
{
    bool tall = false;
    for (const auto& each : shares.rows)
        tall = tall || !each.thumbnail.isNull() || !each.badge.isEmpty();
    const double height = scaled(tall ? kShareRow : kPlainRow);
    return {rect.x(), rect.y() + row * height, rect.width(), height};
}

}
