// core/explain/gradients/attribution.cpp
#include "core/explain/gradients/attribution.h"
#include "core/explain/gradients/double_blocks.h"
#include "core/explain/gradients/gradient_walk.h"
#include "core/explain/gradients/vit_relevance.h"
#include "core/record/attention_hooks.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// What every block is given, and what the last one puts out, in double precision: relevance is divided by sums that
/// cancel (of the two branches of a residual, of attention's products), where float32 values would lose it.
Result<std::vector<at::Tensor>> wideTokens(const NetworkTask& task, Network& wide)
{
    const torch::NoGradGuard noGraph;
    auto tokens = wide.embed(task.input.to(at::kDouble));
    if (task.hooks)
        task.hooks->onEmbedded(tokens);
    std::vector<at::Tensor> all{tokens};
    for (int l = 0; l < wide.blockCount(); ++l) {
        if (task.run.cancel.requested())
            return cancelled();
        all.push_back(wide.block(LayerIndex{l}, all.back(), task.hooks));
        task.run.step("forward, double", l + 1, wide.blockCount());
    }
    return all;
}

}

Result<Explanation> attribution(const NetworkTask& task)
{
    if (const auto defined = VitRelevance::make(task.network); !defined)
        return fail(defined.error());
    if (task.request.embedding && task.request.embedding->kind == EmbeddingTarget::Kind::Similarity)
        return fail(ErrorCode::Unsupported,
            "Attribution shares out a whole, and of a likeness, which no length changes, there is none; use relevancy.");
    const auto wide = DoubleBlocks::make(task.network);
    if (!wide)
        return fail(wide.error());
    auto relevance = VitRelevance::make((*wide)->vit());
    if (!relevance)
        return fail(relevance.error());
    const auto tokens = wideTokens(task, **wide);
    if (!tokens)
        return fail(tokens.error());
    relevance->start(tokens->back(), task.request);
    const auto relevanceOfWeights = [&](const BlockBackward&, LayerIndex l, const at::Tensor&) {
        (*wide)->hold(l);
        return relevance->through(l, tokens->at(static_cast<std::size_t>(l.value)), task.hooks);
    };
    const auto step = [](const at::Tensor& r, const WindowProduct& attention) { return r + attention.times(r); };
    return walkGradients(task, step, relevanceOfWeights);
}

}
