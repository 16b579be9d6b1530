// core/explain/gradients/block_backward.cpp
#include "core/explain/gradients/block_backward.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/gradients/watching_hooks.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// ViT, one picture: [1, H, T, T] → [H, T, T]; Swin's windows stay.
at::Tensor withoutBatch(const at::Tensor& weights, const at::Tensor& tokens)
{
    return tokens.dim() == 3 && weights.defined() && weights.size(0) == 1 ? weights[0] : weights;
}

}

Result<BlockBackward> BlockBackward::forward(
    Network& network, const at::Tensor& input, AttentionHooks* hooks, const RunContext& run)
{
    const torch::NoGradGuard noGraph;
    BlockBackward out(network, hooks);
    auto tokens = network.embed(input);
    if (hooks)
        hooks->onEmbedded(tokens);
    for (int l = 0; l < network.blockCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        out.m_inputs.push_back(tokens);
        tokens = network.block(LayerIndex{l}, tokens, hooks);
        run.step("forward", l + 1, network.blockCount());
    }
    out.m_last = tokens;
    return out;
}

void BlockBackward::start(const ExplainRequest& request)
{
    const torch::AutoGradMode graph(true);
    const auto tokens = m_last.detach().requires_grad_(true);
    const auto output = m_network->finish(tokens);
    const auto target = targetLogit(output.logits, request).sum();
    const auto gradients = torch::autograd::grad({target}, {tokens, output.tokens});
    m_gradient = gradients[0];
    m_outputShares = (output.tokens.detach() * gradients[1]).sum(-1).flatten();
}

BlockGradient BlockBackward::through(LayerIndex l, bool wanted)
{
    const torch::AutoGradMode graph(true);
    WatchingHooks watching(m_hooks, wanted);
    const auto x = blockInput(l).detach().requires_grad_(true);
    const auto out = m_network->block(l, x, wanted ? &watching : m_hooks);
    const bool attended = wanted && watching.weights.defined();
    std::vector<at::Tensor> at{x};
    if (attended)
        at.push_back(watching.weights);
    const auto gradients = torch::autograd::grad({out}, at, {m_gradient});
    m_gradient = gradients[0];
    if (!attended)
        return {};
    return {withoutBatch(watching.weights.detach(), x), withoutBatch(gradients[1], x)};
}

at::Tensor BlockBackward::inputGradient(const at::Tensor& input) const
{
    const torch::AutoGradMode graph(true);
    const auto x = input.detach().requires_grad_(true);
    auto tokens = m_network->embed(x);
    if (m_hooks)
        m_hooks->onEmbedded(tokens);
    return torch::autograd::grad({tokens}, {x}, {m_gradient})[0];
}

at::Tensor BlockBackward::weights(LayerIndex l) const
{
    const torch::NoGradGuard noGraph;
    WatchingHooks watching(m_hooks);
    m_network->block(l, blockInput(l), &watching);
    return withoutBatch(watching.weights, blockInput(l));
}

Result<at::Tensor> gradientAtInput(const NetworkTask& task, const at::Tensor& input)
{
    auto pass = BlockBackward::forward(task.network, input, task.hooks, task.run);
    if (!pass)
        return fail(pass.error());
    pass->start(task.request);
    for (int l = pass->blockCount() - 1; l >= 0; --l) {
        if (task.run.cancel.requested())
            return cancelled();
        pass->through(LayerIndex{l}, false);
        task.run.step("backward", pass->blockCount() - l, pass->blockCount());
    }
    return pass->inputGradient(input);
}

}
