// core/image/webp_header.cpp: WebP container (RIFF), lossy, lossless and extended.
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"

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
}

}

HeaderResult readWebpHeader(std::span<const std::byte> bytes)
{
    constexpr std::uint64_t kAnimation = 0x02;
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
        if (file.has(at, "VP8X") && (file.number(data, 1).value_or(0) & kAnimation) != 0)
            return fail(ErrorCode::Unsupported, "is an animation; save one of its frames as a picture");
        const bool lossy = file.has(at, "VP8 ");
        if (lossy || file.has(at, "VP8L")) {
            if (header.width != 0)
                return fail(ErrorCode::Malformed, "is damaged: it holds two pictures");
            lossy ? readLossy(file, data, header) : readLossless(file, data, header);
        }
        if (file.has(at, "EXIF"))
            header.orientation = exifOrientation(file.part(data, length));
        at = data + length + (length & 1);
    }
    return header;
}

}
