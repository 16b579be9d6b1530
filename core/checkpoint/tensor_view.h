// core/checkpoint/tensor_view.h: stored tensors as torch tensors that look into the mapped file.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/stored_tensor.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// A view that keeps the mapping alive; copied only where the file holds it off its type's alignment, since compiled
/// loops may rely on that. 8-bit floats become float32. Errors: Unsupported (a type torch has no tensor of).
Result<at::Tensor> viewTensor(const StoredTensor& stored, const std::string& file);

}
