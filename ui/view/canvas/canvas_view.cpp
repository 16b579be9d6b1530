// ui/view/canvas/canvas_view.cpp: zoom, pan and fit.
#include "ui/view/canvas/canvas_view.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr double leastVisible = 48; // view pixels of the picture that stay in reach
constexpr double largestPixel = 64; // view pixels of one picture pixel at the highest zoom

}

void CanvasView::setPicture(QSizeF pixels)
{
    m_picture = pixels;
    fit();
}

void CanvasView::setViewport(QSizeF size, double left, double top, double right, double bottom)
{
    const QPointF moved((size.width() - m_viewport.width()) / 2, (size.height() - m_viewport.height()) / 2);
    m_viewport = size;
    m_left = left;
    m_top = top;
    m_right = right;
    m_bottom = bottom;
    if (m_fitted)
        fit();
    else
        pan(moved); // what was in the middle stays there
}

QRectF CanvasView::fitArea() const
{
    return {m_left, m_top, std::max(1.0, m_viewport.width() - m_left - m_right),
        std::max(1.0, m_viewport.height() - m_top - m_bottom)};
}

double CanvasView::fitZoom() const
{
    if (m_picture.isEmpty())
        return 1;
    const QRectF area = fitArea();
    return std::min(area.width() / m_picture.width(), area.height() / m_picture.height());
}

double CanvasView::minimumZoom() const
{
    return std::min(fitZoom(), 1.0) * 0.5;
}

double CanvasView::maximumZoom() const
{
    return std::max(largestPixel, fitZoom() * 2);
}

void CanvasView::fit()
{
    m_fitted = true;
    m_zoom = fitZoom();
    const QRectF area = fitArea();
    const QSizeF shown = m_picture * m_zoom;
    // In the middle of the whole view where that keeps clear of the colour bar, else in the middle of what is left.
    const double centred = (m_viewport.width() - shown.width()) / 2;
    const double x = std::clamp(centred, area.left(), std::max(area.left(), area.right() - shown.width()));
    m_origin = QPointF(x, area.top() + (area.height() - shown.height()) / 2);
}

void CanvasView::zoomTo(double zoom, QPointF anchor)
{
    const QPointF fixed = toPicture(anchor);
    m_zoom = std::clamp(zoom, minimumZoom(), maximumZoom());
    m_origin = anchor - fixed * m_zoom;
    m_fitted = false;
    keepInReach();
}

void CanvasView::pan(QPointF byView)
{
    if (!byView.isNull())
        m_fitted = false;
    m_origin += byView;
    keepInReach();
}

void CanvasView::reveal(QRectF picture)
{
    const QRectF shown = toView(picture);
    const QRectF area = fitArea();
    const auto shift = [](double low, double high, double least, double most) {
        return low < least ? least - low : high > most ? most - high : 0.0;
    };
    const QPointF by(shift(shown.left(), shown.right(), area.left(), area.right()),
        shift(shown.top(), shown.bottom(), area.top(), area.bottom()));
    if (!by.isNull())
        pan(by);
}

void CanvasView::keepInReach()
{
    const QSizeF shown = m_picture * m_zoom;
    const auto clamped = [](double origin, double length, double view) {
        const double margin = std::min({leastVisible, length, view});
        return std::clamp(origin, margin - length, std::max(margin - length, view - margin));
    };
    m_origin.setX(clamped(m_origin.x(), shown.width(), m_viewport.width()));
    m_origin.setY(clamped(m_origin.y(), shown.height(), m_viewport.height()));
}

QPointF CanvasView::toView(QPointF picture) const
{
    return m_origin + picture * m_zoom;
}

QRectF CanvasView::toView(QRectF picture) const
{
    return {toView(picture.topLeft()), picture.size() * m_zoom};
}

QPointF CanvasView::toPicture(QPointF view) const
{
    return (view - m_origin) / m_zoom;
}

QRectF CanvasView::toPicture(QRectF view) const
{
    return {toPicture(view.topLeft()), view.size() / m_zoom};
}

QRectF CanvasView::pictureInView() const
{
    return toView(QRectF(QPointF(), m_picture));
}

}
