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
    LastOutputs last(network);
    for (int l = 0; l < network.blockCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        out.m_inputs.push_back(tokens);
        tokens = network.block(LayerIndex{l}, tokens, hooks);
        last.add(LayerIndex{l}, tokens);
        run.step("forward", l + 1, network.blockCount());
    }
    out.m_last = last.all();
    return out;
}

void BlockBackward::start(const ExplainRequest& request)
{
    const torch::AutoGradMode graph(true);
    std::vector<at::Tensor> from;
    for (const auto& each : m_last)
        from.push_back(each.detach().requires_grad_(true));
    const auto output = m_network->finish(from);
    const auto target = targetLogit(output.logits, request).sum();
    auto at = from;
    at.push_back(output.tokens);
    auto gradients = torch::autograd::grad({target}, at, {}, c10::nullopt, false, /*allow_unused=*/true);
    const auto& tokens = output.tokens;
    m_outputShares = gradients.back().defined() ? (tokens.detach() * gradients.back()).sum(-1).flatten()
                                                : at::zeros(tokens.numel() / tokens.size(-1), tokens.options().requires_grad(false));
    gradients.pop_back();
    m_gradient = gradients.back();
    gradients.pop_back();
    m_earlier = std::move(gradients);
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
    // What the head took from the block before, without this one.
    if (const int before = l.value - 1 - (blockCount() - static_cast<int>(m_last.size()));
        before >= 0 && before < static_cast<int>(m_earlier.size()))
        m_gradient = m_gradient + m_earlier[static_cast<std::size_t>(before)];
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
