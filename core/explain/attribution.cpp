// core/explain/attribution.cpp
#include "core/explain/attribution.h"
#include "core/explain/gradient_walk.h"
#include "core/explain/vit_relevance.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// The same network in double precision: relevance is divided by sums that cancel, and float32 loses it there.
Result<std::shared_ptr<Network>> doubleCopy(const Network& network)
{
    auto copy = makeNetwork(network.config());
    if (!copy)
        return copy;
    const auto from = network.named_parameters();
    for (auto& to : (*copy)->named_parameters())
        to.value().set_data(from[to.key()].detach().to(at::kDouble));
    (*copy)->eval();
    return copy;
}

Result<Explanation> attributionInDouble(const NetworkTask& task)
{
    auto relevance = VitRelevance::make(task.network);
    if (!relevance)
        return fail(relevance.error());
    bool started = false;
    const auto relevanceOfWeights = [&](const BlockBackward& pass, LayerIndex l, const at::Tensor& weights) {
        if (!started)
            relevance->start(pass.lastTokens(), *task.request.target);
        started = true;
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
    auto network = doubleCopy(task.network);
    if (!network)
        return fail(network.error());
    const auto input = task.input.to(at::kDouble);
    return attributionInDouble({**network, input, task.request, task.hooks, task.run});
}

}
