// core/engine/picture/probability_changes.cpp: what an intervention did to the answer.
#include "core/engine/picture/probability_changes.h"
#include <algorithm>

namespace patchlight
{

std::vector<ProbabilityChange> probabilityChanges(const Analysis& analysis, int top)
{
    if (!analysis.untouched)
        return {};
    return probabilityChanges(analysis.untouched->predictions, analysis.predictions, top);
}

std::vector<ProbabilityChange> probabilityChanges(
    const std::vector<Prediction>& before, const std::vector<Prediction>& after, int top)
{
    std::vector<ProbabilityChange> changes;
    const auto find = [](const std::vector<Prediction>& all, ClassIndex index) {
        return *std::find_if(all.begin(), all.end(), [&](const Prediction& p) { return p.index == index; });
    };
    const auto add = [&](ClassIndex index) {
        const bool known = std::any_of(
            changes.begin(), changes.end(), [&](const ProbabilityChange& change) { return change.index == index; });
        if (known)
            return;
        const auto was = find(before, index), is = find(after, index);
        changes.push_back({index, is.name, was.probability, is.probability, was.logit, is.logit});
    };
    const auto count = std::min(before.size(), static_cast<std::size_t>(std::max(top, 0)));
    for (std::size_t i = 0; i < count; ++i)
        add(before[i].index);
    for (std::size_t i = 0; i < count; ++i)
        add(after[i].index);
    return changes;
}

}
