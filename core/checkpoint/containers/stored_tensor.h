// core/checkpoint/containers/stored_tensor.h: a tensor as a file holds it: bytes and a description, no torch.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// Element types of all containers, under the names safetensors gives them.
enum class DType { F64, F32, F16, BF16, F8E4M3, F8E5M2, I64, I32, I16, I8, U64, U32, U16, U8, Bool, C64 };

std::string_view dtypeName(DType dtype);
std::optional<DType> dtypeFromName(std::string_view name);
std::size_t dtypeSize(DType dtype); ///< bytes of one element

/// Every element is known to lie inside `bytes`: containers check it before they hand one out.
struct StoredTensor {
    std::string scope; ///< dictionaries around it in a pickle, joined by '.'; empty elsewhere
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in elements
    std::span<const std::byte> bytes; ///< from its first element on
    std::shared_ptr<const void> owner; ///< keeps `bytes` alive
};

/// Number of elements, or nothing where a size is negative or there are more than `limit`.
std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape, std::int64_t limit);
/// Row-major strides.
std::vector<std::int64_t> denseStrides(std::span<const std::int64_t> shape);

/// Most tensors a file may hold, and most axes of one: far above any network, low enough to bound the bookkeeping.
inline constexpr std::size_t kMostTensors = 65536;
inline constexpr std::size_t kMostAxes = 8;
inline constexpr std::size_t kLongestName = 1024;
/// Room beyond a file's own size that reading it may take.
inline constexpr std::size_t kMemoryMargin = std::size_t{64} << 20;

}
