// ui/view/canvas/canvas_view.h: where the picture lies in the view: zoom, pan and fit. No painting.
#pragma once
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace patchlight
{

/// Two spaces. View: device-independent pixels of the widget. Picture: pixels of the picture, continuous, (0, 0) its
/// top left corner. `zoom` is view pixels per picture pixel.
class CanvasView
{
public:
    /// Sizes; while fitted, the picture stays fitted. `margins` keep caption and colour bar clear.
    void setPicture(QSizeF pixels);
    void setViewport(QSizeF size, double left, double top, double right, double bottom);

    double zoom() const { return m_zoom; }
    bool fitted() const { return m_fitted; }
    double fitZoom() const;
    double minimumZoom() const;
    double maximumZoom() const;

    void fit();
    /// The picture point under `anchor` (view) stays under it.
    void zoomTo(double zoom, QPointF anchor);
    void pan(QPointF byView);
    /// Moves the least that brings `picture` into the view.
    void reveal(QRectF picture);

    QPointF toView(QPointF picture) const;
    QRectF toView(QRectF picture) const;
    QPointF toPicture(QPointF view) const;
    QRectF toPicture(QRectF view) const;
    QRectF pictureInView() const;

private:
    void keepInReach();
    QRectF fitArea() const;

    QSizeF m_picture, m_viewport;
    double m_left = 0, m_top = 0, m_right = 0, m_bottom = 0;
    QPointF m_origin; ///< of the picture, in the view
    double m_zoom = 1;
    bool m_fitted = true;
};

}
