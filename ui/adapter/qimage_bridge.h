// ui/adapter/qimage_bridge.h: pixels cross between core and Qt here and nowhere else.
#pragma once
#include "core/base/image.h"
#include <QImage>
#include <memory>

namespace patchlight
{

/// RGB888 or RGBA8888, independent of `image`. A null QImage for an empty one.
QImage toQImage(const Image& image);
/// The same pixels, not copied: the QImage keeps `image`, which nobody changes any more.
QImage sharedQImage(std::shared_ptr<const Image> image);
/// RGB; transparency is dropped.
Image fromQImage(const QImage& image);

}
