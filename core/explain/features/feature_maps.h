// core/explain/features/feature_maps.h: features and positions of the patches as maps, asked like any other method.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

// Of the first three: after block `request.layer`, on that block's own grid. Cost: a forward pass up to there.

/// Cosine of every patch's features with the query's. Of both tokens' difference, the difference of their maps.
/// Errors: InvalidOption (no such layer, token or patch), Cancelled.
Result<Explanation> featureSimilarityMap(const NetworkTask& task);
/// The three strongest components of the features as `colours`; the map is the first of them.
Result<Explanation> featureColoursMap(const NetworkTask& task);
/// Length of every patch's features; `marks` are those that tower over the others.
Result<Explanation> featureNormMap(const NetworkTask& task);

/// Cosine of every patch's learned position with the query's; of several, their mean.
/// Errors: Unsupported (Swin; a token without a position of its own), InvalidOption (no such token or patch).
Result<Explanation> positionSimilarityMap(const NetworkTask& task);

}
