// core/image/jpeg2000_header.cpp: JP2 boxes or a bare codestream (ISO/IEC 15444-1, annexes A and I).
#include "core/base/byte_reader.h"
#include "core/image/picture_header.h"

namespace patchlight
{
namespace
{

/// Where the codestream begins: after the boxes before "jp2c"; nothing where there is none.
std::optional<std::uint64_t> codestreamIn(const ByteReader& file, std::uint64_t size)
{
    if (file.has(0, "\xFF\x4F\xFF\x51"))
        return 0;
    for (std::uint64_t at = 0; at + 8 <= size;) {
        auto length = file.number(at, 4).value_or(0);
        std::uint64_t head = 8;
        if (length == 1) { // sixteen bytes of head, the length in the second eight
            length = file.number(at + 12, 4).value_or(0);
            head = 16;
        }
        if (file.has(at + 4, "jp2c"))
            return at + head;
        if (length < head || length > size - at)
            return std::nullopt;
        at += length;
    }
    return std::nullopt;
}

}

HeaderResult readJpeg2000Header(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    const auto start = codestreamIn(file, bytes.size());
    if (!start || !file.has(*start, "\xFF\x4F\xFF\x51"))
        return fail(ErrorCode::Malformed, "is damaged: it holds no codestream");
    const auto siz = *start + 4;
    const auto end = [&](std::uint64_t extent, std::uint64_t offset) {
        const auto far = file.number(siz + extent, 4).value_or(0), near = file.number(siz + offset, 4).value_or(0);
        return far > near ? far - near : 0;
    };
    PictureHeader header{.format = PictureFormat::Jpeg2000};
    header.width = end(4, 12);
    header.height = end(8, 16);
    header.bitsPerSample = static_cast<int>((file.number(siz + 36, 1).value_or(7) & 0x7F) + 1);
    return header;
}

}
