// core/model/vit.cpp
#include "core/model/vit.h"
#include "core/model/backward_rule.h"
#include "core/model/positions.h"
#include "core/record/attention_hooks.h"
#include <cmath>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{

VitBlockImpl::VitBlockImpl(const ModelConfig& config)
{
    const int width = config.width.value;
    const double epsilon = config.normEps.value;
    norm1 = register_module("norm1", LayerNorm(width, epsilon));
    attn = register_module("attn", Attention(width, config.heads.value.front(), config));
    norm2 = register_module("norm2", LayerNorm(width, epsilon));
    mlp = register_module("mlp", MlpBlock(width, config.mlpWidth.value, config.mlp, config.activation.value));
    if (config.layerScale) {
        ls1 = register_module("ls1", LayerScale(width));
        ls2 = register_module("ls2", LayerScale(width));
    }
}

at::Tensor VitBlockImpl::forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks)
{
    const auto scaled
        = [](LayerScale& gamma, const at::Tensor& branch) { return gamma.is_empty() ? branch : gamma(branch); };
    const auto attended = scaled(ls1, attn(norm1(x), layer, hooks)); // [B, T, D]
    const auto middle = x + dropBranch(attended, m_dropPath, is_training()); // z' of equation 2
    const auto mixed = scaled(ls2, mlp(norm2(middle))); // [B, T, D]
    return middle + dropBranch(mixed, m_dropPath, is_training()); // z of equation 3
}

void VitBlockImpl::setNoise(const TrainingNoise& noise)
{
    attn->dropout = noise.dropout;
    mlp->dropout = noise.dropout;
    m_dropPath = noise.dropPath;
}

Vit::Vit(ModelConfig given, std::shared_ptr<PatchEmbedding> patches) : Network(std::move(given))
{
    const auto& c = config();
    const std::int64_t width = c.width.value;
    m_patchEmbed = register_module("patch_embed", std::move(patches));
    if (c.classToken)
        m_classToken = addParameter(*this, "cls_token", {1, 1, width});
    if (c.distillationToken)
        m_distillationToken = addParameter(*this, "dist_token", {1, 1, width});
    if (c.registers > 0)
        m_registers = addParameter(*this, "reg_token", {1, c.registers, width});
    m_positions = addParameter(*this, "pos_embed", {1, positionedPrefix() + c.positionGrid.count(), width});
    if (c.preNorm)
        m_normPre = register_module("norm_pre", LayerNorm(width, c.normEps.value));

    const auto list = register_module("blocks", std::make_shared<torch::nn::ModuleListImpl>());
    for (int layer = 0; layer < blockCount(); ++layer) {
        m_blocks.emplace_back(c);
        list->push_back(m_blocks.back().ptr());
    }
    if (c.finalNorm)
        m_norm = register_module("norm", LayerNorm(width, c.normEps.value));
    if (c.fcNorm)
        m_fcNorm = register_module("fc_norm", LayerNorm(width, c.normEps.value));
    if (c.preLogits > 0) {
        const auto holder = register_module("pre_logits", std::make_shared<torch::nn::ModuleDictImpl>());
        m_preLogits = Linear(width, c.preLogits);
        holder->update({{"fc", m_preLogits.ptr()}});
    }
    const std::int64_t readBy = c.preLogits > 0 ? c.preLogits : width;
    if (c.classes.value > 0)
        m_head = register_module("head", Linear(readBy, c.classes.value));
    if (c.classes.value > 0 && c.pooling.value == Pooling::ClassAndDistillation)
        m_headDistillation = register_module("head_dist", Linear(readBy, c.classes.value));
}

int Vit::positionedPrefix() const
{
    return config().positionsForPrefix ? (config().classToken ? 1 : 0) + (config().distillationToken ? 1 : 0) : 0;
}

/// Class, distillation and register tokens: [B, prefix, D]; undefined where there are none.
at::Tensor Vit::prefix(const at::Tensor& positions, std::int64_t batch) const
{
    std::vector<at::Tensor> tokens;
    for (const auto& token : {m_classToken, m_distillationToken})
        if (token.defined())
            tokens.push_back(token);
    if (positions.size(1) > 0)
        tokens = {at::cat(tokens, 1) + positions};
    if (m_registers.defined())
        tokens.push_back(m_registers); // added after the positions: they have none
    return tokens.empty() ? at::Tensor() : at::cat(tokens, 1).expand({batch, -1, -1});
}

at::Tensor Vit::embed(const at::Tensor& input)
{
    const auto patches = m_patchEmbed->forward(input); // [B, rows, columns, D]
    const GridSize grid{static_cast<int>(patches.size(1)), static_cast<int>(patches.size(2))};
    const std::int64_t first = positionedPrefix();
    const auto positions = resamplePositions(m_positions.slice(1, first), config().positionGrid, grid,
        config().positionResample); // [1, N, D]
    const auto placed = patches.flatten(1, 2) + positions;
    const auto tokens = prefix(m_positions.slice(1, 0, first), input.size(0));
    const auto x = tokens.defined() ? torch::cat({tokens, placed}, 1) : placed; // [B, T, D]
    const auto kept = dropValues(x, m_dropout, is_training());
    return m_normPre.is_empty() ? kept : m_normPre(kept);
}

at::Tensor Vit::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    if (hooks && !hooks->runsBlock(layer))
        return tokens;
    const auto out = m_blocks.at(static_cast<std::size_t>(layer.value))->forward(tokens, layer, hooks);
    if (hooks)
        hooks->onBlock(layer, out);
    return out;
}

/// What the head reads: [B, D].
at::Tensor Vit::pooled(const at::Tensor& tokens)
{
    const int prefixCount = tokenLayout({}).prefix();
    const auto token = config().pooling.value == Pooling::AveragePatches ? tokens.slice(1, prefixCount).mean(1)
                                                                         : tokens.select(1, 0);
    const auto normed = m_fcNorm.is_empty() ? token : m_fcNorm(token);
    if (m_preLogits.is_empty())
        return normed;
    const auto hidden = m_preLogits(normed);
    return activationOf(hidden, at::tanh(hidden), 1);
}

ForwardOutput Vit::finish(const at::Tensor& tokens)
{
    ForwardOutput out;
    out.tokens = m_norm.is_empty() ? tokens : m_norm(tokens);
    if (m_head.is_empty())
        return out;
    out.logits = m_head(pooled(out.tokens));
    if (!m_headDistillation.is_empty()) {
        out.logitsClass = out.logits;
        out.logitsDistillation = m_headDistillation(out.tokens.select(1, 1));
        out.logits = (out.logitsClass + out.logitsDistillation) / 2;
    }
    return out;
}

TokenLayout Vit::tokenLayout(GridSize input) const
{
    const int patch = config().patch.value;
    return {config().classToken, config().distillationToken, config().registers,
        {input.rows / patch, input.columns / patch}};
}

std::vector<LayerAttention> Vit::attentionLayout(GridSize input) const
{
    const auto layout = tokenLayout(input);
    LayerAttention layer;
    layer.heads = config().heads.value.front();
    layer.headWidth = config().width.value / layer.heads;
    layer.scale = 1 / std::sqrt(static_cast<float>(layer.headWidth));
    layer.grid = layout.grid;
    layer.tokens = layout.count();
    return std::vector<LayerAttention>(static_cast<std::size_t>(blockCount()), layer);
}

void Vit::setNoise(const TrainingNoise& noise)
{
    m_dropout = noise.dropout;
    for (int layer = 0; layer < blockCount(); ++layer)
        m_blocks[static_cast<std::size_t>(layer)]->setNoise(noise.ofBlock(layer, blockCount()));
}

}
