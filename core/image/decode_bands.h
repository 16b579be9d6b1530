// core/image/decode_bands.h: every band of a TIFF's first page, by libtiff; OpenCV reads four at most.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace patchlight
{

struct DecodedBands {
    int count = 0, width = 0, height = 0;
    int bits = 8; ///< of a value in the file
    std::vector<std::uint16_t> values; ///< band after band, row after row
};

/// Fills in the values of `into`, whose sizes the file's own directory said: whole numbers from 0 on, of 8 or 16 bits.
/// False where libtiff complains or reads other sizes, and where a strip or tile is missing or has more than
/// `mostOfAPiece` bytes. Memory: the values, one such piece, and its packed bytes.
bool decodeBands(std::span<const std::byte> bytes, DecodedBands& into, std::uint64_t mostOfAPiece);

}
