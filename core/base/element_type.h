// core/base/element_type.h: element types of all files that hold arrays, under the names safetensors gives them.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace patchlight
{

enum class DType { F64, F32, F16, BF16, F8E4M3, F8E5M2, I64, I32, I16, I8, U64, U32, U16, U8, Bool, C64 };

std::string_view dtypeName(DType dtype);
std::optional<DType> dtypeFromName(std::string_view name);
std::size_t dtypeSize(DType dtype); ///< bytes of one element

}
