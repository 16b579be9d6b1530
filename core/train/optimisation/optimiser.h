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

/// Loshchilov & Hutter 2019, algorithm 2 (decoupled weight decay), eps 1e-8. All parameters become views of one buffer,
/// so that a step is a dozen operations however many there are; where they are of half precision, a float32 copy is
/// what steps.
class AdamW
{
public:
    /// `parameters` are of one type and device.
    AdamW(const std::vector<NamedParameter>& parameters, const Schedule& schedule);

    /// Clips the gradients where the schedule says so, steps, averages, and frees the gradients.
    /// @return the norm of all gradients before clipping
    /// A norm that is not finite: nothing is changed.
    /// @param scale  what the loss was multiplied by
    double step(double rate, double scale = 1);
    void dropGradients();

    /// "weight.NAME", "adam.first.NAME", "adam.second.NAME", "average.NAME"; the tensors are the optimiser's own.
    NamedTensors state() const;
    std::int64_t steps() const { return m_steps; }
    /// Copies a saved state in. Errors: Mismatch.
    Result<void> restore(const NamedTensors& state, std::int64_t steps);

    /// The averaged weights by name; the weights themselves without averaging.
    NamedTensors averaged() const;

private:
    struct Slot {
        NamedParameter parameter;
        std::int64_t first = 0; ///< of its values in the buffers
        at::Tensor in(const at::Tensor& buffer) const;
    };
    at::Tensor gradients() const;
    void update(const at::Tensor& gradient, double rate);

    Schedule m_schedule;
    std::vector<Slot> m_slots;
    at::Tensor m_values; ///< what the parameters are views of
    at::Tensor m_weights; ///< float32; m_values itself where that is float32
    at::Tensor m_first, m_second, m_average, m_decays;
    std::int64_t m_steps = 0;
};

}
