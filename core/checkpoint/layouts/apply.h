// core/checkpoint/layouts/apply.h: runs a layout's table over the tensors.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/layouts/recognise.h"
#include <ATen/core/Tensor.h>
#include <map>
#include <string>

namespace patchlight
{

struct Canonical {
    std::map<std::string, at::Tensor> tensors; ///< timm's names; what no rule knows stays under its own
    std::map<std::string, at::Tensor> text; ///< of the tower for words and what joins both, under the layout's names
    std::vector<std::string> ignored;
    int headsOfKernels = 0; ///< head count where the kernels' shapes tell it
};

/// Views where the change allows it. Errors: Mismatch (a tensor not of the shape its rule needs; parts that do not
/// fit together; two tensors with one name), Unsupported (its type).
Result<Canonical> applyLayout(const Recognised& recognised, const std::string& file);

}
