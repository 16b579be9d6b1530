// core/explain/measures/faithfulness_curves.h: the answer of a deletion and insertion test.
#pragma once
#include "core/base/grid.h"
#include <vector>

namespace patchlight
{

/// The class's probability after 0, 1, … steps, and the area under it: (Σ y − y_first/2 − y_last/2) / (n − 1).
struct FaithfulnessCurve {
    std::vector<float> scores;
    double area = 0;
};

/// Steps of a curve where nobody chooses: performance.md has how far its area is from the finest curve's.
constexpr int kUsualSteps = 28;

/// How many cells change at a time so that a curve has about kUsualSteps steps.
int usualCellsPerStep(GridSize grid);

struct Faithfulness {
    FaithfulnessCurve deletion; ///< most important cells first replaced by the mean colour; small is good
    FaithfulnessCurve insertion; ///< most important cells first put into the blurred picture; large is good
};

}
