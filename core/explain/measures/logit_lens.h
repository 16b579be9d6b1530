// core/explain/measures/logit_lens.h: what the head would say of a token after every block.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{
class AttentionHooks;
class Network;

/// Final norm and head applied after every block: [L, C]. Query Default: the whole sequence, as the net itself reads
/// it (so the last row is the logits); else that token alone, of a region the mean; the distillation token by its own
/// head. Swin: NaN before the last stage, whose width the head does not have; only Default.
/// input [1, 3, H, W]. Errors: Unsupported (no head), InvalidOption, Cancelled. Cost: one forward pass.
/// Source: Vilas, Schaumlöffel & Roig, "Analyzing Vision Transformers for Image Classification in Class Embedding
/// Space", NeurIPS 2023, section 3.
Result<NdArray> logitLens(Network& network, const at::Tensor& input, const Query& query, const RunContext& run = {},
    AttentionHooks* hooks = nullptr);

}
