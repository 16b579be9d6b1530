// core/explain/perturbation/occlusion.cpp
#include "core/explain/perturbation/occlusion.h"
#include "core/base/cells.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/tensor_values.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{
namespace
{

Result<at::Tensor> targets(const NetworkTask& task, const at::Tensor& pictures)
{
    const auto output = task.logits().answers(pictures, task.run);
    if (!output)
        return fail(output.error());
    return targetValue(*output, task.request);
}

/// One copy of the picture for each patch from `first` on, that patch in the mean colour.
at::Tensor occluded(const at::Tensor& input, GridSize grid, int first, int count)
{
    const int height = static_cast<int>(input.size(2)), width = static_cast<int>(input.size(3));
    const auto copies = input.repeat({count, 1, 1, 1});
    for (int i = 0; i < count; ++i) {
        const int row = (first + i) / grid.columns, column = (first + i) % grid.columns;
        copies[i]
            .slice(1, cellStart(row, grid.rows, height), cellStart(row + 1, grid.rows, height))
            .slice(2, cellStart(column, grid.columns, width), cellStart(column + 1, grid.columns, width))
            .zero_();
    }
    return copies;
}

}

Result<Explanation> occlusion(const NetworkTask& task)
{
    const torch::NoGradGuard noGraph;
    const auto whole = targets(task, task.input);
    if (!whole)
        return fail(whole.error());
    const GridSize grid = task.layout().grid;
    std::vector<at::Tensor> drops;
    const int batch = task.logits().together(task.input);
    for (int first = 0; first < grid.count(); first += batch) {
        const int count = std::min(batch, grid.count() - first);
        const auto without = targets(task, occluded(task.input, grid, first, count));
        if (!without)
            return fail(without.error());
        drops.push_back(*whole - *without);
        task.run.step("patches", first + count, grid.count());
    }
    Explanation out;
    out.map = toGrid(at::cat(drops), grid);
    out.isSigned = true;
    out.request = task.request;
    return out;
}

}
