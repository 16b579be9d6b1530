// core/explain/gradients/watching_hooks.h: passes everything on to an intervention and keeps the weights that were
// used.
#pragma once
#include "core/record/passing_hooks.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// Keeps the weights after the intervention had its say. With `differentiable`, weights that it made without a graph
/// still get a gradient.
class WatchingHooks : public PassingHooks
{
public:
    explicit WatchingHooks(AttentionHooks* inner, bool differentiable = false)
        : PassingHooks(inner), m_differentiable(differentiable)
    {
    }
    at::Tensor weights; ///< [B, H, T, T] of the last block run; undefined where the block was left out

    bool wantsWeights(LayerIndex) const override { return true; }
    void onWeights(LayerIndex l, at::Tensor& w) override
    {
        PassingHooks::onWeights(l, w);
        if (m_differentiable && !w.requires_grad())
            w = w.detach().requires_grad_(true);
        weights = w;
    }

private:
    bool m_differentiable;
};

}
