// core/explain/features/position_similarity.h: how alike the learned positions of the patches are.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/token_layout.h"

namespace patchlight
{
class Network;

struct PositionSimilarity {
    GridSize grid; ///< of the input's patches
    int prefix = 0; ///< tokens before them that have a position of their own
    NdArray cosines; ///< [T, T], T = prefix + patches

    /// Of one patch with all others: rows × columns.
    Grid<float> of(Cell patch) const;
};

/// Cosine of every two position embeddings, resampled to the grid of the input as the network itself does it.
/// Errors: Unsupported (Swin has none: its bias by relative position says where it looks).
/// Source: Dosovitskiy et al. 2021, figure 7, centre.
Result<PositionSimilarity> positionSimilarity(const Network& network, GridSize input);

}
