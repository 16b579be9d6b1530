// core/explain/record_cost.h: how much work an answer from the record is, before it is begun.
#pragma once
#include "core/explain/request.h"

namespace patchlight
{
class AttentionRecord;

/// Multiplications needed to answer from the record; an upper bound. Cost: none.
double recordCost(const AttentionRecord& record, const ExplainRequest& request);

}
