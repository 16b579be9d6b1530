// core/explain/gradients/relevancy.cpp
#include "core/explain/gradients/relevancy.h"
#include "core/explain/gradients/gradient_walk.h"
#include <torch/types.h>

namespace patchlight
{

Result<Explanation> relevancy(const NetworkTask& task)
{
    return walkGradients(
        task, [](const at::Tensor& r, const WindowProduct& attention) { return r + attention.times(r); });
}

Result<Explanation> gradientRollout(const NetworkTask& task)
{
    return walkGradients(task, [](const at::Tensor& r, const WindowProduct& attention) {
        const auto kept = r / (1 + attention.rowSums()); // the diagonal of the normalised row
        return kept + attention.times(kept);
    });
}

}
