// core/base/nd_array.h: float32 values with a shape, row-major; what crosses rooms instead of a torch tensor.
#pragma once
#include <cstdint>
#include <vector>

namespace patchlight
{

struct NdArray {
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< product(shape) of them

    bool empty() const { return values.empty(); }
    std::int64_t dim(std::size_t axis) const { return shape.at(axis); }
    bool operator==(const NdArray&) const = default;
};

}
