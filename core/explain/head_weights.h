// core/explain/head_weights.h: a subset of heads and what each counts, as people write it.
#pragma once
#include "core/base/result.h"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

struct WeightedHead {
    int head = 0;
    float weight = 1; ///< more than 0; only ratios matter
};

/// "0,2,5" or, with weights, "0:2,2,5:0.5"; heads that are not named count nothing.
/// Errors: InvalidOption (what is not such a list; a head twice; a weight that is not above 0).
Result<std::vector<WeightedHead>> parseHeadWeights(std::string_view text);

/// ExplainRequest::headWeights for layers of `heads` heads; none for no list. Errors: InvalidOption (no such head).
Result<std::vector<float>> headWeights(std::span<const WeightedHead> list, int heads);

/// The list back from ExplainRequest::headWeights; empty where all heads count alike.
std::string headWeightsText(std::span<const float> weights);

}
