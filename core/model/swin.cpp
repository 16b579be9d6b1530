// core/model/swin.cpp
#include "core/model/swin.h"
#include "core/record/attention_hooks.h"
#include <cmath>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names

int windowOfStage(const ModelConfig& config, int stage)
{
    const auto index = static_cast<std::size_t>(stage);
    return index < config.stageWindows.size() ? config.stageWindows[index] : config.window.value;
}

}

WindowAttentionImpl::WindowAttentionImpl(int width, int headCount, int windowSide, bool qkvBias)
    : heads(headCount), window(windowSide)
{
    const std::int64_t offsets = 2 * window - 1;
    biasTable = addParameter(*this, "relative_position_bias_table", {offsets * offsets, heads});
    qkv = register_module("qkv", Linear(width, 3 * width, qkvBias));
    proj = register_module("proj", Linear(width, width));
}

at::Tensor WindowAttentionImpl::forward(
    const at::Tensor& x, const at::Tensor& mask, LayerIndex layer, AttentionHooks* hooks)
{
    const auto headWidth = x.size(2) / heads;
    const auto parts
        = qkv(x).view({x.size(0), x.size(1), 3, heads, headWidth}).transpose(1, 3).unbind(2); // 3 × [B·windows, H, W², d]
    auto bias = relativeBias(biasTable, window).unsqueeze(0); // [1, H, W², W²]
    if (mask.defined())
        bias = bias + mask.unsqueeze(1).repeat({x.size(0) / mask.size(0), 1, 1, 1}); // [B·windows, H, W², W²]
    const double scale = 1 / std::sqrt(static_cast<double>(headWidth));
    const auto mixed = attend(parts[0], parts[1], parts[2], bias, scale, layer, hooks); // [B·windows, W², D]
    return dropValues(proj(mixed), dropout, is_training());
}

SwinBlockImpl::SwinBlockImpl(const ModelConfig& config, int stage, int window)
{
    const int width = config.width.value << stage;
    const double epsilon = config.normEps.value;
    const int heads = config.heads.value.at(static_cast<std::size_t>(stage));
    norm1 = register_module("norm1", LayerNorm(width, epsilon));
    attn = register_module("attn", WindowAttention(width, heads, window, config.qkvBias));
    norm2 = register_module("norm2", LayerNorm(width, epsilon));
    const int hidden = config.mlpWidth.value << stage;
    mlp = register_module("mlp", MlpBlock(width, hidden, config.mlp, config.activation.value));
}

at::Tensor SwinBlockImpl::forward(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks)
{
    const auto mask = shiftMask(plan, x.options());
    const auto attended = fromWindows(attn(toWindows(norm1(x), plan), mask, layer, hooks), plan);
    const auto middle = x + dropBranch(attended, m_dropPath, is_training()); // [B, rows, columns, D]
    return middle + dropBranch(mlp(norm2(middle)), m_dropPath, is_training());
}

void SwinBlockImpl::setNoise(const TrainingNoise& noise)
{
    attn->dropout = noise.dropout;
    mlp->dropout = noise.dropout;
    m_dropPath = noise.dropPath;
}

PatchMergingImpl::PatchMergingImpl(int width, double epsilon)
{
    norm = register_module("norm", LayerNorm(4 * width, epsilon));
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
    return reduction(norm(gatherFours(x)));
}

Swin::Swin(ModelConfig given) : Network(std::move(given))
{
    const auto& c = config();
    const double epsilon = c.normEps.value;
    const auto patches = register_module("patch_embed", std::make_shared<Container>());
    m_projection = PatchProjection(3, c.width.value, c.patch.value, c.patchBias);
    m_patchNorm = LayerNorm(c.width.value, epsilon);
    patches->update({{"proj", m_projection.ptr()}, {"norm", m_patchNorm.ptr()}});

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
        step.block = SwinBlock(config(), stage, windowOfStage(config(), stage));
        if (i == 0 && stage > 0) {
            step.merging = PatchMerging(config().width.value << (stage - 1), config().normEps.value);
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
    plan.padFirst = config().layout == "torchvision" || config().layout == "huggingface";
    if (!step.shifted)
        return plan;
    const auto shiftOf = [&](int size) { return size <= plan.window ? 0 : plan.window / 2; };
    const auto decides = plan.padFirst ? grid : nominalGrid(step.stage, grid);
    plan.shift = {shiftOf(decides.rows), shiftOf(decides.columns)};
    // The official code and Hugging Face stop shifting as soon as one side fits into a window.
    const bool together = config().layout == "swin" || config().layout == "huggingface";
    if (together && (plan.shift.rows == 0 || plan.shift.columns == 0))
        plan.shift = {};
    return plan;
}

at::Tensor Swin::embed(const at::Tensor& input)
{
    const auto tokens = m_patchNorm(m_projection(input)); // [B, rows, columns, D]
    return dropValues(tokens, m_dropout, is_training());
}

at::Tensor Swin::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    auto step = m_steps.at(static_cast<std::size_t>(layer.value));
    const auto x = step.merging.is_empty() ? tokens : step.merging(tokens);
    if (hooks && !hooks->runsBlock(layer))
        return x;
    const GridSize grid{static_cast<int>(x.size(1)), static_cast<int>(x.size(2))};
    const auto out = step.block->forward(x, plan(step, grid), layer, hooks);
    if (hooks)
        hooks->onBlock(layer, out);
    return out;
}

ForwardOutput Swin::finish(const at::Tensor& tokens)
{
    ForwardOutput out;
    out.tokens = m_norm(tokens); // [B, rows, columns, D]
    if (!m_head.is_empty())
        out.logits = m_head(out.tokens.mean({1, 2}));
    return out;
}

TokenLayout Swin::tokenLayout(GridSize input) const
{
    const int patch = config().patch.value;
    return {false, false, 0, {input.rows / patch, input.columns / patch}};
}

std::vector<LayerAttention> Swin::attentionLayout(GridSize input) const
{
    std::vector<LayerAttention> layers;
    auto grid = tokenLayout(input).grid;
    for (const auto& step : m_steps) {
        if (!step.merging.is_empty())
            grid = {(grid.rows + 1) / 2, (grid.columns + 1) / 2};
        const auto cut = plan(step, grid);
        const auto& attention = *step.block->attn;
        const auto bias = relativeBias(attention.biasTable.detach().to(at::kCPU, at::kFloat), attention.window);
        const auto* values = bias.data_ptr<float>();
        LayerAttention layer;
        layer.heads = attention.heads;
        layer.headWidth = (config().width.value << step.stage) / attention.heads;
        layer.scale = 1 / std::sqrt(static_cast<float>(layer.headWidth));
        layer.grid = grid;
        layer.tokens = attention.window * attention.window;
        layer.windows = WindowLayout{attention.window, cut.shift, cut.padded(), cut.rolled(),
            std::make_shared<const std::vector<float>>(values, values + bias.numel())};
        layers.push_back(std::move(layer));
    }
    return layers;
}

void Swin::setNoise(const TrainingNoise& noise)
{
    m_dropout = noise.dropout;
    for (int layer = 0; layer < blockCount(); ++layer)
        m_steps[static_cast<std::size_t>(layer)].block->setNoise(noise.ofBlock(layer, blockCount()));
}

}
