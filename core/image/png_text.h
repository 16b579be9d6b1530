// core/image/png_text.h: EXIF as ImageMagick writes it into PNGs: as hexadecimal text.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace patchlight
{

/// The EXIF block of a text chunk called "Raw profile type exif"; empty of any other chunk, and of one that is damaged.
/// @param type  "tEXt", "zTXt" or "iTXt"; `data` is the chunk's. Cost: at most 1 MiB unpacked, as Pillow allows.
/// Source: PNG specification, 11.3.4; Pillow, Image.getexif.
std::vector<std::byte> exifInPngText(std::string_view type, std::span<const std::byte> data);

}
