// core/explain/from_network.h: every method, those that need the network's gradients included.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{
class AttentionHooks;
class AttentionRecord;
class Inference;
class Network;

/// input [1, 3, H, W], float32, where the network is. Methods that need only the record use `record` where it is given
/// (it must be of this input and these hooks); without one they record a plain forward pass first.
/// `hooks`: an intervention that the map follows. The target is filled in where absent: the top class, or of
/// a network without classes the norm of its embedding.
/// `inference`: the same network as predictions run it, for methods that need logits alone.
/// Runs block by block: peak memory is about one block's attention and tape besides the weights.
/// Errors: InvalidOption, Unsupported (nothing to explain; a method not defined for this family), Cancelled.
/// Thread: the one that may use torch; exceptions of torch (memory) pass through to the engine.
Result<Explanation> explainFromNetwork(Network& network, const at::Tensor& input, const AttentionRecord* record,
    const ExplainRequest& request, const RunContext& run = {}, AttentionHooks* hooks = nullptr,
    Inference* inference = nullptr);

}
