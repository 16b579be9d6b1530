// core/image/decode_bands.h: every band of a TIFF's first page, by libtiff; OpenCV reads four at most.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace patchlight
{

struct DecodedBands {
    int count = 0, width = 0, height = 0;
    int bits = 8; ///< of a value in the file
    std::vector<std::uint16_t> values; ///< band after band, row after row
};

/// 8 or 16 bits. Empty where libtiff complains. The sizes were checked before.
std::optional<DecodedBands> decodeBands(std::span<const std::byte> bytes);

}
