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

std::vector<float> valuesOf(const at::Tensor& tensor)
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
    : weight(valuesOf(layer.weight)), bias(valuesOf(layer.bias)), epsilon(static_cast<float>(layer.epsilon))
{
}

NormTask Norm::task(const float* x, void* out, Number number, const int* rows) const
{
    return {x, weight.data(), bias.data(), static_cast<int>(weight.size()), epsilon, rows, out, number, false};
}

void Norm::all(const NormTask& task, int count)
{
    const int pieces = (count + kRowsAtOnce - 1) / kRowsAtOnce;
    inParallel(pieces, [&](int piece, int) {
        const int first = piece * kRowsAtOnce;
        normalise(task, first, std::min(kRowsAtOnce, count - first));
    });
}

void Norm::run(const float* x, void* out, Number number, int count, const int* rows) const
{
    all(task(x, out, number, rows), count);
}

void Norm::add(const float* x, float* out, int count) const
{
    auto adding = task(x, out, Number::Float32);
    adding.add = true;
    all(adding, count);
}

void narrowRows(const float* x, void* out, Number number, int rows, int width, const int* from)
{
    const int pieces = (rows + kRowsAtOnce - 1) / kRowsAtOnce;
    inParallel(pieces, [&](int piece, int) {
        for (int row = piece * kRowsAtOnce; row < std::min(rows, (piece + 1) * kRowsAtOnce); ++row) {
            const int source = from ? from[row] : row;
            copyRow(source < 0 ? nullptr : x + static_cast<std::ptrdiff_t>(source) * width, out, number, row, width);
        }
    });
}

std::optional<Norm> normOf(const LayerNorm& norm)
{
    return norm.is_empty() ? std::nullopt : std::optional<Norm>(std::in_place, *norm);
}

at::Tensor gammaOf(const LayerScale& scale)
{
    return scale.is_empty() ? at::Tensor() : scale->gamma;
}

}
