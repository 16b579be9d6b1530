// core/image/orientation.h: a picture turned upright as its EXIF orientation says.
#pragma once
#include "core/base/image.h"

namespace patchlight
{

/// `orientation` 1 … 8 as EXIF 2.3 defines them (TIFF 6.0, tag 274); anything else leaves the picture as it is.
Image upright(Image image, int orientation);

}
