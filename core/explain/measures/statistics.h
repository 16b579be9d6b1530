// core/explain/measures/statistics.h: what every head does, in numbers.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/attention/head_maps.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;

struct HeadNumbers {
    float entropy = 0; ///< −Σ A ln A of a row, mean over all queries; nats
    float distance = 0; ///< Σ A·‖pos − pos'‖ over patches, rows renormalised over patches, mean over patches; pixels
    float prefixShare = 0; ///< attention of a row on class, distillation and register tokens, mean over all queries
};

struct LayerNumbers {
    std::vector<HeadNumbers> heads; ///< empty where an intervention left the layer out
    float mostEntropy = 0; ///< ln T, of uniform attention
    float uniformDistance = 0; ///< distance of uniform attention: the reference line; pixels
    HeadNumbers mean() const; ///< over the heads
};

/// One entry per layer. `patch`: pixels of one cell of the input grid; the cells of Swin's later stages are larger.
/// Swin: rows are those of the windows, and distances those on the picture; padding takes no part.
/// Errors: Cancelled. Thread: any. Cost: T²·d products per head; ViT-B/16 at 224 about 40 ms.
/// Source: Dosovitskiy et al. 2021, figure 7 and appendix D.7 (distance; there without renormalising).
Result<std::vector<LayerNumbers>> attentionStatistics(
    const AttentionRecord& record, GridSize patch, const RunContext& run = {});

/// Swin: what a head adds to the scores by offset alone: (2W − 1)² values, offset (0, 0) in the middle, row = query row
/// − key row + W − 1. Empty grid where the layer has no such bias. Source: Liu et al. 2021, equation 4.
Grid<float> relativePositionBias(const AttentionRecord& record, LayerIndex layer, HeadIndex head);

}
