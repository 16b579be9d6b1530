// core/model/packed_inference.cpp
#include "core/model/packed_inference.h"
#include "core/model/block_tokens.h"
#include "core/model/network.h"
#include "core/model/packed/parallel.h"
#include "core/model/pass_memory.h"
#include "core/model/waiting_threads.h"
#include "core/record/attention_hooks.h"
#include "core/record/attention_recorder.h"
#include "core/record/vector_kernels.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <optional>

namespace patchlight
{
namespace
{

/// q and k where the plan has written them, or a copy in its order.
template <class T> void pointTo(LayerAttention& layer, const T* queryKey)
{
    const std::ptrdiff_t width = static_cast<std::ptrdiff_t>(layer.heads) * layer.headWidth;
    layer.q = queryKey;
    layer.k = queryKey + width;
    layer.headStride = layer.headWidth;
    layer.tokenStride = 2 * width;
    layer.windowStride = layer.tokens * layer.tokenStride;
}

void narrow(const float* from, std::size_t count, Half* to)
{
    constexpr std::size_t kPiece = 16384;
    packed::inParallel(static_cast<int>((count + kPiece - 1) / kPiece), [&](int piece, int) {
        const std::size_t first = static_cast<std::size_t>(piece) * kPiece;
        kernels::narrow(from + first, static_cast<int>(std::min(kPiece, count - first)), to + first);
    });
}

/// [B·windows, H, T, d], strided over what the plan has written.
at::Tensor viewOf(const float* values, const LayerAttention& layer, std::int64_t batch)
{
    const std::int64_t windows = layer.windows ? layer.windows->windows().count() : 1;
    return at::from_blob(const_cast<float*>(values), {batch * windows, layer.heads, layer.tokens, layer.headWidth},
        {layer.windowStride, layer.headStride, layer.tokenStride, 1}, at::kFloat);
}

}

PackedInference::PackedInference(
    std::shared_ptr<Network> network, std::unique_ptr<packed::Plan> plan, RecordPrecision precision)
    : m_network(std::move(network)), m_plan(std::move(plan)), m_precision(precision)
{
}

/// One block the packed way, or, where hooks want to see or change the weights, the plain way.
at::Tensor PackedInference::block(
    LayerIndex layer, const at::Tensor& tokens, const Place& place, LayerAttention& seen, AttentionHooks* hooks)
{
    if (hooks && (hooks->wantsWeights(layer) || !hooks->runsBlock(layer))) {
        const GridSize none;
        std::vector<LayerAttention> layers(static_cast<std::size_t>(layer.value) + 1, seen);
        AttentionRecorder recorder({false, false, 0, none}, std::move(layers), hooks, m_precision);
        const auto out = m_network->block(layer, tokens, &recorder).contiguous();
        seen = recorder.take().layer(layer);
        return out;
    }
    pointTo(seen, place.computed);
    const auto out = m_plan->block(layer, tokens, place.computed, place.wanted);
    if (hooks) {
        const auto batch = tokens.size(0);
        const auto width = static_cast<std::ptrdiff_t>(seen.heads) * seen.headWidth;
        hooks->onQueryKey(layer, viewOf(place.computed, seen, batch), viewOf(place.computed + width, seen, batch));
        hooks->onBlock(layer, out.clone()); // the next block overwrites it
    }
    if (place.halved) {
        narrow(place.computed, packed::queryKeyFloats(seen), place.halved);
        pointTo(seen, place.halved);
    }
    return out;
}

std::uint64_t PackedInference::bytesNeeded(GridSize input, bool record) const
{
    return bytesOfPass(*m_network, input, PassKind::Packed, record);
}

Result<RecordedForward> PackedInference::run(
    const NdArray& input, Keep keep, AttentionHooks* hooks, const RunContext& context)
{
    const at::NoGradGuard noGradients;
    at::get_num_threads(); // gives this thread torch's count, for OpenMP too
    const SpinWhileAlone waiting;
    const auto pixels = viewOf(input);
    if (const auto fits = m_network->checkInput(pixels); !fits)
        return fail(fits.error());
    const GridSize size{static_cast<int>(pixels.size(2)), static_cast<int>(pixels.size(3))};
    auto layers = m_network->attentionLayout(size);
    const bool record = keep == Keep::Record;
    const bool halved = record && m_precision == RecordPrecision::Half;
    const bool inPlace = record && !halved;
    const auto batch = static_cast<std::size_t>(pixels.size(0));
    std::size_t all = 0, most = 0; // floats of one picture
    for (const auto& layer : layers) {
        all += packed::queryKeyFloats(layer);
        most = std::max(most, packed::queryKeyFloats(layer));
    }
    std::shared_ptr<void> kept;
    if (record)
        kept = m_records.take(inPlace ? all * batch * sizeof(float) : all * sizeof(Half));
    if (!inPlace)
        m_unrecorded.reserve(most * batch * sizeof(float));

    std::optional<BlockTokensKeeper> tokensBetween; // filled here: a hook would be given a copy of the plan's buffer
    if (inPlace && BlockTokensKeeper::wanted(*m_network, pixels))
        tokensBetween.emplace(m_network->blockCount(), nullptr);
    auto tokens = m_network->embed(pixels).contiguous();
    if (hooks)
        hooks->onEmbedded(tokens);
    tokens = tokens.contiguous();
    if (tokensBetween)
        tokensBetween->store(0, tokens);
    const auto layout = m_network->tokenLayout(size);
    Place place{layout.count(), inPlace ? static_cast<float*>(kept.get()) : m_unrecorded.data(),
        halved ? static_cast<Half*>(kept.get()) : nullptr};
    LastOutputs last(*m_network, /*copies=*/true);
    for (int layer = 0; layer < m_network->blockCount(); ++layer) {
        if (context.cancel.requested())
            return cancelled();
        auto& seen = layers[static_cast<std::size_t>(layer)];
        const auto floats = packed::queryKeyFloats(seen);
        seen.owner = kept;
        if (keep == Keep::Answer && !hooks && layer + 1 == m_network->blockCount())
            place.wanted = m_network->tokensRead(layout);
        tokens = block(LayerIndex{layer}, tokens, place, seen, hooks);
        if (tokensBetween && (!hooks || hooks->runsBlock(LayerIndex{layer})))
            tokensBetween->store(layer + 1, tokens);
        last.add(LayerIndex{layer}, tokens);
        context.step("block", layer + 1, m_network->blockCount());
        if (inPlace)
            place.computed += floats * batch;
        if (halved)
            place.halved += floats;
    }
    auto result = toRecorded(m_network->finish(last.all()), keep);
    if (record)
        result.record = AttentionRecord(layout, std::move(layers), m_network->poolingAttention(tokens));
    if (tokensBetween)
        result.record.keep(tokensBetween->take());
    return result;
}

}
