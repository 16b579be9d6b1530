// ui/adapter/qimage_bridge.cpp: rows with their strides.
#include "ui/adapter/qimage_bridge.h"
#include <algorithm>

namespace patchlight
{

namespace
{

QImage borrowed(const Image& image, QImageCleanupFunction release = nullptr, void* kept = nullptr)
{
    const auto format = image.channels() == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    return {image.data(), image.width(), image.height(), static_cast<qsizetype>(image.bytesPerRow()), format, release,
        kept};
}

}

QImage toQImage(const Image& image)
{
    return image.empty() ? QImage() : borrowed(image).copy(); // the caller's Image may die first
}

QImage sharedQImage(std::shared_ptr<const Image> image)
{
    using Kept = std::shared_ptr<const Image>;
    if (!image || image->empty())
        return {};
    auto kept = std::make_unique<Kept>(std::move(image));
    const Image& pixels = **kept;
    return borrowed(
        pixels, [](void* last) { delete static_cast<Kept*>(last); }, kept.release());
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
