// core/explain/features/patch_filters.h: what the patch embedding looks for in the pixels.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include <vector>

namespace patchlight
{
class Network;

struct PatchFilters {
    NdArray filters; ///< [count, P, P, 3] in [0, 1], each stretched on its own; 0.5 is no weight
    std::vector<float> shares; ///< of the variance over all filters, falling
};

/// The first principal components of the D filters of a patch, as pictures of P × P pixels.
/// Errors: Unsupported (a hybrid, whose patches are not of pixels).
/// Source: Dosovitskiy et al. 2021, figure 7, left (28 components there).
Result<PatchFilters> patchFilters(const Network& network, int count = 28);

}
