// core/explain/class_target.h: the number that class methods differentiate.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include "core/model/network.h"

namespace patchlight
{

/// Fills `target` in: the top class where absent. Errors: Unsupported (no head), InvalidOption (no such class, or
/// contrast with itself).
Result<void> resolveTarget(const ForwardOutput& output, ExplainRequest& request);

/// logit(target) − logit(contrast, where there is one), one value per picture: [B]. Distilled nets: the mean logits.
at::Tensor targetLogit(const ForwardOutput& output, const ExplainRequest& request);

}
