// core/image/read_bands.cpp: a TIFF of bands is checked by its own directory before libtiff sees it.
#include "core/base/memory_bound.h"
#include "core/image/bands.h"
#include "core/image/decode_bands.h"
#include "core/image/picture_header.h"
#include "core/image/tiff_deflate.h"
#include "core/image/tiff_directory.h"
#include <algorithm>
#include <limits>

namespace patchlight
{
namespace
{

constexpr int kBitsPerSample = 258, kSamplesPerPixel = 277, kRowsPerStrip = 278, kTileWidth = 322, kSampleFormat = 339;
constexpr int kMostBands = 1024; ///< as many channels as a network may have

/// Bits that the largest value needs, at least 8.
int bitsUsed(const std::vector<std::uint16_t>& values)
{
    const unsigned most = values.empty() ? 0 : *std::ranges::max_element(values);
    int bits = 8;
    while (bits < 16 && most >> bits != 0)
        ++bits;
    return bits;
}

Bands inBytes(const DecodedBands& decoded, int shift)
{
    Bands bands{decoded.count, {}};
    const auto plane = static_cast<std::size_t>(decoded.width) * decoded.height;
    bands.triples.assign(static_cast<std::size_t>((decoded.count + 2) / 3), Image(decoded.width, decoded.height));
    for (int band = 0; band < decoded.count; ++band) {
        auto* to = bands.triples[static_cast<std::size_t>(band / 3)].data() + band % 3;
        const auto* from = decoded.values.data() + static_cast<std::size_t>(band) * plane;
        for (std::size_t i = 0; i < plane; ++i)
            to[3 * i] = static_cast<std::uint8_t>(std::min(from[i] >> shift, 255));
    }
    return bands;
}

/// How far 16-bit values are shifted to become bytes; says what is lost.
int shiftOf(const DecodedBands& decoded, const PictureLimits& limits, std::vector<std::string>* notes)
{
    if (decoded.bits <= 8)
        return 0;
    const int bits = bitsUsed(decoded.values);
    if (notes && bits > 14)
        notes->push_back("its 16-bit bands are reduced to 8 bits");
    else if (notes && limits.stretch)
        notes->push_back("its 16-bit values use " + std::to_string(bits) + " bits and are stretched to all of them");
    else if (notes)
        notes->push_back("its 16-bit values use only " + std::to_string(bits)
            + " bits, so it is dark; --stretch makes them fill the range");
    return limits.stretch && bits <= 14 ? bits - 8 : 8;
}

/// Whether its values are whole numbers from 0 on, of bits that are read.
Result<void> checkKind(const TiffDirectory& page, const PictureHeader& header, const std::string& name)
{
    enum Format : std::uint64_t { WholeNumbers = 1, Signed = 2, FloatingPoint = 3 };
    const auto format = page.valueOr(kSampleFormat, WholeNumbers), bits = page.valueOr(kBitsPerSample, 1);
    const auto unsupported = ErrorCode::Unsupported;
    if (format == Signed)
        return fail(unsupported,
            "cannot open " + name
                + ": its bands may be negative, and nothing says what they reach to; give it as an .npy that is "
                  "normalised");
    if (format == FloatingPoint)
        return fail(unsupported,
            "cannot open " + name
                + ": its bands are no whole numbers, and nothing says what they reach to; give it as an .npy that is "
                  "normalised");
    if (format != WholeNumbers)
        return fail(unsupported,
            "cannot open " + name
                + ": its bands are of a kind that is not read; give it as an .npy that is normalised");
    if (bits != 8 && bits != 16)
        return fail(unsupported,
            "cannot open " + name + ": its bands have " + std::to_string(bits)
                + " bits, and 8 or 16 are read; give it as an .npy that is normalised");
    if (header.orientation != 1)
        return fail(unsupported,
            "cannot open " + name + ": its bands are turned by a tag; give it as an .npy that is normalised");
    return {};
}

/// What libtiff unpacks at once, a strip or a tile, in bytes.
std::uint64_t pieceBytes(const TiffDirectory& page, const PictureHeader& header, std::uint64_t count)
{
    const auto rows = std::min(page.valueOr(kRowsPerStrip, header.height), header.height);
    const auto pixels = page.has(kTileWidth) ? header.block : header.width * rows;
    return pixels * count * static_cast<std::uint64_t>(header.bitsPerSample / 8);
}

/// Whether so many bands and pixels are read, and there is memory for them.
Result<void> checkSizes(const PictureHeader& header, std::uint64_t count, std::uint64_t piece, const std::string& name,
    const PictureLimits& limits)
{
    const auto pixels = static_cast<std::uint64_t>(limits.pixels);
    if (count == 0)
        return fail(ErrorCode::Malformed, "cannot open " + name + ": it has no bands; save it again");
    if (count > kMostBands)
        return fail(ErrorCode::Unsupported,
            "cannot open " + name + ": its " + std::to_string(count) + " bands are more than the "
                + std::to_string(kMostBands) + " that are read; give it those that the network reads");
    if (header.width > pixels / header.height || header.block > pixels)
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": it, or one tile of it, has more pixels than are read; make it smaller first");
    const auto plane = header.width * header.height;
    const auto values = sizeof(std::uint16_t) * plane * count, inTriples = 3 * plane * ((count + 2) / 3);
    return checkMemory(values + std::max(piece, inTriples) + header.cleaned.size(), "cannot open " + name + ": it",
        "make it smaller first");
}

Result<DecodedBands> decodeChecked(
    std::span<const std::byte> bytes, const PictureHeader& header, const std::string& name, const PictureLimits& limits)
{
    const auto page = TiffDirectory::open(bytes);
    if (!page)
        return fail(
            ErrorCode::Malformed, "cannot open " + name + ": its first page cannot be found; fetch or save it again");
    const auto count = page->valueOr(kSamplesPerPixel, 1), piece = pieceBytes(*page, header, count);
    if (auto allowed = checkKind(*page, header, name); !allowed)
        return fail(allowed.error());
    if (auto allowed = checkSizes(header, count, piece, name, limits); !allowed)
        return fail(allowed.error());
    if (!deflatedPiecesHold(bytes, *page, piece))
        return fail(ErrorCode::Malformed,
            "cannot open " + name + ": it is damaged: a checksum does not hold; fetch or save it again");
    DecodedBands decoded{static_cast<int>(count), static_cast<int>(header.width), static_cast<int>(header.height),
        header.bitsPerSample, {}};
    if (!decodeBands(bytes, decoded, piece))
        return fail(ErrorCode::Malformed,
            "cannot open " + name + ": it is damaged, or coded in a way that is not supported; fetch or save it again");
    return decoded;
}

}

std::optional<int> bandsOfTiff(std::span<const std::byte> bytes)
{
    if (pictureFormat(bytes) != PictureFormat::Tiff)
        return std::nullopt;
    const auto page = TiffDirectory::open(bytes);
    constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
    return page ? std::optional{static_cast<int>(std::min(page->valueOr(kSamplesPerPixel, 1), kMost))} : std::nullopt;
}

Result<Bands> readBands(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits,
    std::vector<std::string>* notes)
try {
    const auto header = readPictureHeader(bytes, name);
    if (!header)
        return fail(header.error());
    const auto decoded = decodeChecked(bytes, *header, name, limits);
    if (!decoded)
        return fail(decoded.error());
    return inBytes(*decoded, shiftOf(*decoded, limits, notes));
} catch (const std::bad_alloc&) {
    return fail(
        ErrorCode::OutOfMemory, "cannot open " + name + ": there is not enough memory for it; make it smaller first");
}

}
