// tests/window/gallery/sample.cpp: made-up maps.
#include "gallery/pages.h"
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <random>

namespace patchlight::gallery
{
namespace
{

QImage drawnPicture()
{
    QImage image(640, 640, QImage::Format_RGB32);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, 640);
    sky.setColorAt(0, QColor(90, 120, 160));
    sky.setColorAt(0.6, QColor(220, 190, 150));
    sky.setColorAt(1, QColor(70, 90, 60));
    p.fillRect(image.rect(), sky);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(160, 110, 70));
    p.drawEllipse(200, 120, 220, 300);
    p.setBrush(QColor(90, 80, 75));
    p.drawEllipse(330, 360, 240, 180);
    return image;
}

}

Sample::Sample(const QString& path) : picture(path)
{
    if (picture.isNull())
        picture = drawnPicture();
    const QVector<QColor> stops{QColor(0x000004), QColor(0x1b0c41), QColor(0x4a0c6b), QColor(0x781c6d),
        QColor(0xa52c60), QColor(0xcf4446), QColor(0xed6925), QColor(0xfb9b06), QColor(0xf7d13d), QColor(0xfcffa4)};
    for (int i = 0; i < 256; ++i) {
        const double at = i / 255.0 * (stops.size() - 1);
        const int k = std::min(int(at), int(stops.size()) - 2);
        const double t = at - k;
        const auto mix = [t](int a, int b) { return int(a + (b - a) * t); };
        colours.append(qRgb(mix(stops[k].red(), stops[k + 1].red()), mix(stops[k].green(), stops[k + 1].green()),
            mix(stops[k].blue(), stops[k + 1].blue())));
    }
}

QVector<float> Sample::map(int layer, int head, int side) const
{
    std::mt19937 random(unsigned(layer * 131 + head * 17 + 5));
    std::uniform_real_distribution<float> unit(0, 1);
    QVector<float> values(side * side);
    const float noise = 0.9F - 0.07F * float(layer);
    const float cx = 0.35F + 0.4F * unit(random);
    const float cy = 0.25F + 0.5F * unit(random);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float dx = (float(x) + 0.5F) / float(side) - cx;
            const float dy = (float(y) + 0.5F) / float(side) - cy;
            const float blob = std::exp(-(dx * dx + dy * dy) * (14 + 3.0F * float(layer)));
            values[y * side + x] = 0.002F * (blob + std::max(0.05F, noise) * std::pow(unit(random), 3.0F));
        }
    return values;
}

QImage Sample::heat(const QVector<float>& values, int grid, int side) const
{
    QImage small(grid, grid, QImage::Format_RGB32);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    for (int y = 0; y < grid; ++y)
        for (int x = 0; x < grid; ++x)
            small.setPixel(x, y, colours[int(255 * (values[y * grid + x] - *low) / (*high - *low + 1e-9F))]);
    return small.scaled(side, side);
}

QImage Sample::layer(
    const QVector<float>& values, int grid, QRectF field, QRectF source, QSize pixels, float opacity) const
{
    QImage map = heat(values, grid, grid).scaled(grid * 12, grid * 12, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter p(&image);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.scale(pixels.width() / source.width(), pixels.height() / source.height());
    p.translate(-source.topLeft());
    p.setOpacity(double(opacity));
    p.drawImage(field, map);
    return image;
}

}
