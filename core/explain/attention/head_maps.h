// core/explain/attention/head_maps.h: the map of every head of every layer for one query: the window's thumbnails.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;

struct LayerMaps {
    std::vector<Grid<float>> heads; ///< raw attention of each head, on the layer's grid; NaN where it cannot look
    Grid<float> fused; ///< mean over the heads
};

/// One entry per layer, empty for a layer that an intervention left out. Errors: InvalidOption, Cancelled. Thread: any.
/// Cost: ViT-L/16 at 224 a few milliseconds (inverse: 60).
Result<std::vector<LayerMaps>> headMaps(const AttentionRecord& record, const Query& query, const RunContext& run = {});

}
