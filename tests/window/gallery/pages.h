// tests/window/gallery/pages.h: the pages of the gallery and the data they show.
#pragma once
#include <QImage>
#include <QRgb>
#include <QVector>
#include <QWidget>
#include <functional>

namespace patchlight::gallery
{

/// A picture and maps that look like attention: smooth blobs, some heads sharper than others.
struct Sample {
    explicit Sample(const QString& picture);
    QImage picture;
    QVector<QRgb> colours;
    QVector<float> map(int layer, int head, int side = 14) const;
    QImage heat(const QVector<float>& values, int grid, int side) const;
    /// RGBA of the map over the field, as the core's renderer gives it.
    QImage layer(
        const QVector<float>& values, int grid, QRectF field, QRectF source, QSize pixels, float opacity) const;
};

using Page = std::function<QWidget*(const Sample&)>;
QVector<std::pair<QString, Page>> pages();

}
