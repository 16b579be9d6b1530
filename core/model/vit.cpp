// core/model/vit.cpp
#include "core/model/vit.h"
#include "core/model/backward_rule.h"
#include "core/model/offset_bias.h"
#include "core/model/positions.h"
#include "core/record/attention_hooks.h"
#include "core/record/step_listener.h"
#include <cmath>
#include <numeric>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{

namespace
{

constexpr int kClassesRead = 4; ///< blocks whose class tokens DINOv2's larger classifiers read

at::Tensor scaled(LayerScale& gamma, const char* step, const at::Tensor& branch)
{
    return gamma.is_empty() ? branch : told(step, gamma(branch));
}

std::shared_ptr<torch::nn::ModuleDictImpl> holderOf(const std::string& name, const std::shared_ptr<torch::nn::Module>& module)
{
    auto holder = std::make_shared<torch::nn::ModuleDictImpl>();
    holder->update({{name, module}});
    return holder;
}

}

VitBlockImpl::VitBlockImpl(const ModelConfig& config) : postNorm(config.postNorm)
{
    const int width = config.width.value;
    const double epsilon = config.normEps.value;
    norm1 = register_module("norm1", LayerNorm(width, epsilon));
    attn = register_module("attn", Attention(width, config.heads.value.front(), config));
    norm2 = register_module("norm2", LayerNorm(width, epsilon));
    mlp = register_module("mlp",
        MlpBlock(width, config.mlpWidth.value, config.mlp, config.activation.value, config.mlpNorm ? epsilon : 0));
    if (config.layerScale) {
        ls1 = register_module("ls1", LayerScale(width));
        ls2 = register_module("ls2", LayerScale(width));
    }
}

/// z of equation 3, from z' of equation 2.
at::Tensor VitBlockImpl::secondHalf(const at::Tensor& middle)
{
    const auto mixed = postNorm ? told("norm2", norm2(mlp(middle))) : mlp(told("norm2", norm2(middle))); // [B, T, D]
    return told("out", middle + dropBranch(scaled(ls2, "mixed_scaled", mixed), m_dropPath, is_training()));
}

/// `normed`: what the first norm gave out; with the norms after the branches that is the attention's part itself.
at::Tensor VitBlockImpl::afterNorm(
    const at::Tensor& x, const at::Tensor& normed, const Places& places, LayerIndex layer, AttentionHooks* hooks)
{
    const auto branch = postNorm ? normed : attn(normed, places, layer, hooks);
    const auto attended = scaled(ls1, "attended_scaled", branch); // [B, T, D]
    return secondHalf(told("middle", x + dropBranch(attended, m_dropPath, is_training())));
}

at::Tensor VitBlockImpl::forward(const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks)
{
    const auto normed = told("norm1", norm1(postNorm ? attn(x, places, layer, hooks) : x));
    return afterNorm(x, normed, places, layer, hooks);
}

NormedBlock VitBlockImpl::fromNorm(
    const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks)
{
    const auto normed = norm1(postNorm ? attn(x, places, layer, hooks) : x).detach().requires_grad_(true);
    return {normed, afterNorm(x, normed, places, layer, hooks)};
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
    m_patchEmbed = register_module("patch_embed", std::move(patches));
    addTokens();
    const auto list = register_module("blocks", std::make_shared<torch::nn::ModuleListImpl>());
    for (int layer = 0; layer < blockCount(); ++layer) {
        m_blocks.emplace_back(c);
        list->push_back(m_blocks.back().ptr());
    }
    if (c.finalNorm)
        m_norm = register_module("norm", LayerNorm(c.width.value, c.normEps.value));
    addHead();
    settle(c.positionGrid);
}

void Vit::addTokens()
{
    const auto& c = config();
    const std::int64_t width = c.width.value;
    if (c.classToken)
        m_classToken = addParameter(*this, "cls_token", {1, 1, width});
    if (c.distillationToken)
        m_distillationToken = addParameter(*this, "dist_token", {1, 1, width});
    if (c.registers > 0)
        m_registers = addParameter(*this, "reg_token", {1, c.registers, width});
    if (c.positions)
        m_positions = addParameter(*this, "pos_embed", {1, positionedPrefix() + c.positionGrid.count(), width});
    if (c.relativePositions == RelativePositions::Shared) {
        const std::int64_t offsets = (2 * c.positionGrid.rows - 1) * (2 * c.positionGrid.columns - 1);
        const auto holder = register_module("rel_pos_bias", std::make_shared<torch::nn::ModuleDictImpl>());
        m_biasTable
            = addParameter(*holder, "relative_position_bias_table", {offsets + 3, c.heads.value.front()});
    }
    if (c.preNorm)
        m_normPre = register_module("norm_pre", LayerNorm(width, c.normEps.value));
}

