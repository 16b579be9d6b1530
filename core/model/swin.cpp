// core/model/swin.cpp
#include "core/model/swin.h"
#include "core/model/backward_rule.h"
#include "core/model/positions.h"
#include "core/record/attention_hooks.h"
#include "core/record/step_listener.h"
#include <algorithm>
#include <cmath>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names

constexpr int kOffsetHidden = 512; ///< of the network that makes the second version's bias
constexpr double kMostTemperature = 100;

SwinKind kindOf(const ModelConfig& config, int stage)
{
    const auto at = [&](const std::vector<int>& list, int otherwise) {
        return static_cast<std::size_t>(stage) < list.size() ? list[static_cast<std::size_t>(stage)] : otherwise;
    };
    return {config.family == Family::SwinV2, config.width.value << stage, at(config.heads.value, 1),
        at(config.stageWindows, config.window.value), at(config.pretrainedWindows, 0)};
}

/// sign(t)·log2(|t| + 1) / 3 with t = 8·Δ / (unit − 1), of every offset: [(2W − 1)², 2]. Liu et al. 2022, equation 4.
at::Tensor logarithmicOffsets(int window, int unit, const at::TensorOptions& options)
{
    const auto offsets = at::arange(1 - window, window, options) * (8.0 / std::max(unit - 1, 1));
    const auto spaced = at::sign(offsets) * at::log2(offsets.abs() + 1) / 3; // [2W − 1]
    const auto count = spaced.size(0);
    return at::stack({spaced.unsqueeze(1).expand({count, count}), spaced.unsqueeze(0).expand({count, count})}, -1)
        .reshape({-1, 2});
}

/// x / max(|x|, 1e-12) over the last axis; under AttnLRP the length is a constant, as a norm's deviation is.
at::Tensor unitVectors(const at::Tensor& x)
{
    const auto length = x.norm(2, -1, true).clamp_min(1e-12);
    return x / (backwardRule() == BackwardRule::Gradient ? length : length.detach());
}

}

WindowAttentionImpl::WindowAttentionImpl(const SwinKind& kind, bool qkvBias)
    : heads(kind.heads), window(kind.window), m_headWidth(kind.width / kind.heads),
      m_offsetUnit(kind.pretrainedWindow > 0 ? kind.pretrainedWindow : kind.window)
{
    const std::int64_t offsets = 2 * window - 1;
    if (kind.second) {
        m_logitScale = addParameter(*this, "logit_scale", {heads, 1, 1});
        m_offsets1 = Linear(2, kOffsetHidden);
        m_offsets2 = Linear(kOffsetHidden, heads, /*withBias=*/false);
        register_module("cpb_mlp", std::make_shared<Container>())
            ->update({{"0", m_offsets1.ptr()}, {"2", m_offsets2.ptr()}});
    } else {
        biasTable = addParameter(*this, "relative_position_bias_table", {offsets * offsets, heads});
    }
    qkv = register_module("qkv", Linear(kind.width, 3 * kind.width, qkvBias));
    proj = register_module("proj", Linear(kind.width, kind.width));
}

at::Tensor WindowAttentionImpl::temperature() const
{
    return m_logitScale.defined() ? at::exp(m_logitScale.clamp_max(std::log(kMostTemperature))).flatten()
                                  : at::Tensor();
}

double WindowAttentionImpl::scale() const
{
    return m_logitScale.defined() ? 1.0 : 1 / std::sqrt(static_cast<double>(m_headWidth));
}

at::Tensor WindowAttentionImpl::bias() const
{
    if (biasTable.defined())
        return relativeBias(biasTable, window);
    const auto offsets = logarithmicOffsets(window, m_offsetUnit, m_logitScale.options().requires_grad(false));
    const auto table = m_offsets2->forward(at::relu(m_offsets1->forward(offsets))); // [(2W − 1)², H]
    return relativeBias(16 * at::sigmoid(table), window);
}

