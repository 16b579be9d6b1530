// core/image/webp_header.cpp: WebP container (RIFF), lossy, lossless and extended.
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"
#include <cstring>

namespace patchlight
{
namespace
{

/// 14 bits each after the three bytes of the key frame's start code (RFC 6386, 9.1).
void readLossy(const ByteReader& file, std::uint64_t data, PictureHeader& header)
{
    header.width = file.number(data + 6, 2).value_or(0) & 0x3FFF;
    header.height = file.number(data + 8, 2).value_or(0) & 0x3FFF;
}

/// Width − 1 and height − 1 in 14 bits each after the signature byte.
void readLossless(const ByteReader& file, std::uint64_t data, PictureHeader& header)
{
    const std::uint64_t packed = file.number(data + 1, 4).value_or(0);
    header.width = (packed & 0x3FFF) + 1;
    header.height = (packed >> 14 & 0x3FFF) + 1;
    header.alpha = header.alpha || (packed >> 28 & 1) != 0;
}

/// A file of the one frame alone; its alpha is dropped anyway.
std::vector<std::byte> stillOf(std::span<const std::byte> chunk)
{
    std::vector<std::byte> still(12);
    std::memcpy(still.data(), "RIFF", 4);
    std::memcpy(still.data() + 8, "WEBP", 4);
    still.insert(still.end(), chunk.begin(), chunk.end());
    if (still.size() % 2 != 0)
        still.push_back(std::byte{0});
    const auto length = still.size() - 8;
    for (std::size_t i = 0; i < 4; ++i)
        still[4 + i] = static_cast<std::byte>(length >> (8 * i) & 0xFF);
    return still;
}

/// The first frame's own picture: behind 16 bytes of place and time, perhaps an alpha chunk, then it.
HeaderResult readFrame(const ByteReader& file, std::uint64_t data, std::uint64_t end, std::span<const std::byte> bytes)
{
    PictureHeader header{.format = PictureFormat::WebP};
    for (std::uint64_t at = data + 16; at + 8 <= end;) {
        const std::uint64_t length = file.number(at + 4, 4).value_or(0);
        if (length > end - at - 8)
            return fail(ErrorCode::Malformed, "is damaged: a chunk reaches past its end");
        const bool lossy = file.has(at, "VP8 ");
        if (lossy || file.has(at, "VP8L")) {
            lossy ? readLossy(file, at + 8, header) : readLossless(file, at + 8, header);
            header.cleaned = stillOf(bytes.subspan(at, 8 + length));
            header.note = "it is an animation; its first frame is taken";
            return header;
        }
        at += 8 + length + (length & 1);
    }
    return fail(ErrorCode::Malformed, "is damaged: its first frame holds no picture");
}

}

HeaderResult readWebpHeader(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Little};
    PictureHeader header{.format = PictureFormat::WebP};
    const std::uint64_t end = 8 + file.number(4, 4).value_or(0);
    if (end > bytes.size())
        return fail(ErrorCode::Malformed, "is truncated: the end of the picture is missing");
    for (std::uint64_t at = 12; at + 8 <= end;) {
        const std::uint64_t length = file.number(at + 4, 4).value_or(0);
        const std::uint64_t data = at + 8;
        if (length > end - data)
            return fail(ErrorCode::Malformed, "is damaged: a chunk reaches past its end");
        if (file.has(at, "ANMF"))
            return readFrame(file, data, data + length, bytes);
        const bool lossy = file.has(at, "VP8 ");
        if (lossy || file.has(at, "VP8L")) {
            if (header.width != 0)
                return fail(ErrorCode::Malformed, "is damaged: it holds two pictures");
            lossy ? readLossy(file, data, header) : readLossless(file, data, header);
        }
        if (file.has(at, "ALPH"))
            header.alpha = true;
        if (file.has(at, "EXIF"))
            header.orientation = exifOrientation(file.part(data, length));
        at = data + length + (length & 1);
    }
    return header;
}

}