void Vit::addHead()
{
    const auto& c = config();
    std::int64_t width = c.width.value;
    if (c.probeMlpWidth > 0)
        m_probe = register_module("attn_pool", ProbePooling(c));
    if (c.pooling.value == Pooling::ClassAndPatches)
        width *= 2;
    if (c.pooling.value == Pooling::LastClassesAndPatches)
        width *= kClassesRead + 1;
    if (c.fcNorm)
        m_fcNorm = register_module("fc_norm", LayerNorm(width, c.fcNormEps > 0 ? c.fcNormEps : c.normEps.value));
    if (c.preLogits > 0) {
        m_preLogits = Linear(width, c.preLogits);
        register_module("pre_logits", holderOf("fc", m_preLogits.ptr()));
        width = c.preLogits;
    }
    if (c.classes.value > 0)
        m_head = register_module("head", Linear(width, c.classes.value));
    if (c.classes.value > 0 && c.pooling.value == Pooling::ClassAndDistillation)
        m_headDistillation = register_module("head_dist", Linear(width, c.classes.value));
    if (c.projection > 0)
        m_projection = register_module("proj", Linear(width, c.projection, /*withBias=*/false));
}

int Vit::positionedPrefix() const
{
    return config().positionsForPrefix ? (config().classToken ? 1 : 0) + (config().distillationToken ? 1 : 0) : 0;
}

at::Tensor Vit::sharedTable(GridSize grid) const
{
    return resizedTable(m_biasTable, config().positionGrid, grid, m_places.bilinearTables);
}

/// Everything that blocks take from the grid.
void Vit::settle(GridSize grid)
{
    const auto& c = config();
    m_places.bilinearTables = c.layout == "huggingface";
    if (grid == m_places.grid && m_places.grid.count() > 0 && !m_biasTable.defined())
        return;
    m_places.grid = grid;
    if (c.rotary)
        m_places.rotary = rotaryTable(c.rotary, grid, c.width.value / c.heads.value.front());
    if (m_biasTable.defined())
        m_places.bias = offsetBias(sharedTable(grid), grid);
}

/// Class, distillation and register tokens: [B, prefix, D]; undefined where there are none.
at::Tensor Vit::prefix(std::int64_t batch) const
{
    std::vector<at::Tensor> tokens;
    for (const auto& token : {m_classToken, m_distillationToken})
        if (token.defined())
            tokens.push_back(token);
    if (m_positions.defined() && positionedPrefix() > 0)
        tokens = {at::cat(tokens, 1) + m_positions.slice(1, 0, positionedPrefix())};
    if (m_registers.defined())
        tokens.push_back(m_registers); // added after the positions: they have none
    return tokens.empty() ? at::Tensor() : at::cat(tokens, 1).expand({batch, -1, -1});
}

/// [B, rows, columns, D] → [B, N, D]
at::Tensor Vit::placedPatches(const at::Tensor& patches, GridSize grid) const
{
    const auto flat = patches.flatten(1, 2);
    if (!m_positions.defined())
        return flat;
    const auto& c = config();
    const auto stored = m_positions.slice(1, positionedPrefix());
    const auto resampled = c.anyGrid ? resampleForAnyGrid(stored, c.positionGrid, grid)
                                               : resamplePositions(stored, c.positionGrid, grid, c.positionResample);
    return flat + told("positions", resampled);
}

at::Tensor Vit::embed(const at::Tensor& input)
{
    const auto patches = told("patch_embedding", m_patchEmbed->forward(input)); // [B, rows, columns, D]
    const GridSize grid{static_cast<int>(patches.size(1)), static_cast<int>(patches.size(2))};
    settle(grid);
    const auto placed = placedPatches(patches, grid);
    const auto tokens = prefix(input.size(0));
    const auto x = told("embedded", tokens.defined() ? torch::cat({tokens, placed}, 1) : placed); // [B, T, D]
    const auto kept = dropValues(x, m_dropout, is_training());
    return m_normPre.is_empty() ? kept : told("norm_pre", m_normPre(kept));
}

at::Tensor Vit::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    if (hooks && !hooks->runsBlock(layer))
        return tokens;
    const auto out = m_blocks.at(static_cast<std::size_t>(layer.value))->forward(tokens, m_places, layer, hooks);
    if (hooks)
        hooks->onBlock(layer, out);
    return out;
}