at::Tensor WindowAttentionImpl::forward(
    const at::Tensor& x, const at::Tensor& mask, LayerIndex layer, AttentionHooks* hooks)
{
    const auto parts
        = qkv(x).view({x.size(0), x.size(1), 3, heads, m_headWidth}).transpose(1, 3).unbind(2); // 3 × [B·windows, H, W², d]
    auto added = bias().unsqueeze(0); // [1, H, W², W²]
    if (mask.defined())
        added = added + mask.unsqueeze(1).repeat({x.size(0) / mask.size(0), 1, 1, 1}); // [B·windows, H, W², W²]
    auto q = parts[0], k = parts[1];
    if (m_logitScale.defined()) {
        q = unitVectors(q) * temperature().view({heads, 1, 1});
        k = unitVectors(k);
    }
    const auto mixed = attend(q, k, parts[2], added, scale(), layer, hooks); // [B·windows, W², D]
    return dropValues(told("attended", proj(mixed)), dropout, is_training());
}

SwinBlockImpl::SwinBlockImpl(const ModelConfig& config, int stage, const SwinKind& kind) : postNorm(kind.second)
{
    const double epsilon = config.normEps.value;
    norm1 = register_module("norm1", LayerNorm(kind.width, epsilon));
    attn = register_module("attn", WindowAttention(kind, config.qkvBias));
    norm2 = register_module("norm2", LayerNorm(kind.width, epsilon));
    const int hidden = config.mlpWidth.value << stage;
    mlp = register_module("mlp", MlpBlock(kind.width, hidden, config.mlp, config.activation.value));
}

at::Tensor SwinBlockImpl::attended(
    const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks)
{
    return fromWindows(attn(toWindows(x, plan), shiftMask(plan, x.options()), layer, hooks), plan);
}

/// `normed`: what the first norm gave out; in the second version that is the attention's part itself.
at::Tensor SwinBlockImpl::afterNorm(
    const at::Tensor& x, const at::Tensor& normed, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks)
{
    const auto branch = postNorm ? normed : attended(normed, plan, layer, hooks);
    const auto middle = told("middle", x + dropBranch(branch, m_dropPath, is_training())); // [B, rows, columns, D]
    const auto mixed = postNorm ? told("norm2", norm2(mlp(middle))) : mlp(told("norm2", norm2(middle)));
    return told("out", middle + dropBranch(mixed, m_dropPath, is_training()));
}

at::Tensor SwinBlockImpl::forward(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks)
{
    const auto normed = told("norm1", norm1(postNorm ? attended(x, plan, layer, hooks) : x));
    return afterNorm(x, normed, plan, layer, hooks);
}

NormedBlock SwinBlockImpl::fromNorm(
    const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks)
{
    const auto normed = norm1(postNorm ? attended(x, plan, layer, hooks) : x).detach().requires_grad_(true);
    return {normed, afterNorm(x, normed, plan, layer, hooks)};
}

void SwinBlockImpl::setNoise(const TrainingNoise& noise)
{
    attn->dropout = noise.dropout;
    mlp->dropout = noise.dropout;
    m_dropPath = noise.dropPath;
}

PatchMergingImpl::PatchMergingImpl(int width, double epsilon, bool last) : normLast(last)
{
    norm = register_module("norm", LayerNorm(last ? 2 * width : 4 * width, epsilon));
    reduction = register_module("reduction", Linear(4 * width, 2 * width, /*withBias=*/false));
}

at::Tensor gatherFours(const at::Tensor& given)
{
    const auto x = at::constant_pad_nd(given, {0, 0, 0, given.size(2) % 2, 0, given.size(1) % 2});
    const auto rows = x.size(1) / 2, columns = x.size(2) / 2, width = x.size(3);
    return x.view({x.size(0), rows, 2, columns, 2, width})
        .permute({0, 1, 3, 4, 2, 5})
        .reshape({x.size(0), rows, columns, 4 * width}); // of each four, the column varies slowest
}

