// core/explain/gradients/attribution.h: transformer attribution: relevance of the attention, weighted by its gradient.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// Row `query` of Π (I + Ā_l), Ā = mean over heads of (∇A ⊙ R)⁺, R the relevance of the attention by layer-wise
/// propagation from the target's logit. Contrast: ∇A of the difference of the logits, R of the target.
/// Uses: target, contrast, query, head, headWeights, startLayer, endLayer. Errors: Cancelled, InvalidOption,
/// Unsupported (Swin, gated MLP). Cost: two forward passes in float32, two in double precision, and four
/// times the products. Memory: L·T·D doubles, and that of BlockBackward.
/// Source: Chefer, Gur & Wolf, CVPR 2021, section 3, by the authors' code.
Result<Explanation> attribution(const NetworkTask& task);

}
