// ui/adapter/record_maps.h: maps that need only the record, for the window's own threads; the network is not run.
#pragma once
#include "core/base/cancel.h"
#include "ui/adapter/core_types.h"

namespace patchlight
{

/// `request.query` names cells of the input grid; on Swin the layer's own grid may be coarser, and the cell that holds
/// them there is asked. Errors and cost: those of explainFromRecord.
Result<Explanation> mapFromRecord(
    const AttentionRecord& record, const ExplainRequest& request, const CancelToken& cancel = {});

/// Raw attention of every head for one query: `[layer][head]`, the mean of the heads last. Empty grids where a block
/// is switched off.
Result<std::vector<std::vector<Grid<float>>>> allHeadMaps(
    const AttentionRecord& record, const Query& query, const CancelToken& cancel);

}
