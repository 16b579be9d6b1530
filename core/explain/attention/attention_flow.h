// core/explain/attention/attention_flow.h: attention as a network of pipes: how much can run from a patch to the query.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"

namespace patchlight
{
class AttentionRecord;
struct NetworkTask;

/// For every patch the maximum flow from the query's token in the last layer down to the patch in the first, pipes as
/// wide as α·I + (1 − α)·F, F the heads fused as for rollout, rounded to 1e-9. A query of several patches gives each its
/// share. Uses: query, head, headWeights, alpha, startLayer, endLayer.
/// Errors: Cancelled, InvalidOption, Unsupported (windows). Cost: a maximum flow a patch, several processors; at least
/// L·T² numbers of memory for each of them. Source: Abnar & Zuidema 2020, section 3.
Result<Explanation> attentionFlow(const AttentionRecord& record, const ExplainRequest& request, const RunContext& run);
/// The same of the task's record, or of a run of its own where it has none: seconds, so not for the window's thread.
Result<Explanation> attentionFlowOf(const NetworkTask& task);

}
