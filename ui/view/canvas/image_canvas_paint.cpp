// ui/view/canvas/image_canvas_paint.cpp: the picture, the map and the marks on it.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr double dimming = 0.5; // of what the network did not see
constexpr double veil = 0.6; // how far an old map steps back
constexpr double behindTheBrush = 0.6; // how strong the query stays
constexpr double markRadius = 0.32; // of a patch's side
constexpr double smallestGridCell = 4; // view pixels; finer grids would only be a grey haze
constexpr QColor pill(13, 14, 17, 235); // the read-out is dark in both themes: it lies on the picture
constexpr QColor pillText(240, 242, 246);
constexpr double pillSide = 9; // px beside its words
constexpr int pillFlags = Qt::AlignCenter | Qt::TextWordWrap;

/// Lines are as wide at every zoom, in device-independent pixels.
QPen mark(const QColor& colour, double width = 1, Qt::PenStyle style = Qt::SolidLine)
{
    return {colour, width, style, Qt::FlatCap, Qt::MiterJoin};
}

/// The part of the picture that is on screen. The picture's edges are put on device pixels, so nothing is blurred.
Tile visibleTile(const QRectF& picture, QSizeF pixels, QSize view, double ratio)
{
    const auto px = [ratio](double v) { return qRound(v * ratio); };
    const QRect whole(
        QPoint(px(picture.left()), px(picture.top())), QPoint(px(picture.right()) - 1, px(picture.bottom()) - 1));
    const QRect seen = whole & QRect(0, 0, qCeil(view.width() * ratio), qCeil(view.height() * ratio));
    if (seen.isEmpty())
        return {};
    const double x = pixels.width() / whole.width();
    const double y = pixels.height() / whole.height();
    return {QRectF((seen.x() - whole.x()) * x, (seen.y() - whole.y()) * y, seen.width() * x, seen.height() * y), seen};
}

/// White between two black lines: visible on any picture.
void outline(QPainter& p, const QRectF& rect, Qt::PenStyle style = Qt::SolidLine)
{
    // Patches of a pixel or two are marked by a frame that can be seen.
    const double grow = std::max(0.0, 4 - std::min(rect.width(), rect.height()) / 2);
    const QRectF frame = rect.adjusted(-grow, -grow, grow, grow);
    p.setBrush(Qt::NoBrush);
    p.setPen(mark(QColor(0, 0, 0, 200), 4));
    p.drawRect(frame);
    p.setPen(mark(Qt::white, 2, style));
    p.drawRect(frame);
}

/// Takes the corners off by painting the surroundings over them: sharper than clipping.
void roundCorners(QPainter& p, const QRectF& picture, double radius)
{
    QPainterPath corners;
    corners.addRect(picture);
    corners.addRoundedRect(picture, radius, radius); // odd-even: only what lies between the two is filled
    p.setRenderHint(QPainter::Antialiasing);
    p.fillPath(corners, Theme::current().canvas);
}

}

void ImageCanvas::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().canvas);
    if (!m_picture.picture().isNull()) {
        paintMap(p);
        if (m_overlayVisible) {
            paintOutside(p);
            if (m_gridVisible)
                paintGrid(p);
        }
        paintHidden(p);
        paintMarks(p);
        paintQuery(p);
        if (m_brush.isOn())
            paintBrush(p);
        else
            paintPointed(p);
        paintCaption(p);
        paintReadOut(p);
        paintHint(p);
    }
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), 0);
    if (m_dropActive)
        paintDrop(p);
}

void ImageCanvas::paintDrop(QPainter& p) const
{
    const QColor accent = Theme::current().accent;
    QColor glow = accent;
    glow.setAlphaF(0.12F);
    p.fillRect(rect(), glow);
    p.setBrush(Qt::NoBrush);
    p.setPen(mark(accent, 3));
    p.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
}

