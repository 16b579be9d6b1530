// core/explain/tensor_values.h: between tensors and plain floats.
#pragma once
#include "core/base/grid.h"
#include "core/base/nd_array.h"
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

at::Tensor toTensor(const std::vector<float>& values); ///< copied, [n]
at::Tensor toTensor(const std::vector<float>& values, const at::Device& device); ///< the same, where it is needed
at::Tensor toTensor(const NdArray& array); ///< copied
std::vector<float> toValues(const at::Tensor& tensor); ///< any shape, row-major, float32
NdArray toArray(const at::Tensor& tensor);
/// Values of one number per patch, [rows, columns] or as many in a row.
Grid<float> toGrid(const at::Tensor& tensor, GridSize size);
/// Sums over channels and the pixels of every patch: [1, C, H, W] → [rows, columns].
at::Tensor sumOverPatches(const at::Tensor& pixels, GridSize grid);

}
