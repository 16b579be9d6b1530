// core/explain/gradients/attribution.cpp
#include "core/explain/gradients/attribution.h"
#include "core/explain/gradients/double_blocks.h"
#include "core/explain/gradients/gradient_walk.h"
#include "core/explain/gradients/vit_relevance.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Relevance is divided by sums that cancel; float32 would lose it there.
Result<Explanation> inDouble(const NetworkTask& task, DoubleBlocks& network)
{
    auto relevance = VitRelevance::make(network.vit());
    if (!relevance)
        return fail(relevance.error());
    bool started = false;
    const auto relevanceOfWeights = [&](const BlockBackward& pass, LayerIndex l, const at::Tensor& weights) {
        if (!started)
            relevance->start(pass.lastTokens(), *task.request.target, task.request.lowers ? -1 : 1);
        started = true;
        network.hold(l);
        return relevance->through(l, pass.blockInput(l), weights);
    };
    const auto step = [](const at::Tensor& r, const WindowProduct& attention) { return r + attention.times(r); };
    return walkGradients(task, step, relevanceOfWeights);
}

}

Result<Explanation> attribution(const NetworkTask& task)
{
    if (const auto defined = VitRelevance::make(task.network); !defined)
        return fail(defined.error());
    const auto network = DoubleBlocks::make(task.network);
    if (!network)
        return fail(network.error());
    const auto input = task.input.to(at::kDouble);
    return inDouble({**network, input, task.request, task.hooks, task.run}, **network);
}

}
