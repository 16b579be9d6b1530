// core/render/scale_picture.h: a part of a picture at another size, for showing (not for networks).
#pragma once
#include "core/base/image.h"
#include "core/image/input_geometry.h"

namespace patchlight
{

/// `source` in picture pixels, sub-pixel exact, drawn into width × height: bilinear, averaged first when shrinking.
/// Past the picture its border goes on. At the picture's own size it is a copy, bit for bit.
Image scalePicture(const Image& picture, RectF source, int width, int height);

}
