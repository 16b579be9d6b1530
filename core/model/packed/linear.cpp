// core/model/packed/linear.cpp
#include "core/model/packed/linear.h"

#ifdef PATCHLIGHT_ONEDNN
#include "core/base/mapped_file.h"
#include "core/model/packed/dnnl_compat.h"
#include <array>

namespace patchlight::packed
{
namespace
{

using dnnl::memory;

const dnnl::engine& engine()
{
    static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

dnnl::stream& stream()
{
    static dnnl::stream calls(engine());
    return calls;
}

memory::data_type typeOf(Number number)
{
    return number == Number::Float32 ? memory::data_type::f32 : memory::data_type::bf16;
}

dnnl::primitive_attr attributesFor(After after)
{
    dnnl::post_ops operations;
    switch (after) {
    case After::Nothing:
        break;
    case After::Gelu:
        appendFunction(operations, dnnl::algorithm::eltwise_gelu_erf, 0);
        break;
    case After::GeluTanh:
        appendFunction(operations, dnnl::algorithm::eltwise_gelu_tanh, 0);
        break;
    case After::QuickGelu:
        appendFunction(operations, dnnl::algorithm::eltwise_swish, 1.702F); // x·σ(1.702·x)
        break;
    case After::AddToOutput:
        operations.append_sum(1.0F);
        break;
    }
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(operations);
    return attributes;
}

/// Weights with LayerScale's gamma multiplied in; empty where there is none.
std::vector<float> scaled(const LinearWeights& weights)
{
    std::vector<float> out;
    if (!weights.gamma)
        return out;
    const auto in = static_cast<std::size_t>(weights.in);
    out.resize(in * static_cast<std::size_t>(weights.out));
    for (int row = 0; row < weights.out; ++row)
        for (std::size_t column = 0; column < in; ++column)
            out[row * in + column] = weights.weight[row * in + column] * weights.gamma[row];
    return out;
}

}

struct Linear::Impl {
    int in, out, rows = 0;
    int packedFor = 0; ///< rows
    Number inputs, outputs;
    After after;
    dnnl::primitive product;
    memory x, y, weights, bias;

    memory::desc vectorDesc(int count, Number number, int width) const
    {
        return {{count, width}, typeOf(number), memory::format_tag::ab};
    }
    memory::desc bestWeights() const { return {{in, out}, typeOf(inputs), memory::format_tag::any}; }
    dnnl::matmul::primitive_desc describe(int count, const memory::desc& weightsDesc) const
    {
        const memory::desc biasDesc({1, out}, memory::data_type::f32, memory::format_tag::ab);
        return describeMatmul(engine(), vectorDesc(count, inputs, in), weightsDesc, biasDesc,
            vectorDesc(count, outputs, out), attributesFor(after));
    }
    void prepare(int count);
    void reorderFrom(memory given, const memory::desc& wanted);
};

void Linear::Impl::reorderFrom(memory given, const memory::desc& wanted)
{
    memory packed(wanted, engine());
    dnnl::reorder(given, packed).execute(stream(), given, packed);
    stream().wait();
    weights = std::move(packed);
}

/// The best layout may depend on how many rows there are; a few take the one at hand: laying out costs more than they
/// do.
void Linear::Impl::prepare(int count)
{
    const bool few = count < packedFor / 8;
    const auto description = describe(count, few ? weights.get_desc() : bestWeights());
    if (description.weights_desc() != weights.get_desc())
        reorderFrom(weights, description.weights_desc());
    packedFor = few ? packedFor : count;
    product = dnnl::matmul(description);
    x = memory(description.src_desc(), engine(), DNNL_MEMORY_NONE);
    y = memory(description.dst_desc(), engine(), DNNL_MEMORY_NONE);
    rows = count;
}

Linear::Linear(const LinearWeights& given, After after, Number in, Number out, int rows)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->in = given.in;
    m_impl->out = given.out;
    m_impl->inputs = in;
    m_impl->outputs = out;
    m_impl->after = after;
    m_impl->bias = memory({{1, given.out}, memory::data_type::f32, memory::format_tag::ab}, engine());
    auto* bias = static_cast<float*>(m_impl->bias.get_data_handle());
    for (int i = 0; i < given.out; ++i)
        bias[i] = (given.bias ? given.bias[i] : 0.0F) * (given.gamma ? given.gamma[i] : 1.0F);

    const auto withGamma = scaled(given);
    const float* values = withGamma.empty() ? given.weight : withGamma.data();
    // As the network has it: [in, out] read column by column.
    const memory::desc asGiven({given.in, given.out}, memory::data_type::f32, memory::format_tag::ba);
    m_impl->reorderFrom(memory(asGiven, engine(), const_cast<float*>(values)),
        m_impl->describe(rows, m_impl->bestWeights()).weights_desc());
    m_impl->prepare(rows);
    releaseMapped(std::as_bytes(std::span(given.weight, static_cast<std::size_t>(given.in) * given.out)));
}

void Linear::run(const void* x, void* y, int rows)
{
    auto& self = *m_impl;
    if (rows != self.rows)
        self.prepare(rows);
    self.x.set_data_handle(const_cast<void*>(x));
    self.y.set_data_handle(y);
    // The C call takes its arguments from the stack; the C++ one would allocate.
    const std::array<dnnl_exec_arg_t, 4> arguments{{{DNNL_ARG_SRC, self.x.get()},
        {DNNL_ARG_WEIGHTS, self.weights.get()}, {DNNL_ARG_BIAS, self.bias.get()}, {DNNL_ARG_DST, self.y.get()}}};
    const auto status = dnnl_primitive_execute(
        self.product.get(), stream().get(), static_cast<int>(arguments.size()), arguments.data());
    dnnl::error::wrap_c_api(status, "a matrix product failed");
}

bool Linear::available()
{
    return true;
}

namespace
{

bool allows(dnnl::cpu_isa instructions)
{
    const auto needed = static_cast<unsigned>(instructions); // instruction sets are bits
    return (static_cast<unsigned>(dnnl::get_effective_cpu_isa()) & needed) == needed;
}

}

bool Linear::hasBFloat16()
{
    return allows(dnnl::cpu_isa::avx512_core_bf16);
}

bool Linear::takesBFloat16()
{
    return allows(dnnl::cpu_isa::avx512_core);
}

Linear::~Linear() = default;
Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;

}

#else
#include <stdexcept>

namespace patchlight::packed
{

struct Linear::Impl {
};

bool Linear::available()
{
    return false;
}
bool Linear::hasBFloat16()
{
    return false;
}
bool Linear::takesBFloat16()
{
    return false;
}
Linear::Linear(const LinearWeights&, After, Number, Number, int)
{
    throw std::logic_error("built without oneDNN");
}
void Linear::run(const void*, void*, int) { }
Linear::~Linear() = default;
Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;

}
#endif
