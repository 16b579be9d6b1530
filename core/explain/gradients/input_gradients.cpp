// core/explain/gradients/input_gradients.cpp
#include "core/explain/gradients/input_gradients.h"
#include "core/explain/gradients/block_backward.h"
#include "core/explain/tensor_values.h"
#include <ATen/CPUGeneratorImpl.h>
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{
namespace
{

constexpr double kNoise = 0.15; ///< of the picture's range: the middle of what the paper recommends

Explanation answer(const NetworkTask& task, const at::Tensor& map, bool isSigned)
{
    Explanation out;
    out.map = toGrid(map, task.layout().grid);
    out.isSigned = isSigned;
    out.request = task.request;
    return out;
}

/// Mean of the gradients at `task.request.steps` inputs that `inputAt(step)` makes: [1, 3, H, W].
template <class InputAt> Result<at::Tensor> meanGradient(const NetworkTask& task, const InputAt& inputAt)
{
    const int steps = task.request.steps;
    if (steps < 1 || steps > 10000)
        return fail(ErrorCode::InvalidOption, "The number of steps must be from 1 to 10000.");
    RunContext quiet;
    quiet.cancel = task.run.cancel;
    const NetworkTask one{task.network, task.input, task.request, task.hooks, quiet};
    auto sum = at::zeros_like(task.input);
    for (int step = 0; step < steps; ++step) {
        const auto gradient = gradientAtInput(one, inputAt(step));
        if (!gradient)
            return gradient;
        sum += *gradient;
        task.run.step("gradients", step + 1, steps);
    }
    return sum / steps;
}

}

Result<Explanation> inputGradient(const NetworkTask& task)
{
    const auto gradient = gradientAtInput(task, task.input);
    if (!gradient)
        return fail(gradient.error());
    return answer(task, sumOverPatches(task.input * *gradient, task.layout().grid), true);
}

Result<Explanation> integratedGradients(const NetworkTask& task)
{
    const auto gradient = meanGradient(
        task, [&](int step) { return task.input * ((step + 0.5) / static_cast<double>(task.request.steps)); });
    if (!gradient)
        return fail(gradient.error());
    return answer(task, sumOverPatches(task.input * *gradient, task.layout().grid), true);
}

Result<Explanation> smoothGrad(const NetworkTask& task)
{
    const auto range = (task.input.max() - task.input.min()).item<double>();
    auto generator = at::detail::createCPUGenerator(task.request.seed);
    const auto gradient = meanGradient(task, [&](int) {
        const auto noise = at::randn(task.input.sizes(), generator).to(task.input.device());
        return task.input + noise * (kNoise * range);
    });
    if (!gradient)
        return fail(gradient.error());
    const auto pixels = static_cast<double>(task.input.numel()) / task.layout().grid.count();
    return answer(task, sumOverPatches(gradient->abs(), task.layout().grid) / pixels, false);
}

}
