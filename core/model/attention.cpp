// core/model/attention.cpp
#include "core/model/attention.h"
#include "core/model/backward_rule.h"
#include "core/model/offset_bias.h"
#include "core/model/products.h"
#include "core/record/attention_hooks.h"
#include "core/record/step_listener.h"
#include <cmath>
#include <optional>
#include <torch/types.h>
#include <torch/version.h>

namespace patchlight
{
namespace
{

/// The same product without the weights in memory, where torch has a kernel for it; undefined where it has not.
/// [B, H, T, d]
at::Tensor fused(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& bias, double scale)
{
#if TORCH_VERSION_MAJOR >= 2
    const bool usualScale = std::abs(scale * std::sqrt(static_cast<double>(q.size(-1))) - 1) < 1e-9;
    if (q.is_cuda() && usualScale)
        return at::scaled_dot_product_attention(
            q, k, v, bias.defined() ? std::optional<at::Tensor>(bias) : std::nullopt);
#else
    static_cast<void>(q), static_cast<void>(k), static_cast<void>(v), static_cast<void>(bias), static_cast<void>(scale);
#endif
    return {};
}

}

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& bias, double scale,
    LayerIndex layer, AttentionHooks* hooks)
{
    if (hooks)
        hooks->onQueryKey(layer, q, k);
    told("q", q), told("k", k), told("v", v);
    const bool watched = hooks && hooks->wantsWeights(layer);
    if (!watched && !stepsAreHeard() && backwardRule() == BackwardRule::Gradient)
        if (const auto mixed = fused(q, k, v, bias, scale); mixed.defined())
            return mixed.transpose(1, 2).flatten(2);
    auto scores = scoreProduct(q, k, scale); // [B, H, T, T]
    if (bias.defined())
        scores = scores + bias;
    told("scores", scores);
    auto weights = at::softmax(scores, /*dim=*/-1); // rows sum to one
    if (watched)
        hooks->onWeights(layer, weights);
    told("weights", weights);
    const auto mixed = mixProduct(weights, v); // [B, T, H·d]
    if (stepsAreHeard())
        told("heads", mixed.view({v.size(0), -1, v.size(1), v.size(3)}).transpose(1, 2));
    return mixed;
}

AttentionImpl::AttentionImpl(int width, int heads, const ModelConfig& config)
    : m_heads(heads), m_headWidth(width / heads),
      m_prefix((config.classToken ? 1 : 0) + (config.distillationToken ? 1 : 0) + config.registers),
      m_pairs(config.rotary.pairs)
{
    const double epsilon = config.normEps.value;
    qkv = register_module("qkv", Linear(width, 3 * width, config.qkvBias));
    if (config.qkNorm) {
        qNorm = register_module("q_norm", LayerNorm(m_headWidth, epsilon));
        kNorm = register_module("k_norm", LayerNorm(m_headWidth, epsilon));
    }
    if (config.relativePositions == RelativePositions::EachBlock) {
        tableGrid = config.positionGrid;
        const std::int64_t offsets = (2 * tableGrid.rows - 1) * (2 * tableGrid.columns - 1);
        biasTable = addParameter(*this, "relative_position_bias_table", {offsets + 3, heads});
    }
    if (config.attentionNorm)
        norm = register_module("norm", LayerNorm(width, epsilon));
    proj = register_module("proj", Linear(width, width));
}

at::Tensor AttentionImpl::placed(const at::Tensor& x, const Places& places) const
{
    return m_pairs == Rotary::Pairs::None ? x : turned(x, places.rotary, m_pairs, m_prefix);
}

at::Tensor AttentionImpl::bias(const Places& places) const
{
    if (!biasTable.defined())
        return places.bias;
    return offsetBias(resizedTable(biasTable, tableGrid, places.grid, places.bilinearTables), places.grid);
}

at::Tensor AttentionImpl::forward(const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks)
{
    const auto parts = qkv(x)
                           .view({x.size(0), x.size(1), 3, m_heads, m_headWidth})
                           .permute({2, 0, 3, 1, 4})
                           .unbind(); // 3 × [B, H, T, d]
    const auto plainQ = qNorm.is_empty() ? parts[0] : qNorm(parts[0]),
               plainK = kNorm.is_empty() ? parts[1] : kNorm(parts[1]);
    if (m_pairs != Rotary::Pairs::None)
        told("q_unturned", plainQ), told("k_unturned", plainK);
    const auto q = placed(plainQ, places), k = placed(plainK, places);
    const double scale = 1 / std::sqrt(static_cast<double>(m_headWidth));
    const auto mixed = attend(q, k, parts[2], bias(places), scale, layer, hooks); // [B, T, D]
    return dropValues(told("attended", proj(norm.is_empty() ? mixed : norm(mixed))), dropout, is_training());
}

namespace
{

at::Tensor activated(const at::Tensor& x, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return at::gelu(x);
    case Activation::GeluTanh:
        return at::gelu(x, "tanh");
    case Activation::QuickGelu:
        return x * at::sigmoid(1.702 * x);
    }
    return x;
}

at::Tensor gated(const at::Tensor& x)
{
    const auto halves = x.chunk(2, /*dim=*/-1);
    return factorOf(activationOf(halves[0], at::silu(halves[0]), 0.5) * halves[1]);
}

}

at::Tensor activate(const at::Tensor& x, Activation activation)
{
    return activationOf(x, activated(x, activation), 0.5);
}

MlpBlockImpl::MlpBlockImpl(int width, int hidden, Mlp kind, Activation activation, double normEpsilon)
    : m_kind(kind), m_activation(activation)
{
    fc1 = register_module("fc1", Linear(width, hidden));
    const int read = kind == Mlp::SwiGlu ? hidden / 2 : hidden;
    fc2 = register_module("fc2", Linear(read, width));
    if (normEpsilon > 0)
        norm = register_module("norm", LayerNorm(read, normEpsilon));
}

at::Tensor MlpBlockImpl::forward(const at::Tensor& x)
{
    const auto hidden = told("hidden", m_kind == Mlp::SwiGlu ? gated(fc1(x)) : activate(fc1(x), m_activation));
    const auto kept = dropValues(norm.is_empty() ? hidden : norm(hidden), dropout, is_training());
    return dropValues(told("mixed", fc2(kept)), dropout, is_training());
}

}
