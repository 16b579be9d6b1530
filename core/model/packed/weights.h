// core/model/packed/weights.h: from a network's layers to packed ones.
#pragma once
#include "core/model/layers.h"
#include "core/model/packed/kernels.h"
#include "core/model/packed/linear.h"

namespace patchlight::packed
{

/// Rows first … first + count − 1 of a layer's weights (all of them by default), times `gamma` where it is defined.
/// The pointers are valid as long as the layer's parameters are.
LinearWeights weightsOf(const LinearImpl& layer, const at::Tensor& gamma = {});
LinearWeights weightRows(const LinearImpl& layer, std::int64_t first, std::int64_t count);

/// A norm's own copy of its few numbers.
struct Norm {
    explicit Norm(const LayerNormImpl& layer);
    /// x [rows, width] float32 → out.
    NormTask task(const float* x, void* out, Number number, const int* rows = nullptr) const;
    /// All rows, in parallel.
    void run(const float* x, void* out, Number number, int count, const int* rows = nullptr) const;

    std::vector<float> weight, bias;
    float epsilon;
};

}
