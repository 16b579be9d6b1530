// core/record/attention_recorder.cpp
#include "core/record/attention_recorder.h"
#include <ATen/ATen.h>

namespace patchlight
{

AttentionRecorder::~AttentionRecorder() = default;

AttentionRecorder::AttentionRecorder(
    TokenLayout layout, std::vector<LayerAttention> layers, AttentionHooks* inner, RecordPrecision precision)
    : PassingHooks(inner), m_layout(layout), m_layers(std::move(layers)), m_kept(m_layers.size()),
      m_precision(precision)
{
}

AttentionRecord AttentionRecorder::take(std::optional<LayerAttention> pooling)
{
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        if (m_kept[i].defined())
            point(m_layers[i], m_kept[i]);
    return {m_layout, std::move(m_layers), std::move(pooling)};
}

/// kept [2, windows, H, T, d], on any device
void AttentionRecorder::point(LayerAttention& layer, const at::Tensor& kept) const
{
    constexpr double kMostHalf = 65504;
    const bool half = m_precision == RecordPrecision::Half;
    auto both = kept.to(at::kCPU).to(at::kFloat).contiguous();
    if (half) // in float32, since bf16 cannot tell the largest half from what is beyond it
        both = both.clamp(-kMostHalf, kMostHalf).to(at::kHalf);
    layer.windowStride = both.stride(1);
    layer.headStride = both.stride(2);
    layer.tokenStride = both.stride(3);
    const auto pointAt = [&](const auto* values) {
        layer.q = values;
        layer.k = values + both.stride(0);
    };
    if (half)
        pointAt(static_cast<const Half*>(both.data_ptr()));
    else
        pointAt(both.data_ptr<float>());
    layer.owner = std::make_shared<at::Tensor>(both);
}

void AttentionRecorder::onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k)
{
    PassingHooks::onQueryKey(layer, q, k);
    const auto index = static_cast<std::size_t>(layer.value);
    const auto& windows = m_layers.at(index).windows;
    const int count = windows ? windows->windows().count() : 1;
    m_kept[index] = at::stack({q.detach().slice(0, 0, count), k.detach().slice(0, 0, count)});
}

}
