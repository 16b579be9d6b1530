// core/explain/gradients/normed_block.cpp
#include "core/explain/gradients/normed_block.h"
#include "core/model/swin.h"
#include "core/model/vit.h"
#include "core/record/attention_hooks.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// What comes after the first norm of a ViT block, from what it made of x.
at::Tensor vitAfterNorm(
    VitBlock block, const at::Tensor& x, const at::Tensor& normed, LayerIndex l, AttentionHooks* hooks)
{
    const auto scaled
        = [](LayerScale& gamma, const at::Tensor& branch) { return gamma.is_empty() ? branch : gamma(branch); };
    const auto middle = x + scaled(block->ls1, block->attn(normed, l, hooks));
    return middle + scaled(block->ls2, block->mlp(block->norm2(middle)));
}

/// The same for a Swin block.
at::Tensor swinAfterNorm(const Swin::Step& step, const WindowPlan& plan, const at::Tensor& x, const at::Tensor& normed,
    LayerIndex l, AttentionHooks* hooks)
{
    auto block = step.block;
    const auto mask = shiftMask(plan, x.options());
    const auto middle = x + fromWindows(block->attn(toWindows(normed, plan), mask, l, hooks), plan);
    return middle + block->mlp(block->norm2(middle));
}

struct Normed {
    at::Tensor given, values; ///< what the block itself reads (after merging), and its first norm's answer
};

Normed normed(const NetworkTask& task, const at::Tensor& given, LayerIndex l)
{
    const auto index = static_cast<std::size_t>(l.value);
    if (auto* vit = dynamic_cast<Vit*>(&task.network)) {
        auto block = vit->blocks().at(index);
        return {given, block->norm1(given)};
    }
    auto step = dynamic_cast<Swin&>(task.network).steps().at(index);
    const auto x = step.merging.is_empty() ? given : step.merging(given);
    return {x, step.block->norm1(x)};
}

struct FromNorm {
    at::Tensor values, output;
};

/// Runs the block from its first norm on with a graph.
FromNorm runFromNorm(const NetworkTask& task, const at::Tensor& given, LayerIndex l)
{
    const auto [read, normedValues] = normed(task, given, l);
    const auto x = read.detach(), values = normedValues.detach().requires_grad_(true);
    if (auto* vit = dynamic_cast<Vit*>(&task.network))
        return {values, vitAfterNorm(vit->blocks().at(static_cast<std::size_t>(l.value)), x, values, l, task.hooks)};
    auto& swin = dynamic_cast<Swin&>(task.network);
    const auto& step = swin.steps().at(static_cast<std::size_t>(l.value));
    const GridSize grid{static_cast<int>(x.size(1)), static_cast<int>(x.size(2))};
    return {values, swinAfterNorm(step, swin.plan(step, grid), x, values, l, task.hooks)};
}

}

NormGradient valuesAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer)
{
    const torch::NoGradGuard noGraph;
    const auto grid = task.network.attentionLayout(task.size()).at(static_cast<std::size_t>(layer.value)).grid;
    return {normed(task, pass.blockInput(layer), layer).values, {}, grid};
}

NormGradient gradientAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer)
{
    const torch::AutoGradMode graph(true);
    const auto grid = task.network.attentionLayout(task.size()).at(static_cast<std::size_t>(layer.value)).grid;
    const auto block = runFromNorm(task, pass.blockInput(layer), layer);
    if (task.hooks && !task.hooks->runsBlock(layer))
        return {block.values.detach(), at::zeros_like(block.values), grid};
    const auto gradient = torch::autograd::grad({block.output}, {block.values}, {pass.gradient()})[0];
    return {block.values.detach(), gradient, grid};
}

}
