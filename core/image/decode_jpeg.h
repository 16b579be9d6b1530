// core/image/decode_jpeg.h: a JPEG by libjpeg itself, which says what of the compressed data was damaged.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include <cstddef>
#include <span>

namespace patchlight
{

/// Fills `into`, whose size the header said, with RGB as stored (CMYK converted as OpenCV does). An Error's message is
/// the reason alone, as in picture_header.h. Errors: Malformed (damaged or missing compressed data anywhere in it, or
/// a coding that is not supported). Memory: one row; of progressive files two bytes per sample besides.
Result<void> decodeJpeg(std::span<const std::byte> bytes, Image& into);

}
