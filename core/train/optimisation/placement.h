// core/train/optimisation/placement.h: where a run computes, and in what precision.
#pragma once
#include "core/train/options.h"
#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

namespace patchlight
{

struct Placement {
    at::Device device = at::kCPU;
    at::ScalarType products = at::kFloat; ///< type of the matrix products
    at::ScalarType weights = at::kFloat; ///< of the network while it trains; the optimiser's copy is float32 always
};

/// Device "auto": CUDA where there is one. Precision "bf16" and "fp16": products alone, as torch's autocast chooses;
/// "bf16-all": weights and tokens too (half the bytes to move); "auto": bf16.
/// Errors: Unsupported (no CUDA device; fp16 on processors).
Result<Placement> placementOf(const TrainOptions& options);

}
