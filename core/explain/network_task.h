// core/explain/network_task.h: what every method that runs the network is given.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/perturbation/logit_source.h"
#include "core/explain/request.h"

namespace patchlight
{

/// References that the caller keeps alive. `request` has its defaults filled in by explainFromNetwork.
struct NetworkTask {
    Network& network;
    const at::Tensor& input; ///< [1, 3, H, W], float32, on the network's device
    const ExplainRequest& request;
    AttentionHooks* hooks; ///< an intervention that the map follows; null for none
    const RunContext& run;
    Inference* inference = nullptr; ///< the same network as predictions run it, for logits alone; null for none
    const AttentionRecord* record = nullptr; ///< of a run with this input and these hooks; null for none

    LogitSource logits() const { return {network, hooks, inference}; }
    GridSize size() const { return {static_cast<int>(input.size(2)), static_cast<int>(input.size(3))}; }
    TokenLayout layout() const { return network.tokenLayout(size()); }
};

}