void ImageCanvas::paintMap(QPainter& p)
{
    const double ratio = devicePixelRatioF();
    const Tile tile = visibleTile(pictureRectInView(), m_picture.picture().size(), size(), ratio);
    if (tile.target.isEmpty())
        return;
    p.save();
    p.scale(1 / ratio, 1 / ratio); // from here on device pixels
    const QPoint at = tile.target.topLeft();
    const bool map = m_renderer && m_overlayVisible;
    p.drawImage(at, map ? m_picture.composed(tile, m_renderer) : m_picture.plain(tile));
    if (map && m_fading.state() == QVariantAnimation::Running && m_fadingFrom.size() == tile.target.size()) {
        p.setOpacity(m_fading.currentValue().toDouble());
        p.drawImage(at, m_fadingFrom);
    }
    if (map && m_running && m_veiling.currentValue().toDouble() > 0) {
        p.setOpacity(veil * m_veiling.currentValue().toDouble());
        p.drawImage(at, m_picture.plain(tile));
    }
    p.setOpacity(1);
    if (rect().contains(pictureRectInView().toAlignedRect()))
        roundCorners(p, tile.target, metric::thumbnailRadius * ratio);
    p.restore();
}

void ImageCanvas::paintOutside(QPainter& p) const
{
    const QRectF field = fieldRectInView();
    const QRectF picture = pictureRectInView();
    if (field.isEmpty() || !m_renderer)
        return;
    if (m_dimOutside) {
        QPainterPath outside;
        outside.addRect(picture);
        QPainterPath inside;
        inside.addRect(field);
        p.fillPath(outside - inside, QColor::fromRgbF(0, 0, 0, dimming));
    }
    // A hairline, unless it would only trace the picture's own edge.
    const QRectF lost = picture & field;
    if (std::abs(lost.width() - picture.width()) < 2 && std::abs(lost.height() - picture.height()) < 2)
        return;
    p.setBrush(Qt::NoBrush);
    p.setPen(mark(QColor(0, 0, 0, 50), 3));
    p.drawRect(field);
    p.setPen(mark(QColor(255, 255, 255, 150)));
    p.drawRect(field);
}

void ImageCanvas::paintGrid(QPainter& p) const
{
    const QRectF field = fieldRectInView();
    const QRectF cell = patchRectInView({0, 0});
    if (cell.width() < smallestGridCell || cell.height() < smallestGridCell)
        return;
    const double snap = qFuzzyCompare(devicePixelRatioF(), 1.0) ? 0.5 : 0.0;
    const auto at = [snap](double v) { return snap > 0 ? std::floor(v) + snap : v; };
    p.setPen(QPen(QColor(255, 255, 255, 70), 0)); // a hairline of one device pixel
    for (int column = 1; column < m_query.grid().width(); ++column) {
        const double x = at(field.left() + column * cell.width());
        p.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()));
    }
    for (int row = 1; row < m_query.grid().height(); ++row) {
        const double y = at(field.top() + row * cell.height());
        p.drawLine(QPointF(field.left(), y), QPointF(field.right(), y));
    }
}

QRectF ImageCanvas::cellsRectInView(const QRect& cells) const
{
    return patchRectInView(cells.topLeft()) | patchRectInView(cells.bottomRight());
}

/// What the map is of, under the brush too.
void ImageCanvas::paintQuery(QPainter& p) const
{
    if (!m_query.asksPatches() || !m_overlayVisible || m_drag == Drag::Region)
        return;
    const CanvasQuery& asked = m_query.query();
    p.setOpacity(m_brush.isOn() ? behindTheBrush : 1);
    outline(p, cellsRectInView(asked.cells), asked.kind == CanvasQuery::Kind::Inverse ? Qt::DashLine : Qt::SolidLine);
    p.setOpacity(1);
}

/// What a click would ask.
void ImageCanvas::paintPointed(QPainter& p) const
{
    if (m_drag == Drag::Region) {
        const QRectF rect = cellsRectInView(regionOfDrag().cells);
        p.fillRect(rect, QColor(255, 255, 255, 40));
        outline(p, rect);
        return;
    }
    if (m_hovered && m_query.possible() && m_drag != Drag::Pan) {
        const QRectF patch = patchRectInView(*m_hovered);
        p.setBrush(Qt::NoBrush);
        p.setPen(mark(QColor(0, 0, 0, 110), 3));
        p.drawRect(patch);
        p.setPen(mark(QColor(255, 255, 255, 200)));
        p.drawRect(patch);
    }
}

