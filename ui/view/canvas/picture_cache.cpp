// ui/view/canvas/picture_cache.cpp: scaling the picture well, and not twice.
#include "ui/view/canvas/picture_cache.h"
#include <QPainter>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int mostLevels = 8;
constexpr double pixelsBecomeSquares = 8; // device pixels per picture pixel from which on pixels are worth seeing

/// Four pixels become one. Of a large picture Qt's own scaling would first make a copy in another format.
QImage halved(const QImage& image)
{
    const QSize half(std::max(1, image.width() / 2), std::max(1, image.height() / 2));
    if (image.format() != QImage::Format_RGB888 || image.width() < 2 || image.height() < 2)
        return image.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage small(half, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const uchar* upper = image.constScanLine(2 * y);
        const uchar* lower = image.constScanLine(2 * y + 1);
        auto* out = reinterpret_cast<QRgb*>(small.scanLine(y));
        for (int x = 0; x < half.width(); ++x, upper += 6, lower += 6) {
            const auto mean
                = [upper, lower](int c) { return (upper[c] + upper[c + 3] + lower[c] + lower[c + 3] + 2) / 4; };
            out[x] = qRgb(mean(0), mean(1), mean(2));
        }
    }
    return small;
}

}

void PictureCache::setPicture(const QImage& picture)
{
    m_levels.clear();
    if (!picture.isNull())
        m_levels.append(picture);
    dropPlain();
    dropComposed();
}

const QImage& PictureCache::level(double scale, int& power)
{
    power = std::clamp(static_cast<int>(std::floor(-std::log2(std::max(scale, 1e-9)))), 0, mostLevels - 1);
    while (m_levels.size() <= power) {
        m_levels.append(halved(m_levels.last()));
    }
    return m_levels[power];
}

QImage PictureCache::drawn(const Tile& tile)
{
    const double scale = tile.target.width() / tile.source.width();
    int power = 0;
    const QImage& from = level(scale, power);
    const double x = double(from.width()) / picture().width();
    const double y = double(from.height()) / picture().height();
    const QRectF source(tile.source.x() * x, tile.source.y() * y, tile.source.width() * x, tile.source.height() * y);
    QImage image(tile.target.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < pixelsBecomeSquares);
    painter.drawImage(QRectF(QPointF(), tile.target.size()), from, source);
    return image;
}

const QImage& PictureCache::plain(const Tile& tile)
{
    if (m_plain.isNull() || m_plainTile != tile) {
        m_plain = drawn(tile);
        m_plainTile = tile;
    }
    return m_plain;
}

const QImage& PictureCache::composed(const Tile& tile, const std::function<QImage(const QRectF&, const QSize&)>& render)
{
    if (!m_composed.isNull() && m_composedTile == tile)
        return m_composed;
    QImage image = render(tile.source, tile.target.size());
    if (image.isNull() || image.hasAlphaChannel()) {
        QImage ground = plain(tile);
        if (!image.isNull()) {
            QPainter painter(&ground);
            painter.drawImage(QRect(QPoint(), tile.target.size()), image);
        }
        image = ground;
    }
    m_composed = image;
    m_composedTile = tile;
    return m_composed;
}

}
