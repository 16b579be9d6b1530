// core/train/optimisation/optimiser.cpp
#include "core/train/optimisation/optimiser.h"
#include "core/train/optimisation/rate.h"
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

Result<void> copyInto(at::Tensor target, const NamedTensors& state, const std::string& name)
{
    const auto found = state.find(name);
    if (found == state.end() || found->second.sizes() != target.sizes())
        return fail(ErrorCode::Mismatch, "the saved state does not belong to this network: " + name + " does not fit");
    target.copy_(found->second);
    return {};
}

}

AdamW::AdamW(std::vector<NamedParameter> parameters, const Schedule& schedule) : m_schedule(schedule)
{
    torch::NoGradGuard quiet;
    for (NamedParameter& parameter : parameters) {
        const auto value = parameter.value.detach();
        m_slots.push_back(
            {parameter, torch::zeros_like(value), torch::zeros_like(value), value.clone(), decays(parameter)});
    }
}

double AdamW::clip()
{
    std::vector<at::Tensor> norms;
    for (const Slot& slot : m_slots)
        if (slot.parameter.value.grad().defined())
            norms.push_back(slot.parameter.value.grad().norm());
    const double norm = norms.empty() ? 0.0 : torch::stack(norms).norm().item<double>();
    if (m_schedule.clipNorm > 0 && norm > m_schedule.clipNorm)
        for (Slot& slot : m_slots)
            if (slot.parameter.value.grad().defined())
                slot.parameter.value.mutable_grad().mul_(m_schedule.clipNorm / (norm + 1e-6));
    return norm;
}

void AdamW::update(Slot& slot, double rate)
{
    const auto& gradient = slot.parameter.value.grad();
    auto value = slot.parameter.value;
    const auto steps = static_cast<double>(m_steps);
    const double firstBias = 1 - std::pow(m_schedule.beta1, steps);
    const double secondBias = std::sqrt(1 - std::pow(m_schedule.beta2, steps));
    if (slot.decays)
        value.mul_(1 - rate * m_schedule.weightDecay);
    slot.first.mul_(m_schedule.beta1).add_(gradient, 1 - m_schedule.beta1);
    slot.second.mul_(m_schedule.beta2).addcmul_(gradient, gradient, 1 - m_schedule.beta2);
    value.addcdiv_(slot.first, (slot.second.sqrt() / secondBias).add_(kEpsilon), -rate / firstBias);
}

double AdamW::step(double rate)
{
    torch::NoGradGuard quiet;
    const double norm = clip();
    if (!std::isfinite(norm))
        return norm;
    ++m_steps;
    const double decay = emaDecay(m_schedule, m_steps);
    for (Slot& slot : m_slots) {
        if (slot.parameter.value.grad().defined())
            update(slot, rate);
        slot.average.lerp_(slot.parameter.value, m_schedule.ema > 0 ? 1 - decay : 1.0);
        slot.parameter.value.mutable_grad().reset();
    }
    return norm;
}

void AdamW::scaleGradients(double factor)
{
    torch::NoGradGuard quiet;
    for (Slot& slot : m_slots)
        if (slot.parameter.value.grad().defined())
            slot.parameter.value.mutable_grad().mul_(factor);
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
        state["adam.first." + slot.parameter.name] = slot.first;
        state["adam.second." + slot.parameter.name] = slot.second;
        state["average." + slot.parameter.name] = slot.average;
    }
    return state;
}

Result<void> AdamW::restore(const NamedTensors& state, std::int64_t steps)
{
    torch::NoGradGuard quiet;
    for (Slot& slot : m_slots)
        for (const auto& [prefix, tensor] :
            {std::pair{"adam.first.", slot.first}, {"adam.second.", slot.second}, {"average.", slot.average}})
            if (auto copied = copyInto(tensor, state, prefix + slot.parameter.name); !copied)
                return copied;
    m_steps = steps;
    return {};
}

NamedTensors AdamW::averaged() const
{
    NamedTensors averaged;
    for (const Slot& slot : m_slots)
        averaged[slot.parameter.name] = slot.average;
    return averaged;
}

}
