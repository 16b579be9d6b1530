// core/engine/output/contact_sheet.h: raw attention of one query in every layer and head.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include "core/render/sheet.h"

namespace patchlight
{
class AttentionRecord;

/// One row per layer, one column per head, the last one their mean. Swin: a query cell of the input grid is followed
/// to the cell that covers it in coarser stages; stages with fewer heads leave columns empty.
/// Errors: those of explainFromRecord.
Result<Sheet> contactSheet(const AttentionRecord& record, const ExplainRequest& request);

}
