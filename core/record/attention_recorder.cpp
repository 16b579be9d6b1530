// core/record/attention_recorder.cpp
#include "core/record/attention_recorder.h"
#include <ATen/ATen.h>

namespace patchlight
{

AttentionRecorder::AttentionRecorder(TokenLayout layout, std::vector<LayerAttention> layers, AttentionHooks* inner)
    : m_layout(layout), m_layers(std::move(layers)), m_inner(inner)
{
}

AttentionRecord AttentionRecorder::take()
{
    return {m_layout, std::move(m_layers)};
}

void AttentionRecorder::onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k)
{
    if (m_inner)
        m_inner->onQueryKey(layer, q, k);
    auto& kept = m_layers.at(static_cast<std::size_t>(layer.value));
    const int windows = kept.windows ? kept.windows->windows().count() : 1;
    const auto both = at::stack({q.detach().slice(0, 0, windows), k.detach().slice(0, 0, windows)})
                          .to(at::kCPU, at::kFloat)
                          .contiguous(); // [2, windows, H, T, d]
    kept.windowStride = both.stride(1);
    kept.headStride = both.stride(2);
    kept.tokenStride = both.stride(3);
    kept.q = both.data_ptr<float>();
    kept.k = kept.q + both.stride(0);
    kept.owner = std::make_shared<at::Tensor>(both);
}

void AttentionRecorder::onEmbedded(at::Tensor& tokens)
{
    if (m_inner)
        m_inner->onEmbedded(tokens);
}

bool AttentionRecorder::runsBlock(LayerIndex layer) const
{
    return !m_inner || m_inner->runsBlock(layer);
}

bool AttentionRecorder::wantsWeights(LayerIndex layer) const
{
    return m_inner && m_inner->wantsWeights(layer);
}

void AttentionRecorder::onWeights(LayerIndex layer, at::Tensor& weights)
{
    if (m_inner)
        m_inner->onWeights(layer, weights);
}

void AttentionRecorder::onBlock(LayerIndex layer, const at::Tensor& tokens)
{
    if (m_inner)
        m_inner->onBlock(layer, tokens);
}

}
