// core/engine/recorder.h: keeps every block's Q and K of a plain forward pass; passes all else on to other hooks.
#pragma once
#include "core/record/attention_hooks.h"
#include "core/record/attention_record.h"
#include <vector>

namespace patchlight
{

class QueryKeyRecorder : public AttentionHooks
{
public:
    /// `layers`: the network's attentionLayout; `inner` may be null.
    QueryKeyRecorder(std::vector<LayerAttention> layers, AttentionHooks* inner)
        : m_layers(std::move(layers)), m_inner(inner)
    {
    }
    std::vector<LayerAttention> takeLayers() { return std::move(m_layers); }

    void onEmbedded(at::Tensor& tokens) override;
    bool runsBlock(LayerIndex layer) const override;
    void onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k) override;
    bool wantsWeights(LayerIndex layer) const override;
    void onWeights(LayerIndex layer, at::Tensor& weights) override;
    void onBlock(LayerIndex layer, const at::Tensor& tokens) override;

private:
    std::vector<LayerAttention> m_layers;
    AttentionHooks* m_inner;
};

}
