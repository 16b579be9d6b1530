// core/train/optimisation/optimiser.cpp
#include "core/train/optimisation/optimiser.h"
#include "core/train/optimisation/rate.h"
#include <array>
#include <cmath>
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

constexpr double kEpsilon = 1e-8;

bool decays(const NamedParameter& parameter)
{
    return parameter.value.dim() > 1 && parameter.name.find("token") == std::string::npos
        && parameter.name.find("pos_embed") == std::string::npos;
}

Result<void> copyInto(const at::Tensor& target, const NamedTensors& state, const std::string& name)
{
    const auto found = state.find(name);
    if (found == state.end() || found->second.sizes() != target.sizes())
        return fail(ErrorCode::Mismatch, "the saved state does not belong to this network: " + name + " does not fit");
    target.copy_(found->second);
    return {};
}

}

at::Tensor AdamW::Slot::in(const at::Tensor& buffer) const
{
    return buffer.narrow(0, first, parameter.value.numel()).view(parameter.value.sizes());
}

AdamW::AdamW(const std::vector<NamedParameter>& parameters, const Schedule& schedule) : m_schedule(schedule)
{
    torch::NoGradGuard quiet;
    std::vector<at::Tensor> values, decay;
    std::int64_t first = 0;
    for (const NamedParameter& parameter : parameters) {
        values.push_back(parameter.value.detach().reshape({-1}));
        decay.push_back(torch::full({values.back().numel()}, decays(parameter) ? 1.0 : 0.0, torch::kFloat));
        m_slots.push_back({parameter, first});
        first += parameter.value.numel();
    }
    m_values = torch::cat(values);
    for (Slot& slot : m_slots)
        slot.parameter.value.set_data(slot.in(m_values));
    m_weights = m_values.to(torch::kFloat);
    m_first = torch::zeros_like(m_weights);
    m_second = torch::zeros_like(m_weights);
    m_average = m_weights.clone();
    m_decays = torch::cat(decay).to(m_weights.device());
}

/// All of them in float32, one after the other; zeros where the loss did not depend on a parameter.
at::Tensor AdamW::gradients() const
{
    std::vector<at::Tensor> parts;
    for (const Slot& slot : m_slots) {
        const auto& gradient = slot.parameter.value.grad();
        parts.push_back(gradient.defined() ? gradient.reshape({-1})
                                           : torch::zeros({slot.parameter.value.numel()}, m_values.options()));
    }
    return torch::cat(parts).to(torch::kFloat);
}

void AdamW::update(const at::Tensor& gradient, double rate)
{
    const auto steps = static_cast<double>(m_steps);
    const double firstBias = 1 - std::pow(m_schedule.beta1, steps);
    const double secondBias = std::sqrt(1 - std::pow(m_schedule.beta2, steps));
    m_weights.addcmul_(m_weights, m_decays, -rate * m_schedule.weightDecay);
    m_first.mul_(m_schedule.beta1).add_(gradient, 1 - m_schedule.beta1);
    m_second.mul_(m_schedule.beta2).addcmul_(gradient, gradient, 1 - m_schedule.beta2);
    m_weights.addcdiv_(m_first, (m_second.sqrt() / secondBias).add_(kEpsilon), -rate / firstBias);
    if (!m_values.is_same(m_weights))
        m_values.copy_(m_weights);
}

double AdamW::step(double rate, double scale)
{
    torch::NoGradGuard quiet;
    auto gradient = gradients();
    if (scale != 1)
        gradient.div_(scale);
    const auto norm = gradient.norm().item<double>();
    if (!std::isfinite(norm))
        return norm;
    if (m_schedule.clipNorm > 0 && norm > m_schedule.clipNorm)
        gradient.mul_(m_schedule.clipNorm / (norm + 1e-6));
    ++m_steps;
    update(gradient, rate);
    m_average.lerp_(m_weights, m_schedule.ema > 0 ? 1 - emaDecay(m_schedule, m_steps) : 1.0);
    dropGradients();
    return norm;
}

void AdamW::dropGradients()
{
    for (Slot& slot : m_slots)
        slot.parameter.value.mutable_grad().reset();
}

NamedTensors AdamW::state() const
{
    NamedTensors state;
    for (const Slot& slot : m_slots) {
        state["weight." + slot.parameter.name] = slot.in(m_weights);
        state["adam.first." + slot.parameter.name] = slot.in(m_first);
        state["adam.second." + slot.parameter.name] = slot.in(m_second);
        state["average." + slot.parameter.name] = slot.in(m_average);
    }
    return state;
}

Result<void> AdamW::restore(const NamedTensors& saved, std::int64_t steps)
{
    torch::NoGradGuard quiet;
    for (const auto& [name, tensor] : state())
        if (auto copied = copyInto(tensor, saved, name); !copied)
            return copied;
    if (!m_values.is_same(m_weights))
        m_values.copy_(m_weights);
    m_steps = steps;
    return {};
}

NamedTensors AdamW::averaged() const
{
    NamedTensors averaged;
    for (const Slot& slot : m_slots)
        averaged[slot.parameter.name] = slot.in(m_average);
    return averaged;
}

}