NormedBlock Vit::fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks)
{
    return m_blocks.at(static_cast<std::size_t>(layer.value))->fromNorm(given, m_places, layer, hooks);
}

at::Tensor Vit::normed(const at::Tensor& tokens)
{
    return m_norm.is_empty() ? tokens : m_norm(tokens);
}

int Vit::tokensRead(const TokenLayout& layout) const
{
    const auto pooling = config().pooling.value;
    const bool prefixAlone = pooling == Pooling::ClassToken || pooling == Pooling::ClassAndDistillation;
    if (!prefixAlone || !layout.classToken)
        return layout.count();
    return layout.distillationToken ? layout.distillation().value + 1 : 1;
}

int Vit::blocksRead() const
{
    return config().pooling.value == Pooling::LastClassesAndPatches ? kClassesRead : 1;
}

/// What the head reads, before any norm of its own: [B, D], or what several pools are side by side.
at::Tensor Vit::pooled(const std::vector<at::Tensor>& last, const at::Tensor& tokens)
{
    const auto& from = config().poolsBeforeNorm ? last.back() : tokens;
    const auto mean = [&] { return from.slice(1, tokenLayout({}).prefix()).mean(1); };
    switch (config().pooling.value) {
    case Pooling::AveragePatches:
        return mean();
    case Pooling::Probe:
        return m_probe(from);
    case Pooling::ClassAndPatches:
        return at::cat({from.select(1, 0), mean()}, 1);
    case Pooling::LastClassesAndPatches: {
        std::vector<at::Tensor> parts;
        for (const auto& each : last)
            parts.push_back(normed(each).select(1, 0));
        parts.push_back(mean());
        return at::cat(parts, 1);
    }
    case Pooling::ClassToken:
    case Pooling::ClassAndDistillation:
        break;
    }
    return config().classToken ? from.select(1, 0) : mean();
}

ForwardOutput Vit::finish(const std::vector<at::Tensor>& last)
{
    ForwardOutput out;
    out.tokens = told("norm", normed(last.back()));
    if (config().poolsBeforeNorm)
        out.featureMap = last.back();
    const auto token = told("pooled", pooled(last, out.tokens));
    const auto apart = m_fcNorm.is_empty() ? token : told("fc_norm", m_fcNorm(token));
    const auto read = m_preLogits.is_empty()
        ? apart
        : told("pre_logits", headActivation(m_preLogits(apart), config().headActivation.value));
    if (m_head.is_empty()) {
        out.embedding = m_projection.is_empty() ? read : m_projection(read);
        return out;
    }
    out.logits = m_head(read);
    if (!m_headDistillation.is_empty()) {
        out.logitsClass = out.logits;
        out.logitsDistillation = m_headDistillation(out.tokens.select(1, 1));
        out.logits = (out.logitsClass + out.logitsDistillation) / 2;
    }
    return out;
}

std::optional<LayerAttention> Vit::poolingAttention(const at::Tensor& tokens)
{
    if (m_probe.is_empty())
        return std::nullopt;
    auto attention = m_probe->attention(normed(tokens));
    attention.grid = m_places.grid;
    return attention;
}

std::vector<LayerAttention> Vit::attentionLayout(GridSize input) const
{
    const torch::NoGradGuard noGraph;
    const auto layout = tokenLayout(input);
    LayerAttention layer;
    layer.heads = config().heads.value.front();
    layer.headWidth = config().width.value / layer.heads;
    layer.scale = 1 / std::sqrt(static_cast<float>(layer.headWidth));
    layer.grid = layout.grid;
    layer.tokens = layout.count();
    if (m_biasTable.defined())
        layer.byOffset = offsetBiasRecord(sharedTable(layout.grid), layout.grid);
    std::vector<LayerAttention> layers(static_cast<std::size_t>(blockCount()), layer);
    for (std::size_t l = 0; l < layers.size(); ++l)
        if (const auto& attention = *m_blocks[l]->attn; attention.biasTable.defined())
            layers[l].byOffset = offsetBiasRecord(
                resizedTable(attention.biasTable, attention.tableGrid, layout.grid, m_places.bilinearTables),
                layout.grid);
    return layers;
}

void Vit::setNoise(const TrainingNoise& noise)
{
    m_dropout = noise.dropout;
    for (int layer = 0; layer < blockCount(); ++layer)
        m_blocks[static_cast<std::size_t>(layer)]->setNoise(noise.ofBlock(layer, blockCount()));
}

}
