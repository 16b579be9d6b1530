// core/image/picture_header.h: what a picture file says about itself, read before anything is decoded.
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace patchlight
{

enum class PictureFormat { Jpeg, Png, WebP, Bmp, Tiff, Jpeg2000, Pnm, Gif };

/// Sizes in stored (not yet turned) pixels.
struct PictureHeader {
    PictureFormat format = PictureFormat::Png;
    std::uint64_t width = 0, height = 0;
    int bitsPerSample = 8;
    int orientation = 1; ///< EXIF 1 … 8
    bool alpha = false; ///< it has a place for transparency, used or not
    bool progressive = false; ///< JPEG: all its coefficients are kept until the last scan
    std::uint64_t block = 0; ///< TIFF: pixels of one tile, which a decoder allocates at once
    /// The file reduced to what a decoder needs (no colour profiles, no orientation); empty where it is fine as it is.
    std::vector<std::byte> cleaned{};
    std::string note{}; ///< what of the file is shown, where that is not all of it
};

/// The format by its first bytes, whatever the file is called.
std::optional<PictureFormat> pictureFormat(std::span<const std::byte> bytes);

/// Checks that the file is whole as far as its own structure tells (markers, chunks, checksums, strips).
/// `name` stands for the file in messages. Errors: Unsupported, Malformed. Cost: one pass over the bytes.
Result<PictureHeader> readPictureHeader(std::span<const std::byte> bytes, const std::string& name);

/// What each format's own file fills in; an Error's message is the reason alone ("is truncated").
using HeaderResult = Result<PictureHeader>;
HeaderResult readJpegHeader(std::span<const std::byte> bytes);
HeaderResult readPngHeader(std::span<const std::byte> bytes);
HeaderResult readWebpHeader(std::span<const std::byte> bytes);
HeaderResult readBmpHeader(std::span<const std::byte> bytes);
HeaderResult readTiffHeader(std::span<const std::byte> bytes);
HeaderResult readJpeg2000Header(std::span<const std::byte> bytes);
HeaderResult readPnmHeader(std::span<const std::byte> bytes);
HeaderResult readGifHeader(std::span<const std::byte> bytes);

/// The orientation in a TIFF-structured EXIF block, with or without "Exif\0\0" before it; 1 where it says nothing.
int exifOrientation(std::span<const std::byte> exif);

}
