// core/image/jpeg_header.cpp: ITU-T T.81, annex B: markers up to the end of the image.
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"
#include <cstring>

namespace patchlight
{
namespace
{

constexpr std::uint64_t kProgressive = 0xC2, kStartOfScan = 0xDA, kEndOfImage = 0xD9, kApp1 = 0xE1;
/// Every scan passes over all pixels, and a few bytes make one. Programs write about ten.
constexpr std::uint64_t kMostScans = 500, kMostScannedPixels = 4'000'000'000;

/// SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC), which share the range.
bool isFrameStart(std::uint64_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(std::uint64_t marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Offset of the next marker's FF inside or after entropy-coded data: stuffed zeros and restarts belong to the data.
std::uint64_t skipScan(std::span<const std::byte> bytes, std::uint64_t at)
{
    while (at + 1 < bytes.size()) {
        const void* found = std::memchr(bytes.data() + at, 0xFF, bytes.size() - 1 - at);
        if (!found)
            break;
        at = static_cast<std::uint64_t>(static_cast<const std::byte*>(found) - bytes.data());
        const auto next = std::to_integer<unsigned>(bytes[at + 1]);
        if (next == 0xFF) {
            ++at;
            continue;
        }
        if (next != 0 && !(next >= 0xD0 && next <= 0xD7))
            return at;
        at += 2;
    }
    return bytes.size();
}

void readSegment(
    const ByteReader& file, std::uint64_t marker, std::uint64_t at, std::uint64_t length, PictureHeader& header)
{
    if (isFrameStart(marker) && header.width == 0) {
        header.bitsPerSample = static_cast<int>(file.number(at + 2, 1).value_or(8));
        header.progressive = marker == kProgressive;
        header.height = file.number(at + 3, 2).value_or(0);
        header.width = file.number(at + 5, 2).value_or(0);
    }
    if (marker == kApp1 && header.orientation == 1 && file.has(at + 2, std::string_view{"Exif\0\0", 6}))
        header.orientation = exifOrientation(file.part(at + 2, length - 2));
}

}

HeaderResult readJpegHeader(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    PictureHeader header{.format = PictureFormat::Jpeg};
    std::uint64_t at = 2, scans = 0;
    for (;;) {
        at = skipScan(bytes, at); // also passes over stray bytes between segments, as decoders do
        const auto marker = file.number(at + 1, 1);
        if (!marker)
            return fail(ErrorCode::Malformed, "is truncated: the end of the picture is missing");
        at += 2;
        if (*marker == kEndOfImage)
            break;
        if (standsAlone(*marker))
            continue;
        const auto length = file.number(at, 2);
        if (!length || *length < 2 || !file.holds(at, *length))
            return fail(ErrorCode::Malformed, "is truncated or damaged: a segment reaches past its end");
        scans += *marker == kStartOfScan ? 1 : 0;
        readSegment(file, *marker, at, *length, header);
        at += *length;
    }
    if (scans > kMostScans || (scans > 1 && scans * header.width * header.height > kMostScannedPixels))
        return fail(ErrorCode::Unsupported,
            "passes over its pixels in " + std::to_string(scans) + " scans, which would take very long");
    if (header.width != 0 && header.height == 0)
        return fail(ErrorCode::Unsupported, "states its height after the pixels, which no common program reads");
    if (header.bitsPerSample != 8)
        return fail(ErrorCode::Unsupported, "has " + std::to_string(header.bitsPerSample) + " bits per sample");
    return header;
}

}
