// core/base/half.h: IEEE 754 half precision, binary16: 11 significant bits, up to ±65504.
#pragma once
#include <bit>
#include <cstdint>

namespace patchlight
{

/// A number of half precision, as its bits. Not for arithmetic: widen it first.
enum class Half : std::uint16_t {};

/// Exact. Without branches that depend on anything but selections, so that loops over it become vector code.
inline float widened(Half half)
{
    const auto bits = static_cast<std::uint32_t>(half);
    const std::uint32_t sign = (bits & 0x8000U) << 16;
    const std::uint32_t magnitude = bits & 0x7FFFU;
    const std::uint32_t normal = (magnitude << 13) + (112U << 23); // the exponents' biases are 15 and 127
    const std::uint32_t special = normal + (112U << 23); // infinity and NaN have all exponent bits set in both
    const auto subnormal = std::bit_cast<std::uint32_t>(static_cast<float>(static_cast<int>(magnitude)) * 0x1p-24F);
    const std::uint32_t wide = magnitude < 0x0400U ? subnormal : magnitude < 0x7C00U ? normal : special;
    return std::bit_cast<float>(sign | wide);
}

/// To the nearest, ties to even. What is beyond ±65504 becomes that: a number stays a number. NaN stays NaN.
inline Half narrowed(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = bits >> 16 & 0x8000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    // Adding 0.5 puts the last place of a half's subnormals (2⁻²⁴) at a float's last place: the addition rounds.
    const std::uint32_t subnormal
        = std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) + 0.5F) - std::bit_cast<std::uint32_t>(0.5F);
    const std::uint32_t normal = (magnitude - (112U << 23) + 0x0FFFU + (magnitude >> 13 & 1U)) >> 13;
    const std::uint32_t number = magnitude < (113U << 23) ? subnormal : normal < 0x7BFFU ? normal : 0x7BFFU;
    return static_cast<Half>(sign | (magnitude > 0x7F800000U ? 0x7E00U : number));
}

}
