// core/checkpoint/containers/stored_tensor.h: a tensor as a file holds it: bytes and a description, no torch.
#pragma once
#include "core/base/array_shape.h"
#include "core/base/element_type.h"
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace patchlight
{

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

/// Most tensors a file may hold: far above any network, low enough to bound the bookkeeping.
inline constexpr std::size_t kMostTensors = 65536;
inline constexpr std::size_t kLongestName = 1024;
/// Room beyond a file's own size that reading it may take.
inline constexpr std::size_t kMemoryMargin = std::size_t{64} << 20;

}
