// core/explain/attention/pooling_attention.h: where the head's own query looks.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;

/// The weights with which a pooling head gathers the tokens (SigLIP: the query is the probe). Uses: head.
/// Errors: Unsupported (a network whose head does not attend), InvalidOption (no such head).
Result<Explanation> poolingAttention(const AttentionRecord& record, const ExplainRequest& request, const RunContext& run);

/// The same as one weight for each token, heads fused as the request says; empty without such a head.
Result<std::vector<float>> poolingWeights(const AttentionRecord& record, const ExplainRequest& request);

}
