// core/train/optimisation/optimiser.h: AdamW and the running average of the weights, with a state that can be saved by
// name.
#pragma once
#include "core/train/options.h"
#include <ATen/core/Tensor.h>
#include <map>
#include <string>
#include <vector>

namespace patchlight
{

/// A parameter under its name; decay is spared for vectors (norms, biases), tokens and positions.
struct NamedParameter {
    std::string name;
    at::Tensor value;
};

using NamedTensors = std::map<std::string, at::Tensor>;

/// Loshchilov & Hutter 2019, algorithm 2 (decoupled weight decay), eps 1e-8.
class AdamW
{
public:
    AdamW(std::vector<NamedParameter> parameters, const Schedule& schedule);

    /// Clips the gradients where the schedule says so, steps, averages, and frees the gradients.
    /// @return the norm of all gradients before clipping
    /// A norm that is not finite: nothing is changed.
    double step(double rate);
    void scaleGradients(double factor);
    void dropGradients();

    /// "adam.first.NAME", "adam.second.NAME", "average.NAME"; the tensors are the optimiser's own.
    NamedTensors state() const;
    std::int64_t steps() const { return m_steps; }
    /// Copies a saved state in. Errors: Mismatch.
    Result<void> restore(const NamedTensors& state, std::int64_t steps);

    /// The averaged weights by name; the weights themselves without averaging.
    NamedTensors averaged() const;

private:
    struct Slot {
        NamedParameter parameter;
        at::Tensor first, second, average;
        bool decays = true;
    };
    double clip();
    void update(Slot& slot, double rate);

    Schedule m_schedule;
    std::vector<Slot> m_slots;
    std::int64_t m_steps = 0;
};

}
