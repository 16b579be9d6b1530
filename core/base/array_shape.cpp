// core/base/array_shape.cpp
#include "core/base/array_shape.h"
#include <algorithm>

namespace patchlight
{

std::optional<std::int64_t> elementCount(std::span<const std::int64_t> shape, std::int64_t limit)
{
    const bool none = std::ranges::find(shape, 0) != shape.end();
    const std::int64_t most = none ? kLongestAxis : limit;
    std::int64_t count = 1;
    for (const auto size : shape) {
        const auto factor = std::max<std::int64_t>(size, 1);
        if (size < 0 || size > kLongestAxis || factor > most / count)
            return std::nullopt;
        count *= factor;
    }
    if (none)
        return 0;
    return count <= limit ? std::optional{count} : std::nullopt;
}

std::vector<std::int64_t> denseStrides(std::span<const std::int64_t> shape)
{
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * std::max<std::int64_t>(shape[axis], 1);
    return strides;
}

}
