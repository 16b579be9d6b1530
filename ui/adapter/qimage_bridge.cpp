// ui/adapter/qimage_bridge.cpp: copies rows with their strides.
#include "ui/adapter/qimage_bridge.h"
#include <algorithm>

namespace patchlight
{

QImage toQImage(const Image& image)
{
    if (image.empty())
        return {};
    const auto format = image.channels() == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    const QImage borrowed(
        image.data(), image.width(), image.height(), static_cast<qsizetype>(image.bytesPerRow()), format);
    return borrowed.copy(); // the caller's Image may die first
}

Image fromQImage(const QImage& image)
{
    if (image.isNull())
        return {};
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    Image copy(rgb.width(), rgb.height());
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), copy.bytesPerRow(), copy.row(y));
    return copy;
}

}
