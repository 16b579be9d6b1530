// core/explain/gradients/attn_lrp.cpp
#include "core/explain/gradients/attn_lrp.h"
#include "core/explain/gradients/block_backward.h"
#include "core/explain/layer_range.h"
#include "core/explain/tensor_values.h"
#include "core/model/backward_rule.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

Result<Grid<float>> atThePixels(const NetworkTask& task)
{
    const auto gradient = gradientAtInput(task, task.input);
    if (!gradient)
        return fail(gradient.error());
    return toGrid(sumOverPatches(task.input * *gradient, task.layout().grid), task.layout().grid);
}

/// Swin's block reads the grid before its merging.
GridSize gridOf(const NetworkTask& task, const at::Tensor& tokens)
{
    return tokens.dim() == 4 ? GridSize{static_cast<int>(tokens.size(1)), static_cast<int>(tokens.size(2))}
                             : task.layout().grid;
}

Result<Grid<float>> atTheTokens(const NetworkTask& task, LayerIndex layer)
{
    if (const auto valid = checkLayer(task.network.blockCount(), layer); !valid)
        return fail(valid.error());
    auto pass = BlockBackward::forward(task, task.input);
    if (!pass)
        return fail(pass.error());
    pass->start(task.request);
    for (int l = pass->blockCount() - 1; l >= layer.value; --l) {
        if (task.run.cancel.requested())
            return cancelled();
        pass->through(LayerIndex{l}, false);
    }
    const auto& tokens = pass->blockInput(layer);
    const auto relevance = (tokens * pass->gradient()).sum(-1).flatten(); // [T]
    return toGrid(relevance.slice(0, task.layout().prefix()), gridOf(task, tokens));
}

}

Result<Explanation> attnLrp(const NetworkTask& task)
{
    const WithBackwardRule rule(BackwardRule::AttnLrp);
    auto map = task.request.layer ? atTheTokens(task, *task.request.layer) : atThePixels(task);
    if (!map)
        return fail(map.error());
    Explanation out;
    out.map = std::move(*map);
    out.isSigned = true;
    out.request = task.request;
    return out;
}

}
