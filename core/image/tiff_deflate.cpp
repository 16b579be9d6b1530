// core/image/tiff_deflate.cpp
#include "core/image/tiff_deflate.h"
#include <array>
#include <zlib.h>

namespace patchlight
{

bool deflatedDataHolds(std::span<const std::byte> packed, std::uint64_t most)
{
    z_stream stream{};
    if (packed.size() > 0xFFFFFFFFU || inflateInit(&stream) != Z_OK)
        return true;
    std::array<Bytef, 65536> room;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    while (state == Z_OK && stream.total_out <= most) {
        stream.next_out = room.data();
        stream.avail_out = static_cast<uInt>(room.size());
        state = inflate(&stream, Z_NO_FLUSH);
    }
    inflateEnd(&stream);
    return state != Z_DATA_ERROR;
}

bool deflatedPiecesHold(std::span<const std::byte> bytes, const TiffDirectory& page, std::uint64_t most)
{
    enum Tag : int { Compression = 259, StripOffsets = 273, StripByteCounts = 279, TileOffsets = 324, TileByteCounts = 325 };
    constexpr std::uint64_t kDeflate = 8, kOldDeflate = 32946;
    if (const auto coding = page.valueOr(Compression, 1); coding != kDeflate && coding != kOldDeflate)
        return true;
    const bool tiled = page.has(TileOffsets);
    const auto offsets = page.entry(tiled ? TileOffsets : StripOffsets);
    const auto counts = page.entry(tiled ? TileByteCounts : StripByteCounts);
    for (std::uint64_t i = 0; offsets && counts && i < offsets->count; ++i) {
        const auto offset = page.value(*offsets, i), count = page.value(*counts, i);
        if (offset && count && *offset <= bytes.size() && *count <= bytes.size() - *offset
            && !deflatedDataHolds(bytes.subspan(*offset, *count), most))
            return false;
    }
    return true;
}

}
