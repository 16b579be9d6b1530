// core/model/cait.cpp
#include "core/model/cait.h"
#include "core/model/backward_rule.h"
#include "core/model/positions.h"
#include "core/record/attention_hooks.h"
#include "core/record/step_listener.h"
#include <cmath>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names

/// A linear layer over the heads: [B, H, N, M] → the same.
at::Tensor overHeads(const Linear& layer, const at::Tensor& scores)
{
    return layer->forward(scores.permute({0, 2, 3, 1})).permute({0, 3, 1, 2});
}

/// One token more before the others, zeros: along axis 2, or along axes 2 and 3.
at::Tensor withClassToken(const at::Tensor& x)
{
    return at::constant_pad_nd(x, {0, 0, 1, 0});
}

/// Told with zeros where a token takes no part, so that every step has a row a token. x [B, H, n, d]
void tellWhole(const char* step, const at::Tensor& x, std::int64_t before, std::int64_t after)
{
    if (stepsAreHeard())
        told(step, at::constant_pad_nd(x, {0, 0, before, after}));
}

std::vector<float> floatsOf(const at::Tensor& tensor)
{
    const auto plain = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    return {plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel()};
}

}

TalkingAttentionImpl::TalkingAttentionImpl(int width, int heads, bool qkvBias) : m_heads(heads)
{
    m_qkv = register_module("qkv", Linear(width, 3 * width, qkvBias));
    m_proj = register_module("proj", Linear(width, width));
    m_before = register_module("proj_l", Linear(heads, heads));
    m_after = register_module("proj_w", Linear(heads, heads));
}

at::Tensor TalkingAttentionImpl::forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks)
{
    const auto parts = m_qkv(x).view({x.size(0), x.size(1), 3, m_heads, -1}).permute({2, 0, 3, 1, 4}); // [3, B, H, N, d]
    if (hooks)
        hooks->onQueryKey(layer, withClassToken(parts[0]), withClassToken(parts[1]));
    const double scale = 1 / std::sqrt(static_cast<double>(parts.size(-1)));
    const auto scores = factorOf(at::matmul(parts[0] * scale, parts[1].transpose(-2, -1))); // [B, H, N, N]
    const auto talked = overHeads(m_before, scores);
    auto weights = at::softmax(talked, -1);
    if (hooks && hooks->wantsWeights(layer)) {
        auto all = at::constant_pad_nd(weights, {1, 0, 1, 0}); // [B, H, T, T]
        hooks->onWeights(layer, all);
        weights = all.slice(2, 1).slice(3, 1);
    }
    const auto mixed = factorOf(at::matmul(overHeads(m_after, weights), parts[2])); // [B, H, N, d]
    const auto out = m_proj(mixed.transpose(1, 2).flatten(2));
    if (stepsAreHeard()) {
        for (const auto& [step, value] : {std::pair{"q", parts[0]}, {"k", parts[1]}, {"v", parts[2]}, {"heads", mixed}, {"attended", out}})
            tellWhole(step, value, 1, 0);
        for (const auto& [step, value] : {std::pair{"scores", talked}, {"weights", weights}})
            told(step, at::constant_pad_nd(value, {1, 0, 1, 0}));
    }
    return out;
}

std::shared_ptr<const TalkingHeads> TalkingAttentionImpl::talking() const
{
    return std::make_shared<const TalkingHeads>(
        TalkingHeads{floatsOf(m_before->weight), floatsOf(m_after->weight), floatsOf(m_after->bias)});
}

ClassAttentionImpl::ClassAttentionImpl(int width, int heads, bool qkvBias) : m_heads(heads)
{
    m_q = register_module("q", Linear(width, width, qkvBias));
    m_k = register_module("k", Linear(width, width, qkvBias));
    m_v = register_module("v", Linear(width, width, qkvBias));
    m_proj = register_module("proj", Linear(width, width));
}

at::Tensor ClassAttentionImpl::forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks)
{
    const auto byHead = [&](const at::Tensor& y) { return y.view({x.size(0), y.size(1), m_heads, -1}).transpose(1, 2); };
    const auto q = byHead(m_q(x.slice(1, 0, 1))), k = byHead(m_k(x)), v = byHead(m_v(x)); // [B, H, 1 or T, d]
    const auto rest = x.size(1) - 1;
    if (hooks)
        hooks->onQueryKey(layer, at::constant_pad_nd(q, {0, 0, 0, rest}), k);
    const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
    const auto scores = factorOf(at::matmul(q * scale, k.transpose(-2, -1))); // [B, H, 1, T]
    auto weights = at::softmax(scores, -1);
    if (hooks && hooks->wantsWeights(layer)) {
        auto all = at::constant_pad_nd(weights, {0, 0, 0, rest}); // [B, H, T, T]
        hooks->onWeights(layer, all);
        weights = all.slice(2, 0, 1);
    }
    const auto mixed = factorOf(at::matmul(weights, v)); // [B, H, 1, d]
    const auto out = m_proj(mixed.transpose(1, 2).flatten(2));
    for (const auto& [step, value] : {std::pair{"q", q}, {"scores", scores}, {"weights", weights}, {"heads", mixed}, {"attended", out}})
        tellWhole(step, value, 0, rest);
    told("k", k), told("v", v);
    return out;
}