at::Tensor PatchMergingImpl::forward(const at::Tensor& x)
{
    return normLast ? norm(reduction(gatherFours(x))) : reduction(norm(gatherFours(x)));
}

Swin::Swin(ModelConfig given) : Network(std::move(given))
{
    const auto& c = config();
    const double epsilon = c.normEps.value;
    const auto patches = register_module("patch_embed", std::make_shared<Container>());
    m_projection = PatchProjection(c.channels.value, c.width.value, c.patch.value, c.patchBias);
    m_patchNorm = LayerNorm(c.width.value, epsilon);
    patches->update({{"proj", m_projection.ptr()}, {"norm", m_patchNorm.ptr()}});

    if (c.positionGrid.count() > 0)
        m_positions = addParameter(*this, "pos_embed", {1, c.positionGrid.count(), c.width.value});

    const auto stages = register_module("layers", std::make_shared<torch::nn::ModuleListImpl>());
    const int stageCount = static_cast<int>(c.depths.value.size());
    for (int stage = 0; stage < stageCount; ++stage)
        stages->push_back(makeStage(stage));

    const int lastWidth = c.width.value << (stageCount - 1);
    m_norm = register_module("norm", LayerNorm(lastWidth, epsilon));
    if (c.classes.value > 0) {
        m_head = Linear(lastWidth, c.classes.value);
        register_module("head", std::make_shared<Container>())->update({{"fc", m_head.ptr()}});
    }
}

/// Adds the stage's steps; returns what gives its parameters their prefix.
std::shared_ptr<torch::nn::Module> Swin::makeStage(int stage)
{
    const auto holder = std::make_shared<Container>();
    const auto blocks = std::make_shared<torch::nn::ModuleListImpl>();
    for (int i = 0; i < config().depths.value[static_cast<std::size_t>(stage)]; ++i) {
        Step step;
        step.stage = stage;
        step.shifted = i % 2 == 1;
        step.block = SwinBlock(config(), stage, kindOf(config(), stage));
        if (i == 0 && stage > 0) {
            step.merging = PatchMerging(
                config().width.value << (stage - 1), config().normEps.value, config().family == Family::SwinV2);
            holder->update({{"downsample", step.merging.ptr()}});
        }
        blocks->push_back(step.block.ptr());
        m_steps.push_back(step);
    }
    holder->update({{"blocks", blocks}});
    return holder;
}

/// The grid by which a block's shift is decided. timm and the official code halve it rounding down when the network is
/// built, while merging pads an odd grid and so rounds up: of 7 rows 4 come out, but the block was built for 3.
GridSize Swin::nominalGrid(int stage, GridSize grid) const
{
    const int patch = config().patch.value;
    const GridSize whole{config().imageSize.value.rows / patch, config().imageSize.value.columns / patch};
    GridSize merged = whole;
    for (int i = 0; i < stage; ++i)
        merged = {(merged.rows + 1) / 2, (merged.columns + 1) / 2};
    return merged == grid ? GridSize{whole.rows >> stage, whole.columns >> stage} : grid;
}

WindowPlan Swin::plan(const Step& step, GridSize grid) const
{
    WindowPlan plan;
    plan.grid = grid;
    plan.window = step.block->attn->window;
    const bool second = config().family == Family::SwinV2, huggingFace = config().layout == "huggingface";
    plan.padFirst = config().layout == "torchvision" || huggingFace;
    if (second && huggingFace)
        plan.otherRegion = 2 * kOtherRegion; // its code adds the mask twice
    if (!step.shifted)
        return plan;
    const auto shiftOf = [&](int size) { return size <= plan.window ? 0 : plan.window / 2; };
    const auto decides = plan.padFirst && !second ? grid : nominalGrid(step.stage, grid);
    plan.shift = {shiftOf(decides.rows), shiftOf(decides.columns)};
    // The official code and Hugging Face stop shifting as soon as one side fits into a window.
    const bool together = config().layout == "swin" || (huggingFace && !second);
    if (together && (plan.shift.rows == 0 || plan.shift.columns == 0))
        plan.shift = {};
    return plan;
}

