// core/checkpoint/containers/float8.cpp
#include "core/checkpoint/containers/float8.h"
#include <array>
#include <cmath>
#include <limits>

namespace patchlight
{
namespace
{

float decode(unsigned byte, unsigned fractionBits, int bias, bool infinities)
{
    const unsigned fractions = 1U << fractionBits;
    const unsigned fraction = byte & (fractions - 1);
    const unsigned exponent = (byte & 0x7fU) >> fractionBits;
    const unsigned top = 0x7fU >> fractionBits;
    const float sign = byte & 0x80U ? -1.0F : 1.0F;
    if (exponent == top && infinities)
        return fraction ? std::numeric_limits<float>::quiet_NaN() : sign * std::numeric_limits<float>::infinity();
    if (exponent == top && fraction == fractions - 1)
        return std::numeric_limits<float>::quiet_NaN();
    const float part = static_cast<float>(fraction) / static_cast<float>(fractions);
    const int power = exponent == 0 ? 1 - bias : static_cast<int>(exponent) - bias;
    return sign * std::ldexp(exponent == 0 ? part : 1 + part, power);
}

}

void decodeFloat8(DType dtype, std::span<const std::byte> bytes, float* to)
{
    const bool e4m3 = dtype == DType::F8E4M3;
    std::array<float, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte)
        table[byte] = e4m3 ? decode(byte, 3, 7, false) : decode(byte, 2, 15, true);
    for (const auto byte : bytes)
        *to++ = table[std::to_integer<std::size_t>(byte)];
}

}
