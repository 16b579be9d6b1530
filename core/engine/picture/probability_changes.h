// core/engine/picture/probability_changes.h: two lists of predictions of one picture, side by side.
#pragma once
#include "core/engine/analysis.h"
#include <vector>

namespace patchlight
{

/// The `top` most probable classes of `before`, then those of `after` that are not among them. Both list the same
/// classes. Distilled networks have lists for each of their heads.
std::vector<ProbabilityChange> probabilityChanges(
    const std::vector<Prediction>& before, const std::vector<Prediction>& after, int top);

}
