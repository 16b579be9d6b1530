// core/checkpoint/containers/float8.h: the two 8-bit floats that safetensors knows.
#pragma once
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

/// F8E4M3 (no infinities; 0x7f and 0xff are NaN) or F8E5M2 (as IEEE 754). Writes one float per byte.
/// Source: Micikevicius et al. 2022, "FP8 Formats for Deep Learning", table 1.
void decodeFloat8(DType dtype, std::span<const std::byte> bytes, float* to);

}
