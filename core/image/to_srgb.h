// core/image/to_srgb.h: a picture's colours as its profile means them, in sRGB.
#pragma once
#include "core/base/image.h"
#include <cstddef>
#include <span>
#include <string>

namespace patchlight
{

/// In place, perceptual, 8 bits: what Pillow's ImageCms.profileToProfile does. Returns what a user must know: which
/// profile was converted, or why it does not count; empty where it means sRGB anyway (no value moves by more than
/// two). Cost: a few ms a megapixel.
std::string toSrgb(Image& picture, std::span<const std::byte> profile);

}
