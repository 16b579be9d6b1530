// core/explain/attention/rollout.h: attention followed through all layers back to the picture.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"

namespace patchlight
{
class AttentionRecord;

/// Row `query` of Ã_end · … · Ã_start with Ã = α·I + (1 − α)·F, as r ← r·Ã from the last layer to the first: the same
/// values as the product of the matrices, without one. Inverse: the column, as v ← Ã·v from the first to the last.
/// Swin: from the output (1 / cells of the last grid, or the query's cells of it) back through the windows; merging
/// spreads a cell's weight evenly over its children. Values sum to one, prefix tokens included.
/// Uses: head, headWeights, query, alpha, discard, startLayer, endLayer. Errors: InvalidOption, Cancelled.
/// Cost: T²·d products per head and layer: ViT-B/16 at 224 about 10 ms, ViT-L/16 at 384 about 0.3 s; memory T values.
/// Source: Abnar & Zuidema 2020, "Quantifying Attention Flow in Transformers", section 3.
Result<Explanation> rollout(const AttentionRecord& record, const ExplainRequest& request, const RunContext& run);

}
