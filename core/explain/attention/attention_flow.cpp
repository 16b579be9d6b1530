// core/explain/attention/attention_flow.cpp
#include "core/explain/attention/attention_flow.h"
#include "core/base/parallel.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/attention/layered_flow.h"
#include "core/explain/layer_range.h"
#include "core/explain/network_task.h"
#include "core/explain/query_weights.h"
#include "core/explain/token_map.h"
#include "core/record/attention_recorder.h"
#include <atomic>
#include <cmath>
#include <numeric>
#include <optional>

namespace patchlight
{
namespace
{

constexpr double kUnits = 1e9; ///< of a pipe of width 1

std::int32_t inUnits(double width)
{
    return static_cast<std::int32_t>(std::lround(width * kUnits));
}

/// α·I + (1 − α)·F in whole units.
Result<PipeLayer> pipesOf(const LayerAttention& layer, const ExplainRequest& request, LayerIndex l)
{
    const int n = layer.tokens;
    const auto fusion = fusionOf(request.head);
    const double alpha = static_cast<double>(request.alpha);
    PipeLayer pipes(static_cast<std::size_t>(n) * n, 0);
    const bool attends = layer.q && static_cast<int>(layer.silentHeads.size()) < layer.heads;
    if (!attends) { // only the residual stream passes
        for (int i = 0; i < n; ++i)
            pipes[static_cast<std::size_t>(i) * n + i] = inUnits(1);
        return pipes;
    }
    const auto shares = headShares(request, layer, l);
    if (!shares)
        return fail(shares.error());
    const FusedRows rows(layer, *shares, fusion);
    std::vector<float> row(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
        if (!layer.asking.contains(i)) { // the residual stream alone
            pipes[static_cast<std::size_t>(i) * n + i] = inUnits(1);
            continue;
        }
        rows.rows(i, 1, row.data());
        const double sum = fusion == HeadFusion::Mean ? 1.0 : std::accumulate(row.begin(), row.end(), 0.0);
        for (int j = 0; j < n; ++j) {
            const double attention = sum > 0 ? static_cast<double>(row[static_cast<std::size_t>(j)]) / sum : 0;
            pipes[static_cast<std::size_t>(i) * n + j] = inUnits((1 - alpha) * attention + (i == j ? alpha : 0));
        }
    }
    return pipes;
}

/// From the last layer to the first.
Result<std::vector<PipeLayer>> allPipes(
    const AttentionRecord& record, const ExplainRequest& request, const RunContext& run)
{
    std::vector<PipeLayer> layers;
    for (LayerIndex l = *request.endLayer; l >= *request.startLayer; l = l.previous()) {
        if (run.cancel.requested())
            return cancelled();
        auto pipes = pipesOf(record.layer(l), request, l);
        if (!pipes)
            return fail(pipes.error());
        layers.push_back(std::move(*pipes));
    }
    return layers;
}

/// What the query's tokens may give: all that leaves one, in their shares.
std::vector<std::int64_t> supplyOf(const std::vector<float>& weights, const PipeLayer& top)
{
    std::vector<std::int64_t> supply;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto row = top.begin() + static_cast<std::ptrdiff_t>(i * weights.size());
        const auto leaving = std::accumulate(row, row + static_cast<std::ptrdiff_t>(weights.size()), std::int64_t{0});
        supply.push_back(std::llround(static_cast<double>(weights[i]) * static_cast<double>(leaving)));
    }
    return supply;
}

std::vector<float> flowsToPatches(
    const std::vector<PipeLayer>& layers, const std::vector<std::int64_t>& supply, int prefix, const RunContext& run)
{
    const int tokens = static_cast<int>(supply.size()), patches = tokens - prefix;
    std::vector<float> flows(supply.size(), 0.0F);
    std::vector<std::optional<LayeredFlow>> networks(static_cast<std::size_t>(parallelWorkers(patches)));
    std::atomic<int> done{0};
    parallelFor(patches, [&](int worker, int patch) {
        if (run.cancel.requested())
            return;
        auto& network = networks[static_cast<std::size_t>(worker)];
        if (!network)
            network.emplace(layers, tokens);
        const auto flow = network->toSink(supply, prefix + patch, run.cancel);
        flows[static_cast<std::size_t>(prefix + patch)] = static_cast<float>(static_cast<double>(flow) / kUnits);
        ++done;
        if (worker == 0) // the calling thread
            run.step("patches", done, patches);
    });
    return flows;
}

}

Result<Explanation> attentionFlow(const AttentionRecord& record, const ExplainRequest& asked, const RunContext& run)
{
    if (record.windowed())
        return fail(ErrorCode::Unsupported,
            "Attention flow is defined for attention over the whole picture; use rollout for this network.");
    ExplainRequest request = asked;
    request.query = resolvedQuery(record.layout(), asked.query);
    request.query.inverse = false;
    if (isDifference(request.query))
        return fail(ErrorCode::InvalidOption, "Attention flow has no map of a difference; ask for one token.");
    if (const auto valid = resolveLayers(record.layerCount(), request); !valid)
        return fail(valid.error());
    if (!(request.alpha >= 0 && request.alpha < 1))
        return fail(ErrorCode::InvalidOption, "The residual weight alpha must be at least 0 and below 1.");
    const auto weights = queryWeights(record.layout(), record.layout().grid, request.query);
    if (!weights)
        return fail(weights.error());
    const auto layers = allPipes(record, request, run);
    if (!layers)
        return fail(layers.error());
    const auto flows = flowsToPatches(*layers, supplyOf(*weights, layers->front()), record.layout().prefix(), run);
    if (run.cancel.requested())
        return cancelled();
    Explanation out;
    out.map = patchMap(record.layout(), record.layout().grid, flows);
    out.request = request;
    return out;
}

Result<Explanation> attentionFlowOf(const NetworkTask& task)
{
    if (task.record)
        return attentionFlow(*task.record, task.request, task.run);
    const at::NoGradGuard noGraph;
    AttentionRecorder recorder(task.layout(), task.network.attentionLayout(task.size()), task.hooks);
    if (const auto output = task.network.forward(task.input, &recorder, task.run); !output)
        return fail(output.error());
    return attentionFlow(recorder.take(), task.request, task.run);
}

}
