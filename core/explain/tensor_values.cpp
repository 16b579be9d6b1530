// core/explain/tensor_values.cpp
#include "core/explain/tensor_values.h"
#include <ATen/ATen.h>

namespace patchlight
{

at::Tensor toTensor(const std::vector<float>& values)
{
    return at::tensor(at::ArrayRef<float>(values), at::kFloat);
}

at::Tensor toTensor(const std::vector<float>& values, const at::Device& device)
{
    return toTensor(values).to(device);
}

at::Tensor toTensor(const NdArray& array)
{
    return toTensor(array.values).view(array.shape);
}

std::vector<float> toValues(const at::Tensor& tensor)
{
    const auto flat = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    const float* first = flat.data_ptr<float>();
    return {first, first + flat.numel()};
}

NdArray toArray(const at::Tensor& tensor)
{
    return {tensor.sizes().vec(), toValues(tensor)};
}

Grid<float> toGrid(const at::Tensor& tensor, GridSize size)
{
    return {size, toValues(tensor)};
}

at::Tensor sumOverPatches(const at::Tensor& pixels, GridSize grid)
{
    const auto plane = pixels.flatten(0, 1).sum(0); // [H, W]
    const auto cellsOf = [&](std::int64_t size, int cells) {
        return at::arange(size, pixels.options().dtype(at::kLong)).mul(cells).div(size, "floor");
    };
    const auto across = at::zeros({plane.size(0), grid.columns}, plane.options())
                            .index_add(1, cellsOf(plane.size(1), grid.columns), plane);
    return at::zeros({grid.rows, grid.columns}, plane.options())
        .index_add(0, cellsOf(plane.size(0), grid.rows), across);
}

}
