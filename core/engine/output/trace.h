// core/engine/output/trace.h: every intermediate of a forward pass as arrays, for comparison with other programs.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include <functional>
#include <string>

namespace patchlight
{

/// Receives one array at a time, so that a large net's attention is never held whole.
using TraceSink = std::function<Result<void>(const std::string& name, const NdArray& array)>;

/// "input" [1, 3, H, W], "logits" [1, C], "logits_class" and "logits_distillation" of distilled nets, "tokens",
/// "attention_00" … one per block: ViT [heads, T, T]; Swin [windows, heads, W², W²], row-major windows after the shift;
/// CaiT [heads, N, N] of its patches, "attention_mixed_00" … after the heads are mixed, "attention_class_00" … [heads,
/// 1, N + 1]. Nets without classes: "embedding" [1, D], or "image_embedding" [1, E] in a space shared with words;
/// pooling by a probe: "attention_pool" [heads, 1, N]; convolutional nets: "features" [1, C, rows, columns].
/// Errors: those of the sink; Cancelled.
Result<void> trace(const Analysis& analysis, const TraceSink& sink, const RunContext& run);

/// All weights of one block, shaped as above.
NdArray attentionOf(const AttentionRecord& record, LayerIndex layer);

}
