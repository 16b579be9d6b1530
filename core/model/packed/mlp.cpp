// core/model/packed/mlp.cpp
#include "core/model/packed/mlp.h"
#include "core/model/packed/parallel.h"
#include <torch/types.h>

namespace patchlight::packed
{
namespace
{

After afterOf(const MlpBlockImpl& mlp)
{
    if (mlp.kind() == patchlight::Mlp::SwiGlu)
        return After::Nothing;
    switch (mlp.activation()) {
    case Activation::Gelu:
        return After::Gelu;
    case Activation::GeluTanh:
        return After::GeluTanh;
    case Activation::QuickGelu:
        return After::QuickGelu;
    }
    return After::Gelu;
}

/// A gate reads what fc1 wrote in float32.
Number hiddenNumber(const MlpBlockImpl& mlp, Number number)
{
    return mlp.kind() == patchlight::Mlp::SwiGlu ? Number::Float32 : number;
}

}

Mlp::Mlp(const LayerNormImpl& norm, const MlpBlockImpl& mlp, const at::Tensor& gamma, Number number, int rows)
    : m_norm(norm), m_fc1(weightsOf(*mlp.fc1), afterOf(mlp), number, hiddenNumber(mlp, number), rows),
      m_fc2(weightsOf(*mlp.fc2, gamma), After::AddToOutput, number, Number::Float32, rows), m_number(number),
      m_width(static_cast<int>(mlp.fc1->weight.size(1))), m_hidden(static_cast<int>(mlp.fc1->weight.size(0))),
      m_gated(mlp.kind() == patchlight::Mlp::SwiGlu)
{
}

void Mlp::run(float* x, int rows, Scratch& scratch)
{
    const auto count = static_cast<std::size_t>(rows);
    scratch.normed.reserve(count * static_cast<std::size_t>(m_width) * sizeof(float));
    scratch.hidden.reserve(count * static_cast<std::size_t>(m_hidden) * sizeof(float));
    m_norm.run(x, scratch.normed.data(), m_number, rows);
    m_fc1.run(scratch.normed.data(), scratch.hidden.data(), rows);
    if (!m_gated)
        return m_fc2.run(scratch.hidden.data(), x, rows);
    const int half = m_hidden / 2;
    scratch.gated.reserve(count * static_cast<std::size_t>(half) * sizeof(float));
    inParallel(rows, [&](int row, int) { gate(scratch.hidden.data(), scratch.gated.data(), m_number, row, half); });
    m_fc2.run(scratch.gated.data(), x, rows);
}

}
