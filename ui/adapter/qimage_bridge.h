// ui/adapter/qimage_bridge.h: pixels cross between core and Qt here and nowhere else, by copy.
#pragma once
#include "core/base/image.h"
#include <QImage>

namespace patchlight
{

/// RGB888 or RGBA8888, independent of `image`. A null QImage for an empty one.
QImage toQImage(const Image& image);
/// RGB; transparency is dropped.
Image fromQImage(const QImage& image);

}
