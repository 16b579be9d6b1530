// core/explain/gradients/grad_cam.cpp
#include "core/explain/gradients/grad_cam.h"
#include "core/base/family.h"
#include "core/explain/gradients/block_backward.h"
#include "core/explain/gradients/normed_block.h"
#include "core/explain/layer_range.h"
#include "core/explain/query_weights.h"
#include "core/explain/tensor_values.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// A pass taken back to the output of request.layer.
Result<BlockBackward> passTo(const NetworkTask& task, ExplainRequest& request)
{
    const int count = task.network.blockCount();
    request.layer = request.layer.value_or(LayerIndex{count - 1});
    if (const auto valid = checkLayer(count, *request.layer); !valid)
        return fail(valid.error());
    auto pass = BlockBackward::forward(task.network, task.input, task.hooks, task.run);
    if (!pass)
        return pass;
    pass->start(request);
    for (int l = count - 1; l > request.layer->value; --l) {
        if (task.run.cancel.requested())
            return cancelled();
        pass->through(LayerIndex{l}, false);
    }
    return pass;
}

Explanation answer(Grid<float> map, const ExplainRequest& request)
{
    Explanation out;
    out.map = std::move(map);
    out.request = request;
    return out;
}

}

Result<Explanation> gradCam(const NetworkTask& task)
{
    ExplainRequest request = task.request;
    auto pass = passTo(task, request);
    if (!pass)
        return fail(pass.error());
    const auto at = gradientAtNorm(task, *pass, *request.layer);
    const int prefix = task.layout().prefix();
    const auto channels = at.values.flatten(1, -2).slice(1, prefix)[0]; // [patches, D]
    const auto weights = at.gradient.flatten(1, -2).slice(1, prefix)[0].mean(0); // [D]
    const auto map = at::matmul(channels, weights).clamp_min(0);
    return answer(toGrid(map, at.grid), request);
}

Result<Explanation> attentionGradCam(const NetworkTask& task)
{
    const auto& family = traitsOf(task.network.config().family);
    if (!family.attends || family.windowed)
        return fail(ErrorCode::Unsupported, "Attention Grad-CAM needs attention over the whole picture; use Grad-CAM.");
    ExplainRequest request = task.request;
    if (isDifference(request.query))
        return fail(ErrorCode::InvalidOption,
            "Attention Grad-CAM cuts negative values off, so it has no map of a difference; ask for one token.");
    const auto query = queryWeights(task.layout(), task.layout().grid, request.query);
    if (!query)
        return fail(query.error());
    auto pass = passTo(task, request);
    if (!pass)
        return fail(pass.error());
    const auto block = pass->through(*request.layer, true);
    if (!block.weights.defined())
        return fail(ErrorCode::InvalidOption, "Layer " + std::to_string(request.layer->value) + " is switched off.");
    const auto r = toTensor(*query).to(block.weights.options());
    const int prefix = task.layout().prefix();
    const auto rows = at::matmul(r, block.weights).slice(1, prefix); // [H, patches]
    const auto weights = at::matmul(r, block.gradient).slice(1, prefix).mean(1, true); // [H, 1]
    return answer(toGrid((rows * weights).mean(0).clamp_min(0), task.layout().grid), request);
}

}
