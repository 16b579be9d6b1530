// core/explain/measures/weight_randomisation.h: does a map change when the network forgets what it learned?
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/measures/randomisation_steps.h"
#include "core/explain/request.h"
#include <ATen/core/Tensor.h>
#include <string>

namespace patchlight
{
class AttentionHooks;
class Network;

/// Which step draws a parameter anew: 0 the head and all that follows the blocks, then the blocks from the last on,
/// blockCount() + 1 the embedding. Swin's merging belongs to the first block of the next stage.
int randomisationStep(const std::string& parameter, const Network& network);

/// Cascading: the head's weights are drawn anew, then those of the last block too, and so on down to the embedding; the
/// same map of the same class after every step, beside that of the untouched network, which stays as it is. A map that
/// hardly changes does not depend on what was learned. Random weights are those that training starts from (initialise),
/// by `seed`. input [1, 3, H, W]. Errors: those of explainFromNetwork.
/// Cost: blocks + 3 times the method. Memory: the weights drawn anew besides the given ones.
/// Source: Adebayo et al. 2018, "Sanity Checks for Saliency Maps", section 4.1.
Result<RandomisationSteps> weightRandomisation(Network& network, const at::Tensor& input, const ExplainRequest& request,
    unsigned seed, const RunContext& run = {}, AttentionHooks* hooks = nullptr);

}
