// core/model/packed/weights.h: from a network's layers to packed ones.
#pragma once
#include "core/model/layers.h"
#include "core/model/packed/kernels.h"
#include "core/model/packed/linear.h"
#include <optional>

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
    /// out += norm(x), all rows, in parallel.
    void add(const float* x, float* out, int count) const;

    std::vector<float> weight, bias;
    float epsilon;

private:
    static void all(const NormTask& task, int count);
};

/// x [rows, width] float32 → out of another number; `from` as in NormTask::rows.
void narrowRows(const float* x, void* out, Number number, int rows, int width, const int* from = nullptr);

std::optional<Norm> normOf(const LayerNorm& norm);
at::Tensor gammaOf(const LayerScale& scale);

}
