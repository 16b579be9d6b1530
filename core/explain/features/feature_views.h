// core/explain/features/feature_views.h: the features of the patches looked at: as colours, by likeness, by size.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/token_layout.h"
#include "core/explain/request.h"
#include <vector>

namespace patchlight
{

// Of all: `features` [1, T, D] or, on Swin, [1, rows, columns, D], as an analysis or featuresAfter has them; `layout`
// of the input grid; maps lie on the features' own grid. Thread: one that may use torch.

struct FeatureColours {
    NdArray colours; ///< [rows, columns, 3] in [0, 1]: red, green and blue are the first three components
    std::vector<float> shares; ///< of the variance, of each component
};
/// Patches of like colour have like features. Each component is stretched over [0, 1] on its own.
/// Source: Oquab et al. 2023, "DINOv2", figure 1 (principal components of patch features as colours).
FeatureColours featureColours(const NdArray& features, const TokenLayout& layout);

/// Cosine of every patch's features with the query's (of a region, the mean of its patches): in [−1, 1].
/// Errors: InvalidOption (no such token or patch).
/// Source: Amir et al. 2022, "Deep ViT Features as Dense Visual Descriptors", section 3.
Result<Grid<float>> featureSimilarity(const NdArray& features, const TokenLayout& layout, const Query& query);

/// A patch whose norm is more than this many times the median patch's is a sink. The paper sets a limit by eye for one
/// network (150 for DINOv2-g, whose other patches are near 50); a multiple of the median holds for any network.
constexpr float kSinkFactor = 2.0F;

struct SinkToken {
    Cell cell;
    float norm = 0;
};
struct SinkTokens {
    Grid<float> norms; ///< Euclidean, of every patch
    std::vector<float> prefixNorms; ///< of the class, distillation and register tokens
    float median = 0, limit = 0;
    std::vector<SinkToken> sinks; ///< largest first
};
/// Give it features before the final norm, which hides the sizes.
/// Source: Darcet et al. 2024, "Vision Transformers Need Registers", section 2.1.
SinkTokens sinkTokens(const NdArray& features, const TokenLayout& layout);

}
