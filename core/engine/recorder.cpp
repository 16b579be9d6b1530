// core/engine/recorder.cpp
#include "core/engine/recorder.h"
#include <ATen/ATen.h>

namespace patchlight
{

void QueryKeyRecorder::onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k)
{
    if (m_inner)
        m_inner->onQueryKey(layer, q, k);
    auto kept = std::make_shared<std::pair<at::Tensor, at::Tensor>>(q.detach().to(at::kCPU, at::kFloat).contiguous(),
        k.detach().to(at::kCPU, at::kFloat).contiguous()); // [B·windows, H, T, d] each
    auto& record = m_layers.at(static_cast<std::size_t>(layer.value));
    record.q = kept->first.data_ptr<float>();
    record.k = kept->second.data_ptr<float>();
    record.windowStride = kept->first.stride(0);
    record.headStride = kept->first.stride(1);
    record.tokenStride = kept->first.stride(2);
    record.owner = std::move(kept);
}

void QueryKeyRecorder::onEmbedded(at::Tensor& tokens)
{
    if (m_inner)
        m_inner->onEmbedded(tokens);
}

bool QueryKeyRecorder::runsBlock(LayerIndex layer) const
{
    return !m_inner || m_inner->runsBlock(layer);
}

bool QueryKeyRecorder::wantsWeights(LayerIndex layer) const
{
    return m_inner && m_inner->wantsWeights(layer);
}

void QueryKeyRecorder::onWeights(LayerIndex layer, at::Tensor& weights)
{
    if (m_inner)
        m_inner->onWeights(layer, weights);
}

void QueryKeyRecorder::onBlock(LayerIndex layer, const at::Tensor& tokens)
{
    if (m_inner)
        m_inner->onBlock(layer, tokens);
}

}
