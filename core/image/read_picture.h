// core/image/read_picture.h: a picture file as upright 8-bit RGB.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace patchlight
{

struct PictureLimits {
    std::int64_t pixels = 200'000'000; ///< asked of the header, before anything is decoded
    std::int64_t bytes = 1'000'000'000; ///< of the file
};

/// JPEG (CMYK too), PNG, WebP, BMP, TIFF; 8 and 16 bit, grey, palette, alpha; EXIF orientation applied. Alpha is
/// dropped and 16 bits are reduced as Pillow's convert("RGB") does, since that is what networks were trained on.
/// Errors: NotFound, Unreadable, Unsupported, Malformed (truncated), OutOfMemory (over the limits).
Result<Image> readPicture(const std::filesystem::path& path, const PictureLimits& limits = {});
/// The same from memory (pasted); `name` stands for the file in messages.
Result<Image> decodePicture(
    std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits = {});

/// Whether the folder browser should list a file of this name (by its extension).
bool looksLikePicture(const std::filesystem::path& path);

}
