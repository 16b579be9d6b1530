// core/model/packed_inference.cpp
#include "core/model/packed_inference.h"
#include "core/model/network.h"
#include "core/record/attention_hooks.h"
#include "core/record/attention_recorder.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <numeric>

namespace patchlight
{
namespace
{

/// q and k where the plan has written them.
void pointTo(LayerAttention& layer, const float* queryKey, std::shared_ptr<const void> owner)
{
    const std::ptrdiff_t width = static_cast<std::ptrdiff_t>(layer.heads) * layer.headWidth;
    layer.q = queryKey;
    layer.k = queryKey + width;
    layer.headStride = layer.headWidth;
    layer.tokenStride = 2 * width;
    layer.windowStride = layer.tokens * layer.tokenStride;
    layer.owner = std::move(owner);
}

/// [B·windows, H, T, d], strided over what the plan has written.
at::Tensor viewOf(const float* values, const LayerAttention& layer, std::int64_t batch)
{
    const std::int64_t windows = layer.windows ? layer.windows->windows().count() : 1;
    return at::from_blob(const_cast<float*>(values), {batch * windows, layer.heads, layer.tokens, layer.headWidth},
        {layer.windowStride, layer.headStride, layer.tokenStride, 1}, at::kFloat);
}

}

PackedInference::PackedInference(std::shared_ptr<Network> network, std::unique_ptr<packed::Plan> plan)
    : m_network(std::move(network)), m_plan(std::move(plan))
{
}

/// One block the packed way, or, where hooks want to see or change the weights, the plain way.
at::Tensor PackedInference::block(
    LayerIndex layer, const at::Tensor& tokens, float* queryKey, LayerAttention& seen, AttentionHooks* hooks)
{
    if (hooks && (hooks->wantsWeights(layer) || !hooks->runsBlock(layer))) {
        const GridSize none;
        std::vector<LayerAttention> layers(static_cast<std::size_t>(layer.value) + 1, seen);
        AttentionRecorder recorder({false, false, 0, none}, std::move(layers), hooks);
        const auto out = m_network->block(layer, tokens, &recorder).contiguous();
        seen = recorder.take().layer(layer);
        return out;
    }
    pointTo(seen, queryKey, seen.owner);
    const auto out = m_plan->block(layer, tokens, queryKey);
    if (hooks) {
        const auto batch = tokens.size(0);
        hooks->onQueryKey(layer, viewOf(seen.q, seen, batch), viewOf(seen.k, seen, batch));
        hooks->onBlock(layer, out.clone()); // the next block overwrites it
    }
    return out;
}

Result<RecordedForward> PackedInference::run(
    const NdArray& input, bool record, AttentionHooks* hooks, const RunContext& context)
{
    const at::NoGradGuard noGradients;
    at::get_num_threads(); // gives this thread torch's count, for OpenMP too
    const auto pixels = viewOf(input);
    if (const auto fits = m_network->checkInput(pixels); !fits)
        return fail(fits.error());
    const GridSize size{static_cast<int>(pixels.size(2)), static_cast<int>(pixels.size(3))};
    auto layers = m_network->attentionLayout(size);
    std::vector<std::size_t> floats;
    for (const auto& layer : layers)
        floats.push_back(packed::queryKeyFloats(layer) * static_cast<std::size_t>(pixels.size(0)));

    std::shared_ptr<float> kept;
    if (record)
        kept = m_records.take(std::accumulate(floats.begin(), floats.end(), std::size_t{0}));
    else
        m_unrecorded.reserve(*std::max_element(floats.begin(), floats.end()) * sizeof(float));

    auto tokens = m_network->embed(pixels).contiguous();
    if (hooks)
        hooks->onEmbedded(tokens);
    tokens = tokens.contiguous();
    float* queryKey = record ? kept.get() : m_unrecorded.data();
    for (int layer = 0; layer < m_network->blockCount(); ++layer) {
        if (context.cancel.requested())
            return cancelled();
        const auto index = static_cast<std::size_t>(layer);
        layers[index].owner = kept;
        tokens = block(LayerIndex{layer}, tokens, queryKey, layers[index], hooks);
        context.step("block", layer + 1, m_network->blockCount());
        if (record)
            queryKey += floats[index];
    }
    auto result = toRecorded(m_network->finish(tokens));
    if (record)
        result.record = AttentionRecord(m_network->tokenLayout(size), std::move(layers));
    return result;
}

}
