// core/checkpoint/containers/npy_header.h: what one array of an .npz is; bfloat16 and other types base/npy.h lacks.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

struct NpyHeader {
    DType dtype = DType::F32;
    bool fortran = false;
    std::vector<std::int64_t> shape;
    std::size_t dataOffset = 0;
};

/// Errors: a text saying what is wrong, for a message. Source: numpy/lib/format.py.
tl::expected<NpyHeader, std::string> parseNpyHeader(std::span<const std::byte> bytes);

}
