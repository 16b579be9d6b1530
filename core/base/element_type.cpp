// core/base/element_type.cpp
#include "core/base/element_type.h"
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

}
