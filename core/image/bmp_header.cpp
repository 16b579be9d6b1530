// core/image/bmp_header.cpp: Windows and OS/2 bitmaps.
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"
#include <algorithm>
#include <array>
#include <cstdlib>

namespace patchlight
{
namespace
{

constexpr std::uint64_t kFileHeader = 14, kOldHeader = 12;
constexpr std::uint64_t kPlain = 0, kBitFields = 3; ///< compressions whose size is known beforehand
constexpr std::array<std::uint64_t, 6> kBitsPerPixel{1, 4, 8, 16, 24, 32};

/// Rows are padded to four bytes.
bool pixelsAreWhole(const ByteReader& file, const PictureHeader& header, std::uint64_t bitsPerPixel)
{
    const std::uint64_t row = (header.width * bitsPerPixel + 31) / 32 * 4;
    const std::uint64_t start = file.number(10, 4).value_or(0);
    return start <= file.size() && header.height <= (file.size() - start) / row;
}

}

HeaderResult readBmpHeader(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Little};
    PictureHeader header{.format = PictureFormat::Bmp};
    const bool old = file.number(kFileHeader, 4) == kOldHeader;
    const int width = old ? 2 : 4;
    const auto columns = file.number(18, width);
    const auto rows = file.number(18 + static_cast<std::uint64_t>(width), width);
    const auto bits = file.number(old ? 24 : 28, 2);
    if (!columns || !rows || !bits)
        return fail(ErrorCode::Malformed, "is truncated: its header is incomplete");
    header.width = *columns;
    const auto signedRows = static_cast<std::int32_t>(*rows); // negative: the first row is the top one
    header.height = old ? *rows : static_cast<std::uint64_t>(std::llabs(signedRows));
    const std::uint64_t compression = old ? kPlain : file.number(30, 4).value_or(kPlain);
    const bool knownSize = compression == kPlain || compression == kBitFields;
    if (header.width == 0 || header.width > 0x7FFFFFFF)
        return fail(ErrorCode::Malformed, "has no sensible width");
    if (std::ranges::find(kBitsPerPixel, *bits) == kBitsPerPixel.end())
        return fail(ErrorCode::Unsupported, "has " + std::to_string(*bits) + " bits per pixel");
    if (knownSize && !pixelsAreWhole(file, header, *bits))
        return fail(ErrorCode::Malformed, "is truncated: the end of the picture is missing");
    return header;
}

}
