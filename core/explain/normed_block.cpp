// core/explain/normed_block.cpp
#include "core/explain/normed_block.h"
#include "core/model/vit.h"
#include "core/record/attention_hooks.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/nn.h>

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

}

NormGradient gradientAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer)
{
    const torch::AutoGradMode graph(true);
    auto& vit = dynamic_cast<Vit&>(task.network);
    auto block = vit.blocks().at(static_cast<std::size_t>(layer.value));
    const auto& x = pass.blockInput(layer);
    const auto normed = block->norm1(x).detach().requires_grad_(true);
    const auto grid = task.network.attentionLayout(task.size()).at(static_cast<std::size_t>(layer.value)).grid;
    if (task.hooks && !task.hooks->runsBlock(layer))
        return {normed.detach(), at::zeros_like(normed), grid};
    const auto out = vitAfterNorm(block, x, normed, layer, task.hooks);
    const auto gradient = torch::autograd::grad({out}, {normed}, {pass.gradient()})[0];
    return {normed.detach(), gradient, grid};
}

}
