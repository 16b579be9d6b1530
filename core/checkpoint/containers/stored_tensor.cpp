// core/checkpoint/containers/stored_tensor.cpp
#include "core/checkpoint/containers/stored_tensor.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

struct Description {
    DType dtype;
    std::string_view name;
    std::size_t size;
};
constexpr Description kDTypes[]{{DType::F64, "F64", 8}, {DType::F32, "F32", 4}, {DType::F16, "F16", 2},
    {DType::BF16, "BF16", 2}, {DType::F8E4M3, "F8_E4M3", 1}, {DType::F8E5M2, "F8_E5M2", 1}, {DType::I64, "I64", 8},
    {DType::I32, "I32", 4}, {DType::I16, "I16", 2}, {DType::I8, "I8", 1}, {DType::U64, "U64", 8},
    {DType::U32, "U32", 4}, {DType::U16, "U16", 2}, {DType::U8, "U8", 1}, {DType::Bool, "BOOL", 1},
    {DType::C64, "C64", 8}};

const Description& describe(DType dtype)
{
    return *std::find_if(std::begin(kDTypes), std::end(kDTypes), [&](const auto& d) { return d.dtype == dtype; });
}

}

std::string_view dtypeName(DType dtype)
{
    return describe(dtype).name;
}

std::size_t dtypeSize(DType dtype)
{
    return describe(dtype).size;
}

std::optional<DType> dtypeFromName(std::string_view name)
{
    const auto found
        = std::find_if(std::begin(kDTypes), std::end(kDTypes), [&](const auto& d) { return d.name == name; });
    return found == std::end(kDTypes) ? std::nullopt : std::optional{found->dtype};
}

std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape, std::int64_t limit)
{
    if (std::any_of(shape.begin(), shape.end(), [](std::int64_t size) { return size < 0; }))
        return std::nullopt;
    if (std::find(shape.begin(), shape.end(), 0) != shape.end())
        return 0;
    std::int64_t count = 1;
    for (const auto size : shape) {
        if (size > limit / count)
            return std::nullopt;
        count *= size;
    }
    return count;
}

std::vector<std::int64_t> denseStrides(std::span<const std::int64_t> shape)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * std::max<std::int64_t>(shape[axis], 1);
    return strides;
}

}
