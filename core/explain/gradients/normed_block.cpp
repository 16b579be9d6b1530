// core/explain/gradients/normed_block.cpp
#include "core/explain/gradients/normed_block.h"
#include "core/record/attention_hooks.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>

namespace patchlight
{

NormGradient valuesAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer)
{
    const auto grid = task.network.attentionLayout(task.size()).at(static_cast<std::size_t>(layer.value)).grid;
    return {task.network.fromNorm(layer, pass.blockInput(layer), task.hooks).values.detach(), {}, grid};
}

NormGradient gradientAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer)
{
    const torch::AutoGradMode graph(true);
    const auto grid = task.network.attentionLayout(task.size()).at(static_cast<std::size_t>(layer.value)).grid;
    const auto block = task.network.fromNorm(layer, pass.blockInput(layer), task.hooks);
    if (task.hooks && !task.hooks->runsBlock(layer))
        return {block.values.detach(), at::zeros_like(block.values), grid};
    const auto gradient = torch::autograd::grad({block.output}, {block.values}, {pass.gradient()})[0];
    return {block.values.detach(), gradient, grid};
}

}
