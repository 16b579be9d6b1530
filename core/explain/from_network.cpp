// core/explain/from_network.cpp
#include "core/explain/from_network.h"
#include "core/base/family.h"
#include "core/base/stopwatch.h"
#include "core/explain/from_record.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/methods.h"
#include "core/explain/network_task.h"
#include "core/explain/query_weights.h"
#include "core/model/block_tokens.h"
#include "core/model/pass_memory.h"
#include "core/model/reused_blocks.h"
#include "core/model/waiting_threads.h"
#include "core/record/attention_recorder.h"
#include <ATen/Parallel.h>
#include <optional>
#include <torch/types.h>

namespace patchlight
{
namespace
{

Result<Explanation> fromOwnRecord(Network& network, const at::Tensor& input, const ExplainRequest& request,
    const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    const GridSize size{static_cast<int>(input.size(2)), static_cast<int>(input.size(3))};
    AttentionRecorder recorder(network.tokenLayout(size), network.attentionLayout(size), hooks);
    const auto output = network.forward(input, &recorder, run);
    if (!output)
        return fail(output.error());
    return explainFromRecord(recorder.take(network.poolingAttention(output->last)), request, run);
}

/// The output's shape, where no more of it is needed to tell what is explained.
std::optional<ForwardOutput> outputShape(const Network& network, const ExplainRequest& request)
{
    const auto classes = network.config().classes.value;
    const bool norm = !request.embedding || request.embedding->kind == EmbeddingTarget::Kind::Norm;
    if (classes > 0 ? !request.target : !norm)
        return std::nullopt;
    ForwardOutput shape;
    (classes > 0 ? shape.logits : shape.embedding) = at::empty({1, classes});
    return shape;
}

/// The request as it will be answered. That costs a forward pass where the outputs' values or the embedding's width are
/// needed and the record does not hold what the head reads.
Result<ExplainRequest> resolved(Network& network, const at::Tensor& input, const AttentionRecord* record,
    ExplainRequest request, const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    request.query = resolvedQuery(network.tokenLayout({}), request.query);
    if (methodInfo(request.method).needs != Needs::Class) {
        if (methodInfo(request.method).needs == Needs::OneLayer && !request.layer)
            request.layer = LayerIndex{network.config().blockCount() - 1};
        return request;
    }
    auto output = outputShape(network, request);
    if (const auto tokens = keptTokens(record, input); !output && tokens)
        output = network.finish(lastOutputs(network, *tokens));
    if (!output) {
        auto ran = network.forward(input, hooks, run);
        if (!ran)
            return fail(ran.error());
        output = std::move(*ran);
    }
    if (const auto valid = resolveTarget(*output, request); !valid)
        return fail(valid.error());
    return request;
}

}

Result<Explanation> explainFromNetwork(Network& network, const at::Tensor& input, const AttentionRecord* record,
    const ExplainRequest& request, const RunContext& run, AttentionHooks* hooks, Inference* inference)
{
    if (!methodInfo(request.method).network)
        return record ? explainFromRecord(*record, request, run) : fromOwnRecord(network, input, request, run, hooks);
    const Stopwatch watch;
    if (const auto attends = checkAttends(request.method, traitsOf(network.config().family).attends); !attends)
        return fail(attends.error());
    const auto filled = resolved(network, input, record, request, run, hooks);
    if (!filled)
        return fail(filled.error());
    at::get_num_threads(); // gives this thread torch's count, for OpenMP too
    const SpinWhileAlone waiting;
    std::optional<ReusedBlocks> memory; // small networks' tensors do not cost enough to keep their pages
    if (!graphsFit(network, {static_cast<int>(input.size(2)), static_cast<int>(input.size(3))}))
        memory.emplace();
    auto out = methodInfo(request.method).network({network, input, *filled, hooks, run, inference, record});
    if (out)
        out->milliseconds = watch.milliseconds();
    return out;
}

}
