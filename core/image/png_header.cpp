// core/image/png_header.cpp: PNG chunks (W3C PNG specification, 5.3), checksums included.
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"
#include "core/image/png_text.h"
#include <algorithm>
#include <array>
#include <zlib.h>

namespace patchlight
{
namespace
{

constexpr int kMostTexts = 4; ///< with EXIF in them that are unpacked; programs write one
constexpr std::uint64_t kSignature = 8, kFrame = 12; ///< bytes: the file's signature; length + type + checksum

bool checksumHolds(const ByteReader& file, std::uint64_t chunk, std::uint64_t length)
{
    const auto covered = file.part(chunk + 4, 4 + length);
    const uLong sum = crc32_z(0, reinterpret_cast<const Bytef*>(covered.data()), covered.size());
    return file.number(chunk + 8 + length, 4) == sum;
}

/// Colour profiles and texts only make decoders talk; transparency is dropped anyway.
bool decoderNeeds(const ByteReader& file, std::uint64_t chunk)
{
    constexpr std::array<std::string_view, 4> kNeeded{"IHDR", "PLTE", "IDAT", "IEND"};
    return std::ranges::any_of(kNeeded, [&](std::string_view type) { return file.has(chunk + 4, type); });
}

void readHeaderChunk(const ByteReader& file, std::uint64_t data, PictureHeader& header)
{
    header.width = file.number(data, 4).value_or(0);
    header.height = file.number(data + 4, 4).value_or(0);
    header.bitsPerSample = static_cast<int>(file.number(data + 8, 1).value_or(8));
    constexpr std::uint64_t kAlpha = 4; // a bit of the colour type
    header.alpha = (file.number(data + 9, 1).value_or(0) & kAlpha) != 0;
}

void readTextChunk(const ByteReader& file, std::uint64_t chunk, std::uint64_t length, PictureHeader& header)
{
    const auto type = file.part(chunk + 4, 4);
    const auto exif = exifInPngText({reinterpret_cast<const char*>(type.data()), type.size()}, file.part(chunk + 8, length));
    if (!exif.empty())
        header.orientation = exifOrientation(exif);
}

}

HeaderResult readPngHeader(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    PictureHeader header{.format = PictureFormat::Png};
    header.cleaned.assign(bytes.begin(), bytes.begin() + kSignature);
    int texts = 0;
    bool ownExif = false; // counts more than EXIF in a text, wherever it stands
    for (std::uint64_t at = kSignature;;) {
        const auto length = file.number(at, 4);
        if (!length || !file.holds(at, *length + kFrame))
            return fail(ErrorCode::Malformed, "is truncated: the end of the picture is missing");
        if (header.width == 0 && !file.has(at + 4, "IHDR"))
            return fail(ErrorCode::Malformed, "is damaged: it does not begin with its size");
        const bool needed = decoderNeeds(file, at);
        if (needed && !checksumHolds(file, at, *length))
            return fail(ErrorCode::Malformed, "is damaged: a checksum does not hold");
        if (file.has(at + 4, "IHDR")) {
            if (header.width != 0)
                return fail(ErrorCode::Malformed, "is damaged: it states its size twice");
            readHeaderChunk(file, at + 8, header);
        }
        if (file.has(at + 4, "tRNS"))
            header.alpha = true;
        if (file.has(at + 4, "eXIf")) {
            header.orientation = exifOrientation(file.part(at + 8, *length));
            ownExif = true;
        } else if (!ownExif && file.has(at + 8, "Raw profile type exif") && ++texts <= kMostTexts) {
            readTextChunk(file, at, *length, header);
        }
        if (needed) {
            const auto chunk = file.part(at, *length + kFrame);
            header.cleaned.insert(header.cleaned.end(), chunk.begin(), chunk.end());
        }
        if (file.has(at + 4, "IEND"))
            return header;
        at += *length + kFrame;
    }
}

}
