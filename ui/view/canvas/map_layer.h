// ui/view/canvas/map_layer.h: all that a canvas needs to draw and read out one map.
#pragma once
#include "ui/view/canvas/map_values.h"
#include <QImage>
#include <QPoint>
#include <QRectF>
#include <QRgb>
#include <QSize>
#include <QString>
#include <QVector>
#include <functional>
#include <utility>

namespace patchlight
{

struct MapLayer {
    /// The finished pixels of `source` (picture pixels) at `pixels` (device pixels): opaque, or with alpha to be laid
    /// on the picture. Called on paint, on the window's thread: within a few milliseconds.
    using Renderer = std::function<QImage(const QRectF& source, const QSize& pixels)>;

    QRectF field; ///< what the network saw, in picture pixels
    QSize grid; ///< laid over all of it: columns × rows
    MapValues values; ///< empty where no one number says what is seen
    QVector<QPoint> marks; ///< patches that stand out; cells of `grid`
    QVector<QRgb> colours; ///< of the colour bar, lowest first; empty: no scale, no bar
    double low = 0, high = 1; ///< at its ends
    QVector<std::pair<QRgb, QString>> legend; ///< what each colour means, where they are no scale; in the bar's place
    Renderer renderer;
};

}
