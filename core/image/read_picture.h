// core/image/read_picture.h: a picture file as upright 8-bit RGB.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

struct PictureLimits {
    std::int64_t pixels = 200'000'000; ///< asked of the header, before anything is decoded
    std::int64_t bytes = 1'000'000'000; ///< of the file
    bool colourProfile = true; ///< colours are converted from the file's own profile to sRGB
    bool stretch = false; ///< 16-bit values that stay far below their range are multiplied up to it
};

/// JPEG (CMYK too), PNG, WebP and GIF (of an animation the first frame), BMP, TIFF, JPEG 2000, PNM; 8 and 16 bit, grey, palette, alpha; EXIF orientation applied. Alpha is
/// dropped and 16 bits are reduced as Pillow's convert("RGB") does, since that is what networks were trained on.
/// Errors: NotFound, Unreadable, Unsupported, Malformed (truncated), OutOfMemory (over the limits).
/// `notes` gets what a user must know: a frame of several, colours that were converted, fewer bits than the file has room for.
Result<Image> readPicture(
    const std::filesystem::path& path, const PictureLimits& limits = {}, std::vector<std::string>* notes = nullptr);
/// The same from memory (pasted); `name` stands for the file in messages.
Result<Image> decodePicture(
    std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits = {},
    std::vector<std::string>* notes = nullptr);

/// The endings of the formats that are read, in small letters: ".jpg".
std::span<const std::string_view> pictureEndings();
/// Whether the folder browser should list a file of this name (by its extension).
bool looksLikePicture(const std::filesystem::path& path);

}
