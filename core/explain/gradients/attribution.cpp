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

/// What every block is given, and what the last one puts out, [L + 1, 1, T, D] in double precision: relevance is divided
/// by sums that cancel (of the two branches of a residual, of attention's products), where float32 values would lose it.
/// One tensor: kept apart, they would lie between what blocks give back and hold its pages.
Result<at::Tensor> wideTokens(const NetworkTask& task, Network& wide)
{
    const torch::NoGradGuard noGraph;
    auto tokens = wide.embed(task.input.to(at::kDouble));
    if (task.hooks)
        task.hooks->onEmbedded(tokens);
    auto sizes = tokens.sizes().vec();
    sizes.insert(sizes.begin(), wide.blockCount() + 1);
    const auto all = at::empty(sizes, tokens.options());
    all[0].copy_(tokens);
    for (int l = 0; l < wide.blockCount(); ++l) {
        if (task.run.cancel.requested())
            return cancelled();
        all[l + 1].copy_(wide.block(LayerIndex{l}, all[l], task.hooks));
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
    at::Tensor tokens;
    const auto relevanceOfWeights = [&](LayerIndex l) -> Result<at::Tensor> {
        if (!tokens.defined()) {
            auto all = wideTokens(task, **wide);
            if (!all)
                return fail(all.error());
            tokens = std::move(*all);
            relevance->start(tokens[-1], task.request);
        }
        (*wide)->hold(l);
        return relevance->through(l, tokens[l.value], task.hooks);
    };
    const auto step = [](const at::Tensor& r, const WindowProduct& attention) { return r + attention.times(r); };
    return walkGradients(task, step, relevanceOfWeights);
}

}
