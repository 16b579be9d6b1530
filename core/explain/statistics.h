// core/explain/statistics.h: what every head does, in numbers.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/head_maps.h"
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

/// Pearson correlation of two maps of one size, over the cells that are numbers in both; 0 where one is constant.
float similarity(const Grid<float>& a, const Grid<float>& b);
/// Spearman's rank correlation, alike; equal values share their mean rank.
float rankSimilarity(const Grid<float>& a, const Grid<float>& b);
/// Correlation of every head's map with `chosen`: [layer][head]; 0 where the grids differ.
std::vector<std::vector<float>> headSimilarities(const std::vector<LayerMaps>& maps, const Grid<float>& chosen);

/// Swin: what a head adds to the scores by offset alone: (2W − 1)² values, offset (0, 0) in the middle, row = query row
/// − key row + W − 1. Empty grid where the layer has no such bias. Source: Liu et al. 2021, equation 4.
Grid<float> relativePositionBias(const AttentionRecord& record, LayerIndex layer, HeadIndex head);

}
