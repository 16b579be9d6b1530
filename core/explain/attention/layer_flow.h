// core/explain/attention/layer_flow.h: one layer's attention applied to one weight per token, row by row.
#pragma once
#include "core/explain/request.h"
#include "core/record/attention_record.h"
#include <vector>

namespace patchlight
{

/// How the matrix Ã of one layer is made of its heads: fused, entries dropped, rows normalised, the residual mixed in.
struct FlowRules {
    std::vector<float> shares; ///< from headShares
    HeadFusion fusion = HeadFusion::Mean;
    float alpha = 0; ///< Ã = α·I + (1 − α)·F
    float discard = 0; ///< ⌊discard·T⌋ smallest entries of every row, never the diagonal, become 0
    bool normalise = false; ///< rows sum to one before the residual (always after a discard)
};

/// Tokens are numbered as in the layer: prefix, then cells row by row. Swin: cells of the layer's grid; each window is
/// a matrix of its own, and what would go to padding is shared by the other keys of the row.
/// Rows whose weight is 0 are not computed. Cost: T²·d products per head at most, no T×T memory; several threads.
std::vector<float> toInputs(const LayerAttention& layer, const FlowRules& rules, const std::vector<float>& r); ///< r·Ã
std::vector<float> toQueries(const LayerAttention& layer, const FlowRules& rules, const std::vector<float>& v); ///< Ã·v

/// The discard rule above on one row.
void discardSmallest(float* row, int count, int diagonal, float share);
/// ⌊share·count⌋ with `share` as it was written in decimal: 0.9F of 10 is 9.
std::ptrdiff_t shareOf(float share, std::ptrdiff_t count);

}
