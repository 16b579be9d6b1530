// core/explain/measures/randomisation_steps.h: the answer of a weight-randomisation check.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

/// The map when everything from the head down to `from` (included) has random weights.
struct RandomisationStep {
    std::string from; ///< "head", "block 11", …, "block 0", "embedding"
    float rank = 0; ///< Spearman's correlation with the untouched network's map
    float rankOfSize = 0; ///< the same of the values without their signs
};
/// Of the random weights, wherever the check is asked for, so that its numbers can be compared.
constexpr unsigned kRandomisationSeed = 1;

using RandomisationSteps = std::vector<RandomisationStep>;

}
