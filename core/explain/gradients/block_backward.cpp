// core/explain/gradients/block_backward.cpp
#include "core/explain/gradients/block_backward.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/gradients/watching_hooks.h"
#include "core/model/block_parameters.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>
#include <utility>

namespace patchlight
{
namespace
{

constexpr double kMostKept = 192e6;

/// About what the graphs of all blocks hold: attention weights, and per token what norms, products and activations
/// need to go back.
double graphBytes(const Network& network, const at::Tensor& input)
{
    constexpr double kPerChannel = 12;
    double floats = 0;
    const GridSize size{static_cast<int>(input.size(2)), static_cast<int>(input.size(3))};
    for (const LayerAttention& layer : network.attentionLayout(size)) {
        const double windows = layer.windows ? layer.windows->windows().count() : 1;
        const double tokens = windows * layer.tokens;
        floats += tokens * layer.tokens * layer.heads + tokens * layer.heads * layer.headWidth * kPerChannel;
    }
    return floats * static_cast<double>(input.size(0)) * sizeof(float);
}

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
    out.m_kept = graphBytes(network, input) <= kMostKept;
    auto parameters = blockParameters(network);
    auto tokens = network.embed(input);
    if (hooks)
        hooks->onEmbedded(tokens);
    LastOutputs last(network);
    for (int l = 0; l < network.blockCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        Block block{tokens, {}, std::move(parameters[static_cast<std::size_t>(l)])};
        if (out.m_kept)
            block.graph = out.run(LayerIndex{l}, tokens);
        tokens = out.m_kept ? block.graph.output.detach() : network.block(LayerIndex{l}, tokens, hooks);
        releasePages(block.parameters);
        out.m_blocks.push_back(std::move(block));
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
    const auto target = targetValue(output, request).sum();
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

BlockBackward::Graph BlockBackward::run(LayerIndex l, const at::Tensor& given) const
{
    const torch::AutoGradMode graph(true);
    WatchingHooks watching(m_hooks, true);
    const auto x = given.detach().requires_grad_(true);
    const auto output = m_network->block(l, x, &watching);
    return {x, output, watching.weights};
}

BlockGradient BlockBackward::through(LayerIndex l, bool wanted)
{
    return gradients(l, wanted, true);
}

BlockGradient BlockBackward::atWeights(LayerIndex l)
{
    return gradients(l, true, false);
}

BlockGradient BlockBackward::gradients(LayerIndex l, bool wanted, bool further)
{
    auto& block = m_blocks[static_cast<std::size_t>(l.value)];
    const auto graph = block.graph.output.defined() ? std::exchange(block.graph, Graph{}) : run(l, block.given);
    const bool attended = wanted && graph.weights.defined();
    std::vector<at::Tensor> at;
    if (attended)
        at.push_back(graph.weights);
    if (further)
        at.push_back(graph.given);
    auto found = at.empty() ? at : torch::autograd::grad({graph.output}, at, {m_gradient});
    releasePages(block.parameters);
    if (further) {
        m_gradient = found.back();
        addEarlier(l);
    }
    if (!attended)
        return {};
    return {withoutBatch(graph.weights.detach(), graph.given), withoutBatch(found[0], graph.given)};
}

/// What the head took from the block before, without this one.
void BlockBackward::addEarlier(LayerIndex l)
{
    if (const int before = l.value - 1 - (blockCount() - static_cast<int>(m_last.size()));
        before >= 0 && before < static_cast<int>(m_earlier.size()))
        m_gradient = m_gradient + m_earlier[static_cast<std::size_t>(before)];
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
