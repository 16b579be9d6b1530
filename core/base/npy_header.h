// core/base/npy_header.h: what an array of an .npy or .npz file is.
#pragma once
#include "core/base/element_type.h"
#include "core/base/result.h"
#include <cstdint>
#include <span>
#include <vector>

namespace patchlight
{

struct NpyHeader {
    DType dtype = DType::F32;
    bool fortran = false;
    std::vector<std::int64_t> shape; ///< at most kMostAxes sizes, none negative
    std::size_t dataOffset = 0;
};

/// Versions 1 to 3. Arrays of two-byte void are bfloat16, as JAX saves them. The message is the reason alone ("has a
/// header that is cut off"). Errors: Malformed; Unsupported (Python objects, big-endian numbers, records).
/// Cost: one pass over the header. Source: numpy/lib/format.py.
Result<NpyHeader> parseNpyHeader(std::span<const std::byte> bytes);

}
