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
    const auto rows = pixels.size(2) / grid.rows, columns = pixels.size(3) / grid.columns;
    return pixels.flatten(0, 1).sum(0).view({grid.rows, rows, grid.columns, columns}).sum(3).sum(1);
}

}
