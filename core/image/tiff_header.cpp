// core/image/tiff_header.cpp: TIFF 6.0 (and BigTIFF), first page.
#include "core/image/picture_header.h"
#include "core/image/tiff_deflate.h"
#include "core/image/tiff_directory.h"
#include <algorithm>
#include <limits>

namespace patchlight
{
namespace
{

enum Tag : int {
    ImageWidth = 256,
    ImageLength = 257,
    BitsPerSample = 258,
    Compression = 259,
    StripOffsets = 273,
    Orientation = 274,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    PlanarConfiguration = 284,
    TileWidth = 322,
    TileLength = 323,
    TileOffsets = 324,
    TileByteCounts = 325,
    ExtraSamples = 338,
};

/// Overwrites the single 16-bit value that the directory itself holds for a tag.
void overwrite(std::vector<std::byte>& file, const TiffDirectory& page, int tag, unsigned char value)
{
    const auto at = page.inlineOffset(tag);
    if (!at || *at + 2 > file.size())
        return;
    file[*at] = std::byte{page.littleEndian() ? value : static_cast<unsigned char>(0)};
    file[*at + 1] = std::byte{page.littleEndian() ? static_cast<unsigned char>(0) : value};
}

/// The same file stored upright, since some decoders turn the picture themselves and others do not; and its alpha
/// called associated, since libtiff multiplies the colours by the other kind.
std::vector<std::byte> plainlyStored(std::span<const std::byte> bytes, const TiffDirectory& page)
{
    constexpr unsigned char kUpright = 1, kAssociated = 1;
    std::vector<std::byte> file{bytes.begin(), bytes.end()};
    overwrite(file, page, Orientation, kUpright);
    overwrite(file, page, ExtraSamples, kAssociated);
    return file;
}

std::uint64_t saturatedProduct(std::uint64_t a, std::uint64_t b)
{
    const bool overflows = b != 0 && a > std::numeric_limits<std::uint64_t>::max() / b;
    return overflows ? std::numeric_limits<std::uint64_t>::max() : a * b;
}

struct Parts {
    std::uint64_t least = 0, most = 0;
};

/// How many strips or tiles cover a picture, and how many it can have: each of at least one row, or of the tile's size,
/// for each band where those lie apart.
Parts partsOf(const TiffDirectory& page, const PictureHeader& header, bool tiled)
{
    const auto pieces
        = [](std::uint64_t side, std::uint64_t piece) { return piece == 0 ? side : 1 + (side - 1) / piece; };
    const std::uint64_t samples = std::max<std::uint64_t>(page.valueOr(SamplesPerPixel, 1), 1);
    const std::uint64_t across = tiled ? pieces(header.width, page.valueOr(TileWidth, 0)) : 1;
    const std::uint64_t down = tiled ? pieces(header.height, page.valueOr(TileLength, 0)) : header.height;
    const std::uint64_t rows = std::max<std::uint64_t>(page.valueOr(RowsPerStrip, header.height), 1);
    const std::uint64_t covering = tiled ? saturatedProduct(across, down) : pieces(header.height, rows);
    constexpr std::uint64_t kApart = 2;
    return {page.valueOr(PlanarConfiguration, 1) == kApart ? saturatedProduct(covering, samples) : covering,
        saturatedProduct(saturatedProduct(across, down), samples)};
}

/// Whether every strip or tile lies inside the file.
bool dataIsWhole(const TiffDirectory& page, std::uint64_t fileSize, const PictureHeader& header)
{
    const bool tiled = page.has(TileOffsets);
    const auto offsets = page.entry(tiled ? TileOffsets : StripOffsets);
    const auto counts = page.entry(tiled ? TileByteCounts : StripByteCounts);
    const auto parts = partsOf(page, header, tiled);
    if (!offsets || offsets->count == 0 || offsets->count > parts.most)
        return false;
    constexpr std::uint64_t kOldJpeg = 6; // one stream for all of it, whatever its strips say
    if (offsets->count < parts.least && page.valueOr(Compression, 1) != kOldJpeg)
        return false;
    for (std::uint64_t i = 0; i < offsets->count; ++i) {
        const auto offset = page.value(*offsets, i);
        const auto count = counts ? page.value(*counts, i) : std::nullopt;
        constexpr std::uint64_t kHeader = 8; // where a part that was left out is said to be
        if (!offset || *offset < kHeader || (count && (*offset > fileSize || *count > fileSize - *offset)))
            return false;
    }
    return true;
}

/// Whether the checksums of deflated strips and tiles hold, of pictures; those of more bands are asked for where it is
/// known that there is memory for them.
bool checksumsHold(std::span<const std::byte> bytes, const TiffDirectory& page, const PictureHeader& header)
{
    constexpr std::uint64_t kMostPixels = 200'000'000, kMostSamples = 4;
    const auto samples = page.valueOr(SamplesPerPixel, 1);
    if (header.width > kMostPixels / header.height || header.block > kMostPixels || samples > kMostSamples)
        return true; // what is too large is refused anyway
    const auto rows = std::min(page.valueOr(RowsPerStrip, header.height), header.height);
    const auto pixels = page.has(TileOffsets) ? header.block : header.width * rows;
    return deflatedPiecesHold(bytes, page, pixels * samples * ((static_cast<std::uint64_t>(header.bitsPerSample) + 7) / 8));
}

}

int exifOrientation(std::span<const std::byte> exif)
{
    const ByteReader text{exif, ByteReader::Order::Big};
    const auto block = text.has(0, std::string_view{"Exif\0\0", 6}) ? text.part(6, exif.size()) : exif;
    const auto directory = TiffDirectory::open(block);
    const std::uint64_t value = directory ? directory->valueOr(Orientation, 1) : 1;
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

HeaderResult readTiffHeader(std::span<const std::byte> bytes)
{
    const auto page = TiffDirectory::open(bytes);
    if (!page)
        return fail(ErrorCode::Malformed, "is truncated or damaged: its first page cannot be found");
    PictureHeader header{.format = PictureFormat::Tiff};
    header.width = page->valueOr(ImageWidth, 0);
    header.height = page->valueOr(ImageLength, 0);
    header.bitsPerSample = static_cast<int>(page->valueOr(BitsPerSample, 1) & 0xFF);
    header.block = saturatedProduct(page->valueOr(TileWidth, 0), page->valueOr(TileLength, 0));
    if (header.width == 0 || header.height == 0)
        return fail(ErrorCode::Malformed, "has no sensible size");
    if (!dataIsWhole(*page, bytes.size(), header))
        return fail(
            ErrorCode::Malformed, "is truncated or damaged: parts of the picture lie past its end, or are too many or too few");
    if (!checksumsHold(bytes, *page, header))
        return fail(ErrorCode::Malformed, "is damaged: a checksum does not hold");
    header.orientation = exifOrientation(bytes);
    header.alpha = page->has(ExtraSamples);
    if (header.orientation != 1 || page->has(ExtraSamples))
        header.cleaned = plainlyStored(bytes, *page);
    return header;
}

}
