// core/explain/gradients/cam_layer.cpp
#include "core/explain/gradients/cam_layer.h"
#include "core/explain/gradients/normed_block.h"
#include "core/explain/layer_range.h"
#include "core/explain/tensor_values.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

Result<BlockBackward> forwardFor(const NetworkTask& task, ExplainRequest& request)
{
    const int count = task.network.blockCount();
    request.layer = request.layer.value_or(LayerIndex{count - 1});
    if (const auto valid = checkLayer(count, *request.layer); !valid)
        return fail(valid.error());
    return BlockBackward::forward(task, task.input);
}

/// [1, .., D] → [patches, D]
at::Tensor patchRows(const NetworkTask& task, const at::Tensor& tokens)
{
    return tokens.defined() ? tokens.flatten(1, -2).slice(1, task.layout().prefix())[0] : at::Tensor();
}

}

Result<BlockBackward> passTo(const NetworkTask& task, ExplainRequest& request)
{
    auto pass = forwardFor(task, request);
    if (!pass)
        return pass;
    pass->start(request);
    for (int l = pass->blockCount() - 1; l > request.layer->value; --l) {
        if (task.run.cancel.requested())
            return cancelled();
        pass->through(LayerIndex{l}, false);
    }
    return pass;
}

Result<CamLayer> camLayer(const NetworkTask& task, ExplainRequest& request, bool withGradient)
{
    const auto pass = withGradient ? passTo(task, request) : forwardFor(task, request);
    if (!pass)
        return fail(pass.error());
    const auto at = withGradient ? gradientAtNorm(task, *pass, *request.layer)
                                 : valuesAtNorm(task, *pass, *request.layer);
    return CamLayer{patchRows(task, at.values), patchRows(task, at.gradient), at.grid};
}

Explanation camAnswer(const at::Tensor& map, GridSize grid, const ExplainRequest& request)
{
    Explanation out;
    out.map = toGrid(map.clamp_min(0), grid);
    out.request = request;
    return out;
}

}
