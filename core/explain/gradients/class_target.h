// core/explain/gradients/class_target.h: the number that class methods differentiate.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// Fills `target` in: the top class of logits [B, C] where absent. Errors: Unsupported (undefined logits: no head),
/// InvalidOption (no such class, or contrast with itself).
Result<void> resolveTarget(const at::Tensor& logits, ExplainRequest& request);

/// logit(target) − logit(contrast, where there is one), one value per picture: [B]. Distilled nets: the mean logits.
at::Tensor targetLogit(const at::Tensor& logits, const ExplainRequest& request);

}
