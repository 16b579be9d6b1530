// core/record/attention_hooks.h: what a caller may see, and change, while a network runs.
#pragma once
#include "core/base/index.h"

namespace at
{
class Tensor;
}

namespace patchlight
{

/// An optional listener of a forward pass; every member does nothing by default.
/// Shapes: B pictures, H heads, T tokens, d = head width; Swin: B·windows for B and W² for T (row-major windows
/// after the shift). Called on the thread that runs the network.
class AttentionHooks
{
public:
    virtual ~AttentionHooks() = default;

    /// After the embedding and its positions, before block 0: [B, T, D] (Swin: [B, rows, columns, D]). May replace it.
    virtual void onEmbedded(at::Tensor& /*tokens*/) { }
    /// False leaves the whole block out (its output is its input).
    virtual bool runsBlock(LayerIndex) const { return true; }
    /// Before the product: q, k [B, H, T, d], not yet scaled.
    virtual void onQueryKey(LayerIndex, const at::Tensor& /*q*/, const at::Tensor& /*k*/) { }
    /// Whether onWeights wants to be called for this block; a fused path must then make the weights.
    virtual bool wantsWeights(LayerIndex) const { return false; }
    /// After the softmax: [B, H, T, T], rows sum to one. What it is set to is used.
    virtual void onWeights(LayerIndex, at::Tensor& /*weights*/) { }
    /// After the block: [B, T, D] (Swin: [B, rows, columns, D], before any merging).
    virtual void onBlock(LayerIndex, const at::Tensor& /*tokens*/) { }
};

}
