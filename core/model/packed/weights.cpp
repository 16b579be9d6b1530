// core/model/packed/weights.cpp
#include "core/model/packed/weights.h"
#include "core/model/packed/parallel.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight::packed
{
namespace
{

constexpr int kRowsAtOnce = 16;

std::vector<float> copyOf(const at::Tensor& tensor)
{
    const auto* values = tensor.data_ptr<float>();
    return {values, values + tensor.numel()};
}

}

LinearWeights weightRows(const LinearImpl& layer, std::int64_t first, std::int64_t count)
{
    const auto in = layer.weight.size(1);
    return {layer.weight.data_ptr<float>() + first * in,
        layer.bias.defined() ? layer.bias.data_ptr<float>() + first : nullptr, nullptr, static_cast<int>(in),
        static_cast<int>(count)};
}

LinearWeights weightsOf(const LinearImpl& layer, const at::Tensor& gamma)
{
    auto weights = weightRows(layer, 0, layer.weight.size(0));
    weights.gamma = gamma.defined() ? gamma.data_ptr<float>() : nullptr;
    return weights;
}

Norm::Norm(const LayerNormImpl& layer)
    : weight(copyOf(layer.weight)), bias(copyOf(layer.bias)), epsilon(static_cast<float>(layer.epsilon))
{
}

NormTask Norm::task(const float* x, void* out, Number number, const int* rows) const
{
    return {x, weight.data(), bias.data(), static_cast<int>(weight.size()), epsilon, rows, out, number};
}

void Norm::run(const float* x, void* out, Number number, int count, const int* rows) const
{
    const auto whole = task(x, out, number, rows);
    const int pieces = (count + kRowsAtOnce - 1) / kRowsAtOnce;
    inParallel(pieces, [&](int piece, int) {
        const int first = piece * kRowsAtOnce;
        normalise(whole, first, std::min(kRowsAtOnce, count - first));
    });
}

}
