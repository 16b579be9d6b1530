// core/explain/features/features.h: what the network makes of every patch, as it leaves a block.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/base/token_layout.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{
class AttentionHooks;
class Network;

/// Tokens after block `after`, before any final norm: [1, T, D]; Swin [1, rows, columns, D] of its stage.
/// input [1, 3, H, W]. Errors: InvalidOption (no such layer), Cancelled. Cost: a forward pass up to there.
Result<NdArray> featuresAfter(Network& network, const at::Tensor& input, LayerIndex after, const RunContext& run = {},
    AttentionHooks* hooks = nullptr);

/// Features of the patches alone, one row each, and the grid they lie on.
struct PatchFeatures {
    at::Tensor rows; ///< [patches, D]
    GridSize grid;
};
/// `features` as above, `layout` of the input grid.
PatchFeatures patchFeatures(const NdArray& features, const TokenLayout& layout);

}
