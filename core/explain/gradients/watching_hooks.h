// core/explain/gradients/watching_hooks.h: passes everything on to an intervention and keeps the weights that were
// used.
#pragma once
#include "core/record/attention_hooks.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// Keeps the weights after the intervention had its say. With `differentiable`, weights that it made without a graph
/// still get a gradient.
class WatchingHooks : public AttentionHooks
{
public:
    explicit WatchingHooks(AttentionHooks* inner, bool differentiable = false)
        : m_inner(inner), m_differentiable(differentiable)
    {
    }
    at::Tensor weights; ///< [B, H, T, T] of the last block run; undefined where the block was left out

    void onEmbedded(at::Tensor& tokens) override
    {
        if (m_inner)
            m_inner->onEmbedded(tokens);
    }
    bool runsBlock(LayerIndex l) const override { return !m_inner || m_inner->runsBlock(l); }
    void onQueryKey(LayerIndex l, const at::Tensor& q, const at::Tensor& k) override
    {
        if (m_inner)
            m_inner->onQueryKey(l, q, k);
    }
    bool wantsWeights(LayerIndex) const override { return true; }
    void onWeights(LayerIndex l, at::Tensor& w) override
    {
        if (m_inner && m_inner->wantsWeights(l))
            m_inner->onWeights(l, w);
        if (m_differentiable && !w.requires_grad())
            w = w.detach().requires_grad_(true);
        weights = w;
    }
    void onBlock(LayerIndex l, const at::Tensor& tokens) override
    {
        if (m_inner)
            m_inner->onBlock(l, tokens);
    }

private:
    AttentionHooks* m_inner;
    bool m_differentiable;
};

}
