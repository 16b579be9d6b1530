// core/explain/gradients/class_target.h: the number that class methods differentiate.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include "core/model/network.h"

namespace patchlight
{

/// Fills in what is explained where that is absent: the top class of logits [B, C]; of a network without classes the
/// norm of its embedding. Errors: Unsupported (neither logits nor an embedding), InvalidOption (no such class, or
/// contrast with itself; a class of a network without any, or an embedding of one that has; no such component; a
/// picture to be like whose embedding has another width or no length).
Result<void> resolveTarget(const ForwardOutput& output, ExplainRequest& request);

/// logit(target) − logit(contrast, where there is one), or the number made of the embedding; its negative where asked
/// what lowers it. One value per picture: [B]. Distilled nets: the mean logits.
at::Tensor targetValue(const ForwardOutput& output, const ExplainRequest& request);

}
