// core/image/decode_gif.h: the first frame of a GIF.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include <cstddef>
#include <span>

namespace patchlight
{

/// On its screen of `picture`'s size, which is filled with the transparent colour, else the first one, as Pillow does.
/// An Error's message is the reason alone. Errors: Malformed (codes that mean nothing, too few pixels, no colours).
Result<void> decodeGif(std::span<const std::byte> bytes, Image& picture);

}
