// core/explain/gradients/attn_lrp.h: relevance passed back by the rules made for transformers.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// AttnLRP: input ⊙ modified gradient of the target's logit, summed over the pixels of every patch: signed. With
/// `layer` the same at the tokens that this block reads, summed over their channels. The rules are those of
/// core/model/backward_rule.h, ε = 0; norms of a hybrid's stem count as norms.
/// Uses: target, contrast, layer. Errors: Cancelled, InvalidOption. Cost: two forward passes.
/// Source: Achtibat et al. 2024, "AttnLRP", arXiv 2402.05602, section 3.
Result<Explanation> attnLrp(const NetworkTask& task);

}
