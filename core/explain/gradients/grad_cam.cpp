// core/explain/gradients/grad_cam.cpp
#include "core/explain/gradients/grad_cam.h"
#include "core/base/family.h"
#include "core/explain/gradients/cam_layer.h"
#include "core/explain/query_weights.h"
#include "core/explain/tensor_values.h"
#include <torch/types.h>

namespace patchlight
{

Result<Explanation> gradCam(const NetworkTask& task)
{
    ExplainRequest request = task.request;
    const auto at = camLayer(task, request, true);
    if (!at)
        return fail(at.error());
    const auto weights = at->gradient.mean(0); // [D]
    return camAnswer(at::matmul(at->channels, weights), at->grid, request);
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
    const auto block = pass->atWeights(*request.layer);
    if (!block.weights.defined())
        return fail(ErrorCode::InvalidOption, "Layer " + std::to_string(request.layer->value) + " is switched off.");
    const auto r = toTensor(*query).to(block.weights.options());
    const int prefix = task.layout().prefix();
    const auto rows = at::matmul(r, block.weights).slice(1, prefix); // [H, patches]
    const auto gradient = at::matmul(r, block.gradient).slice(1, prefix); // [H, patches]
    if (isChosen(task.layout(), request.query) && gradient.count_nonzero().item<std::int64_t>() == 0)
        return fail(ErrorCode::InvalidOption,
            "What this query attends to in layer " + std::to_string(request.layer->value)
                + " does not reach the class: the classifier does not read it. Ask an earlier layer, or without a query.");
    const auto weights = gradient.mean(1, true); // [H, 1]
    return camAnswer((rows * weights).mean(0), task.layout().grid, request);
}

}
