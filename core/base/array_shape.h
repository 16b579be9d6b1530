// core/base/array_shape.h: shapes that untrusted files state.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace patchlight
{

/// Most axes of an array, and most elements along one: far above any network, low enough to count with.
inline constexpr std::size_t kMostAxes = 8;
inline constexpr std::int64_t kLongestAxis = std::int64_t{1} << 31;

/// Number of elements, or nothing where a size is negative or beyond kLongestAxis, or there are more than `limit`.
/// An array without elements may state no more than kLongestAxis along its other axes together.
std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape, std::int64_t limit);
/// Row-major strides of a shape that elementCount accepts.
std::vector<std::int64_t> denseStrides(std::span<const std::int64_t> shape);

}