at::Tensor Swin::embed(const at::Tensor& input)
{
    auto tokens = told("patch_embedding", m_patchNorm(m_projection(input))); // [B, rows, columns, D]
    if (m_positions.defined()) {
        const GridSize grid{static_cast<int>(tokens.size(1)), static_cast<int>(tokens.size(2))};
        tokens = tokens
            + resamplePositions(m_positions, config().positionGrid, grid, config().positionResample)
                  .view({1, grid.rows, grid.columns, -1});
    }
    return dropValues(tokens, m_dropout, is_training());
}

at::Tensor Swin::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    auto step = m_steps.at(static_cast<std::size_t>(layer.value));
    const auto x = step.merging.is_empty() ? tokens : told("merged", step.merging(tokens));
    if (hooks && !hooks->runsBlock(layer))
        return x;
    const GridSize grid{static_cast<int>(x.size(1)), static_cast<int>(x.size(2))};
    const auto out = step.block->forward(x, plan(step, grid), layer, hooks);
    if (hooks)
        hooks->onBlock(layer, out);
    return out;
}

NormedBlock Swin::fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks)
{
    auto step = m_steps.at(static_cast<std::size_t>(layer.value));
    const auto x = step.merging.is_empty() ? given : step.merging(given);
    const GridSize grid{static_cast<int>(x.size(1)), static_cast<int>(x.size(2))};
    return step.block->fromNorm(x, plan(step, grid), layer, hooks);
}

ForwardOutput Swin::finish(const std::vector<at::Tensor>& last)
{
    ForwardOutput out;
    out.tokens = told("norm", m_norm(last.back())); // [B, rows, columns, D]
    const auto mean = told("pooled", out.tokens.mean({1, 2}));
    if (m_head.is_empty())
        out.embedding = mean;
    else
        out.logits = m_head(mean);
    return out;
}

std::vector<LayerAttention> Swin::attentionLayout(GridSize input) const
{
    const torch::NoGradGuard noGraph;
    std::vector<LayerAttention> layers;
    auto grid = tokenLayout(input).grid;
    for (const auto& step : m_steps) {
        if (!step.merging.is_empty())
            grid = {(grid.rows + 1) / 2, (grid.columns + 1) / 2};
        const auto cut = plan(step, grid);
        const auto& attention = *step.block->attn;
        const auto bias = attention.bias().to(at::kCPU, at::kFloat).contiguous();
        const auto* values = bias.data_ptr<float>();
        LayerAttention layer;
        layer.heads = attention.heads;
        layer.headWidth = (config().width.value << step.stage) / attention.heads;
        layer.scale = static_cast<float>(attention.scale());
        layer.grid = grid;
        layer.tokens = attention.window * attention.window;
        layer.windows = WindowLayout{attention.window, cut.shift, cut.padded(), cut.rolled(),
            std::make_shared<const std::vector<float>>(values, values + bias.numel()), cut.otherRegion};
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<std::vector<float>> Swin::temperatures() const
{
    std::vector<std::vector<float>> all;
    for (const auto& step : m_steps)
        if (const auto values = step.block->attn->temperature(); values.defined()) {
            const auto here = values.detach().to(at::kCPU, at::kFloat).contiguous();
            all.emplace_back(here.data_ptr<float>(), here.data_ptr<float>() + here.numel());
        }
    return all;
}

void Swin::setNoise(const TrainingNoise& noise)
{
    m_dropout = noise.dropout;
    for (int layer = 0; layer < blockCount(); ++layer)
        m_steps[static_cast<std::size_t>(layer)].block->setNoise(noise.ofBlock(layer, blockCount()));
}

}
