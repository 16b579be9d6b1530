// core/explain/measures/logit_lens.cpp
#include "core/explain/measures/logit_lens.h"
#include "core/base/family.h"
#include "core/explain/query_weights.h"
#include "core/explain/tensor_values.h"
#include "core/model/network.h"
#include "core/record/attention_hooks.h"
#include <limits>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// The sequence that the head is shown: all of it, or the query's token everywhere, so that any pooling reads it.
at::Tensor shown(const at::Tensor& tokens, const at::Tensor& weights)
{
    return weights.defined() ? at::matmul(weights, tokens).expand_as(tokens) : tokens;
}

at::Tensor readBy(const ForwardOutput& output, const Query& query)
{
    if (query.kind == Query::Kind::Distillation)
        return output.logitsDistillation;
    return query.kind == Query::Kind::ClassToken && output.logitsClass.defined() ? output.logitsClass : output.logits;
}

/// One weight per token; undefined for Default.
Result<at::Tensor> tokenWeights(const Network& network, const at::Tensor& input, const Query& query)
{
    if (query.kind == Query::Kind::Default)
        return at::Tensor();
    if (traitsOf(network.config().family).mapOfTokens)
        return fail(ErrorCode::InvalidOption,
            "On " + std::string(traitsOf(network.config().family).title)
                + " only the pooled output can be decoded; ask without a query.");
    if (query.kind == Query::Kind::Distillation && network.config().pooling.value != Pooling::ClassAndDistillation)
        return fail(ErrorCode::InvalidOption, "This network has no head that reads a distillation token.");
    if (isDifference(query))
        return fail(ErrorCode::InvalidOption, "The logit lens reads one token; ask for cls or dist.");
    const auto layout = network.tokenLayout({static_cast<int>(input.size(2)), static_cast<int>(input.size(3))});
    const auto weights = queryWeights(layout, layout.grid, query);
    if (!weights)
        return fail(weights.error());
    return toTensor(*weights).to(input.options()).unsqueeze(0);
}

}

Result<NdArray> logitLens(
    Network& network, const at::Tensor& input, const Query& query, const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    const std::int64_t classes = network.config().classes.value;
    if (classes == 0)
        return fail(ErrorCode::Unsupported, "This network has no classification head to read its tokens with.");
    const auto weights = tokenWeights(network, input, query);
    if (!weights)
        return fail(weights.error());
    auto out = at::full({network.blockCount(), classes}, std::numeric_limits<float>::quiet_NaN());
    auto tokens = network.embed(input);
    if (hooks)
        hooks->onEmbedded(tokens);
    for (int l = 0; l < network.blockCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        tokens = network.block(LayerIndex{l}, tokens, hooks);
        if (network.readable(tokens))
            out[l].copy_(readBy(network.finish(shown(tokens, *weights)), query)[0]);
        run.step("block", l + 1, network.blockCount());
    }
    return toArray(out);
}

}
