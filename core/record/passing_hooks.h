// core/record/passing_hooks.h: hooks that look on while others change the run.
#pragma once
#include "core/record/attention_hooks.h"

namespace patchlight
{

/// Passes everything on to `inner`, which may be null and must outlive it.
class PassingHooks : public AttentionHooks
{
public:
    explicit PassingHooks(AttentionHooks* inner) : m_inner(inner) { }

    void onEmbedded(at::Tensor& tokens) override
    {
        if (m_inner)
            m_inner->onEmbedded(tokens);
    }
    bool runsBlock(LayerIndex layer) const override { return !m_inner || m_inner->runsBlock(layer); }
    void onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k) override
    {
        if (m_inner)
            m_inner->onQueryKey(layer, q, k);
    }
    bool wantsWeights(LayerIndex layer) const override { return m_inner && m_inner->wantsWeights(layer); }
    void onWeights(LayerIndex layer, at::Tensor& weights) override
    {
        if (m_inner && m_inner->wantsWeights(layer))
            m_inner->onWeights(layer, weights);
    }
    void onBlock(LayerIndex layer, const at::Tensor& tokens) override
    {
        if (m_inner)
            m_inner->onBlock(layer, tokens);
    }

private:
    AttentionHooks* m_inner;
};

}
