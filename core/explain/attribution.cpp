// core/explain/attribution.cpp
#include "core/explain/attribution.h"
#include "core/explain/gradient_walk.h"
#include "core/explain/vit_relevance.h"
#include <torch/types.h>

namespace patchlight
{

Result<Explanation> attribution(const NetworkTask& task)
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
