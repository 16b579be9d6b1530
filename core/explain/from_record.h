// core/explain/from_record.h: every map that needs nothing but the record: raw attention, rollout, their variants.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"

namespace patchlight
{
class AttentionRecord;

/// Raw attention in microseconds per head; rollout in layers × T² products of length d per head.
/// Errors: InvalidOption (no such layer, head, query or parameter), Unsupported (method needs the network), Cancelled.
/// Thread: any; torch is not used.
Result<Explanation> explainFromRecord(
    const AttentionRecord& record, const ExplainRequest& request, const RunContext& run = {});

}
