// core/model/packed/plan.h: a network's blocks as a list of packed products and kernels.
#pragma once
#include "core/base/index.h"
#include "core/base/precision.h"
#include "core/model/network.h"
#include <memory>

namespace patchlight::packed
{

/// What every family's packed blocks can do. Inference only, float32 between blocks. Not for two threads at once.
class Plan
{
public:
    virtual ~Plan() = default;

    /// One block. `tokens` is float32, contiguous, and may be overwritten: [B, T, D]; Swin [B, rows, columns, D].
    /// Of each picture's tokens the first `wanted` are read afterwards; what the others are then is left open.
    /// The block's queries and keys go to `queryKey`, dense [B·windows, T, 2, H, d]: room for queryKeyFloats of them.
    virtual at::Tensor block(LayerIndex layer, const at::Tensor& tokens, float* queryKey, int wanted) = 0;
};

/// Floats of one picture's queries and keys in one block.
std::size_t queryKeyFloats(const LayerAttention& layer);

/// Null where there is no plan for this network (no oneDNN). Copies the weights, one layer at a time.
std::unique_ptr<Plan> makePlan(Network& network, Precision precision);

}