Cait::Cait(ModelConfig given) : Network(std::move(given))
{
    const auto& c = config();
    const std::int64_t width = c.width.value;
    m_patchEmbed = register_module("patch_embed", std::make_shared<PlainPatchEmbedding>(c));
    m_classToken = addParameter(*this, "cls_token", {1, 1, width});
    m_positions = addParameter(*this, "pos_embed", {1, c.positionGrid.count(), width});
    const auto patches = register_module("blocks", std::make_shared<Container>());
    const auto ofClass = register_module("blocks_token_only", std::make_shared<Container>());
    const int count = c.blockCount() - c.classBlocks;
    for (int layer = 0; layer < c.blockCount(); ++layer)
        m_blocks.push_back(layer < count ? makeBlock(false, *patches, layer) : makeBlock(true, *ofClass, layer - count));
    m_norm = register_module("norm", LayerNorm(width, c.normEps.value));
    if (c.classes.value > 0)
        m_head = register_module("head", Linear(width, c.classes.value));
}

Cait::Block Cait::makeBlock(bool ofClass, torch::nn::Module& list, int index)
{
    const auto& c = config();
    const int width = c.width.value, heads = c.heads.value.front();
    Block block;
    block.norm1 = LayerNorm(width, c.normEps.value);
    block.norm2 = LayerNorm(width, c.normEps.value);
    if (ofClass)
        block.classToken = ClassAttention(width, heads, c.qkvBias);
    else
        block.patches = TalkingAttention(width, heads, c.qkvBias);
    block.mlp = MlpBlock(width, ofClass ? c.probeMlpWidth : c.mlpWidth.value, c.mlp, c.activation.value);
    block.ls1 = LayerScale(width);
    block.ls2 = LayerScale(width);
    const auto attention = ofClass ? std::shared_ptr<torch::nn::Module>(block.classToken.ptr()) : block.patches.ptr();
    const auto holder = std::make_shared<Container>();
    holder->update({{"norm1", block.norm1.ptr()}, {"norm2", block.norm2.ptr()}, {"attn", attention},
        {"mlp", block.mlp.ptr()}, {"ls1", block.ls1.ptr()}, {"ls2", block.ls2.ptr()}});
    dynamic_cast<Container&>(list).update({{std::to_string(index), holder}});
    return block;
}

at::Tensor Cait::embed(const at::Tensor& input)
{
    const auto patches = told("patch_embedding", m_patchEmbed->forward(input)); // [B, rows, columns, D]
    const GridSize grid{static_cast<int>(patches.size(1)), static_cast<int>(patches.size(2))};
    const auto placed = patches.flatten(1, 2)
        + told("positions", resamplePositions(m_positions, config().positionGrid, grid, config().positionResample));
    return told("embedded", at::cat({m_classToken.expand({input.size(0), -1, -1}), placed}, 1)); // [B, T, D]
}

/// `normed`: all tokens after the first norm.
at::Tensor Cait::afterNorm(
    Block& block, const at::Tensor& tokens, const at::Tensor& normed, LayerIndex layer, AttentionHooks* hooks)
{
    const bool ofClass = block.patches.is_empty();
    const auto changing = ofClass ? tokens.slice(1, 0, 1) : tokens.slice(1, 1);
    const auto attended
        = ofClass ? block.classToken(normed, layer, hooks) : block.patches(normed.slice(1, 1), layer, hooks);
    const auto whole = [&](const at::Tensor& x) {
        return ofClass ? at::cat({x, tokens.slice(1, 1)}, 1) : at::cat({tokens.slice(1, 0, 1), x}, 1);
    };
    const auto middle = changing + block.ls1(attended);
    told("middle", stepsAreHeard() ? whole(middle) : middle);
    const auto out = whole(middle + block.ls2(block.mlp(block.norm2(middle))));
    return told("out", out);
}

at::Tensor Cait::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    if (hooks && !hooks->runsBlock(layer))
        return tokens;
    auto& block = m_blocks.at(static_cast<std::size_t>(layer.value));
    const auto out = afterNorm(block, tokens, told("norm1", block.norm1(tokens)), layer, hooks);
    if (hooks)
        hooks->onBlock(layer, out);
    return out;
}

NormedBlock Cait::fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks)
{
    auto& block = m_blocks.at(static_cast<std::size_t>(layer.value));
    const auto normed = block.norm1(given).detach().requires_grad_(true);
    return {normed, afterNorm(block, given, normed, layer, hooks)};
}

ForwardOutput Cait::finish(const std::vector<at::Tensor>& last)
{
    ForwardOutput out;
    out.tokens = told("norm", m_norm(last.back()));
    const auto classToken = told("pooled", out.tokens.select(1, 0));
    (m_head.is_empty() ? out.embedding : out.logits) = m_head.is_empty() ? classToken : m_head(classToken);
    return out;
}

std::vector<LayerAttention> Cait::attentionLayout(GridSize input) const
{
    const auto layout = tokenLayout(input);
    std::vector<LayerAttention> layers;
    for (const auto& block : m_blocks) {
        LayerAttention layer;
        layer.heads = config().heads.value.front();
        layer.headWidth = config().width.value / layer.heads;
        layer.scale = 1 / std::sqrt(static_cast<float>(layer.headWidth));
        layer.grid = layout.grid;
        layer.tokens = layout.count();
        const bool ofClass = block.patches.is_empty();
        layer.asking = ofClass ? TokenRange{0, 1} : TokenRange{1, layout.grid.count()};
        layer.firstKey = ofClass ? 0 : 1;
        if (!ofClass)
            layer.talking = block.patches->talking();
        layers.push_back(std::move(layer));
    }
    return layers;
}

}
