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

}
