// core/checkpoint/tensor_view.cpp
#include "core/checkpoint/tensor_view.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/float8.h"
#include <ATen/Functions.h>
#include <cstring>

namespace patchlight
{
namespace
{

std::optional<at::ScalarType> scalarType(DType dtype)
{
    switch (dtype) {
    case DType::F64:
        return at::kDouble;
    case DType::F32:
        return at::kFloat;
    case DType::F16:
        return at::kHalf;
    case DType::BF16:
        return at::kBFloat16;
    case DType::I64:
        return at::kLong;
    case DType::I32:
        return at::kInt;
    case DType::I16:
        return at::kShort;
    case DType::I8:
        return at::kChar;
    case DType::U8:
        return at::kByte;
    case DType::Bool:
        return at::kBool;
    default:
        return std::nullopt;
    }
}

bool aligned(const StoredTensor& stored)
{
    return reinterpret_cast<std::uintptr_t>(stored.bytes.data()) % dtypeSize(stored.dtype) == 0;
}

/// The bytes the strides reach, moved to an aligned place.
at::Tensor alignedCopy(const StoredTensor& stored, at::ScalarType type)
{
    const auto elements = static_cast<std::int64_t>(stored.bytes.size() / dtypeSize(stored.dtype));
    auto flat = at::empty({elements}, at::TensorOptions(type));
    std::memcpy(flat.data_ptr(), stored.bytes.data(), static_cast<std::size_t>(elements) * dtypeSize(stored.dtype));
    return flat.as_strided(stored.shape, stored.strides);
}

at::Tensor fromFloat8(const StoredTensor& stored)
{
    auto flat = at::empty({static_cast<std::int64_t>(stored.bytes.size())}, at::TensorOptions(at::kFloat));
    decodeFloat8(stored.dtype, stored.bytes, flat.data_ptr<float>());
    return flat.as_strided(stored.shape, stored.strides);
}

}

Result<at::Tensor> viewTensor(const StoredTensor& stored, const std::string& file)
{
    if (stored.dtype == DType::F8E4M3 || stored.dtype == DType::F8E5M2)
        return fromFloat8(stored);
    const auto type = scalarType(stored.dtype);
    if (!type)
        return unsupported(file,
            "tensor " + inQuotes(stored.name) + " has the type " + std::string(dtypeName(stored.dtype)),
            "save it again as F32, F16 or BF16");
    if (stored.bytes.empty())
        return at::empty(stored.shape, at::TensorOptions(*type));
    if (!aligned(stored))
        return alignedCopy(stored, *type);
    auto* data = const_cast<std::byte*>(stored.bytes.data()); // nobody writes: the mapping is read-only
    return at::from_blob(
        data, stored.shape, stored.strides, [owner = stored.owner](void*) {}, at::TensorOptions(*type));
}

}
