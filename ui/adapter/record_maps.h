// ui/adapter/record_maps.h: maps that need only the record, for the window's own threads; the network is not run. The
// door to the core's one answer, explainFromAnalysis, to what it costs and to the numbers that describe a map.
#pragma once
#include "core/base/cancel.h"
#include "core/engine/explain_analysis.h"
#include "core/explain/measures/map_numbers.h"
#include "core/explain/record_cost.h"
#include "ui/adapter/core_types.h"

namespace patchlight
{

/// Raw attention of every head for one query: `[layer][head]`, the mean of the heads last. Empty grids where a block
/// is switched off. Errors: those of headMapsOf.
Result<std::vector<std::vector<Grid<float>>>> allHeadMaps(
    const Analysis& analysis, const Query& query, const CancelToken& cancel);

}