void ImageCanvas::paintMarks(QPainter& p) const
{
    if (m_marks.isEmpty() || !m_overlayVisible || !m_renderer)
        return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    for (const QPoint cell : m_marks) {
        const QRectF patch = patchRectInView(cell);
        const double radius = std::max(3.0, std::min(patch.width(), patch.height()) * markRadius);
        p.setPen(mark(QColor(0, 0, 0, 200), 3.5));
        p.drawEllipse(patch.center(), radius, radius);
        p.setPen(mark(Qt::white, 1.6));
        p.drawEllipse(patch.center(), radius, radius);
    }
    p.restore();
}

void ImageCanvas::paintCaption(QPainter& p) const
{
    if (m_name.isEmpty())
        return;
    const Theme& theme = Theme::current();
    const auto [line, place, fits] = captionPlaces(m_place);
    const QRectF all = m_place.isEmpty() ? line : line.united(place);
    if (pictureRectInView().intersects(all)) {
        QColor plate = theme.canvas;
        plate.setAlphaF(0.82F);
        paint::roundedFill(p, all.adjusted(-8, 0, 8, fits ? 0 : metric::tiny), metric::radius, plate);
    }
    paint::text(p, line, m_name, boldFont(), theme.text);
    p.setFont(bodyFont());
    p.setPen(theme.dim);
    p.drawText(place, fits ? int{Qt::AlignVCenter} : int{Qt::TextWordWrap}, m_place);
}

bool ImageCanvas::readsOutTheQuery() const
{
    return !m_hovered && paint::focusVisible(*this) && m_query.query().kind == CanvasQuery::Kind::Patch;
}

/// Beside the cursor, and never under the colour bar, which lies on top.
QRectF ImageCanvas::readOutRectInView() const
{
    const QPoint asked = m_query.query().cells.topLeft();
    const QString text = readsOutTheQuery() ? m_values.readOut(asked) : readOut();
    if (text.isEmpty())
        return {};
    const QPointF at = readsOutTheQuery() ? patchRectInView(asked).bottomRight()
        : m_hoverLinked                   ? patchRectInView(*m_hovered).center()
                                          : m_mouse;
    const QRectF most(0, 0, width() - 8 - 2 * pillSide, height());
    const QSizeF words = QFontMetricsF(bodyFont()).boundingRect(most, pillFlags, text).size();
    QRectF box(at + QPointF(16, 14), QSizeF(std::ceil(words.width()) + 2 * pillSide, std::max<double>(scaled(26), words.height() + 6)));
    if (box.bottom() > height() - 4)
        box.moveBottom(at.y() - 10);
    const QRectF bar = m_colourBar->isVisible() ? QRectF(m_colourBar->geometry()) : QRectF();
    if (box.intersects(bar) || box.right() > width() - 4)
        box.moveRight(std::max(box.width() + 4, at.x() - 12));
    if (box.intersects(bar)) // which reaches to the left edge, or there is no room beside it
        box.moveBottom(std::max(box.height() + 4, bar.top() - 4));
    return box;
}

void ImageCanvas::paintReadOut(QPainter& p) const
{
    const QRectF box = m_drag == Drag::Pan || m_brush.isOn() ? QRectF() : readOutRectInView();
    if (box.isEmpty())
        return;
    const QString text = readsOutTheQuery() ? m_values.readOut(m_query.query().cells.topLeft()) : readOut();
    paint::roundedFill(p, box, metric::radius - 1, pill);
    p.setFont(bodyFont());
    p.setPen(pillText);
    p.drawText(box.adjusted(pillSide - 1, 0, 1 - pillSide, 0), pillFlags, text);
}

void ImageCanvas::paintHint(QPainter& p) const
{
    const bool free = m_brush.hidden().isEmpty(); // else that is said there
    if (m_hint.isEmpty() || !free || !m_hovered || !m_query.possible() || m_brush.isOn() || m_drag != Drag::None)
        return;
    const double room = width() - scaled(24);
    const double wide = std::min(room, paint::textWidth(smallFont(), m_hint) + 20);
    const QRectF box((width() - wide) / 2, height() - scaled(27), wide, scaled(22));
    paint::roundedFill(p, box, metric::radius - 1, pill);
    paint::text(p, box.adjusted(8, 0, -8, 0), m_hint, smallFont(), pillText, Qt::AlignCenter);
}

}
