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

/// A gate or a norm reads what fc1 wrote in float32.
Number hiddenNumber(const MlpBlockImpl& mlp, Number number)
{
    return mlp.kind() == patchlight::Mlp::SwiGlu || !mlp.norm.is_empty() ? Number::Float32 : number;
}

}

Mlp::Mlp(
    const LayerNormImpl& norm, const MlpBlockImpl& mlp, const at::Tensor& gamma, Number number, int rows, NormAt at)
    : m_norm(norm), m_inner(normOf(mlp.norm)),
      m_fc1(weightsOf(*mlp.fc1), afterOf(mlp), number, hiddenNumber(mlp, number), rows),
      m_fc2(weightsOf(*mlp.fc2, gamma), at == NormAt::End ? After::Nothing : After::AddToOutput, number,
          Number::Float32, rows),
      m_number(number), m_width(static_cast<int>(mlp.fc1->weight.size(1))),
      m_hidden(static_cast<int>(mlp.fc1->weight.size(0))), m_read(static_cast<int>(mlp.fc2->weight.size(1))),
      m_gated(mlp.kind() == patchlight::Mlp::SwiGlu), m_at(at)
{
}

/// What fc1 reads; x itself where it is of the right kind already.
const void* Mlp::first(const float* x, int rows, Scratch& scratch)
{
    const auto values = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_width);
    if (m_at == NormAt::End && m_number == Number::Float32)
        return x;
    scratch.normed.reserve(values * sizeof(float));
    if (m_at == NormAt::End)
        narrowRows(x, scratch.normed.data(), m_number, rows, m_width);
    else
        m_norm.run(x, scratch.normed.data(), m_number, rows);
    return scratch.normed.data();
}

/// What fc2 reads: the gate and the inner norm applied, where there are any.
const void* Mlp::hidden(int rows, Scratch& scratch)
{
    const float* values = scratch.hidden.data();
    const auto bytes = static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_read) * sizeof(float);
    if (m_gated) {
        const auto number = m_inner ? Number::Float32 : m_number;
        scratch.gated.reserve(bytes);
        inParallel(rows, [&](int row, int) { gate(values, scratch.gated.data(), number, row, m_read); });
        values = scratch.gated.data();
    }
    if (!m_inner)
        return values;
    scratch.branch.reserve(bytes);
    m_inner->run(values, scratch.branch.data(), m_number, rows);
    return scratch.branch.data();
}

void Mlp::run(float* x, int rows, Scratch& scratch)
{
    const auto count = static_cast<std::size_t>(rows);
    scratch.hidden.reserve(count * static_cast<std::size_t>(m_hidden) * sizeof(float));
    m_fc1.run(first(x, rows, scratch), scratch.hidden.data(), rows);
    const void* read = hidden(rows, scratch);
    if (m_at == NormAt::Start)
        return m_fc2.run(read, x, rows);
    scratch.mixed.reserve(count * static_cast<std::size_t>(m_width) * sizeof(float));
    m_fc2.run(read, scratch.mixed.data(), rows);
    m_norm.add(scratch.mixed.data(), x, rows);
}

}
