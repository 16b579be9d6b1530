// core/explain/gradients/gradient_vit_explain.cpp
#include "core/explain/attention/vit_explain.h"
#include "core/explain/gradients/block_backward.h"
#include "core/explain/gradients/relevancy.h"
#include "core/explain/tensor_values.h"
#include "core/explain/token_map.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// The published pairing: the gradient of layer m meets the attention of layer L − 1 − m. Entry l is layer l's matrix.
Result<std::vector<std::vector<float>>> pairedMatrices(const NetworkTask& task, BlockBackward& pass)
{
    const int count = pass.blockCount();
    std::vector<std::vector<float>> matrices(static_cast<std::size_t>(count));
    for (int m = count - 1; m >= 0; --m) {
        if (task.run.cancel.requested())
            return cancelled();
        const auto block = m > 0 ? pass.through(LayerIndex{m}, true) : pass.atWeights(LayerIndex{m});
        const int mirrored = count - 1 - m;
        const auto weights = pass.weights(LayerIndex{mirrored});
        if (!block.gradient.defined() || !weights.defined())
            return fail(ErrorCode::Unsupported, "This published code needs every block; switch them all on.");
        matrices[static_cast<std::size_t>(mirrored)] = toValues((weights * block.gradient).mean(0).clamp_min(0));
        task.run.step("backward", count - m, count);
    }
    return matrices;
}

}

Result<Explanation> gradientRolloutVitExplain(const NetworkTask& task)
{
    const TokenLayout layout = task.layout();
    if (!layout.asksClassToken())
        return fail(ErrorCode::Unsupported,
            "This published code needs a class token that the head reads; use relevancy for this network.");
    auto pass = BlockBackward::forward(task, task.input);
    if (!pass)
        return fail(pass.error());
    pass->start(task.request);
    auto matrices = pairedMatrices(task, *pass);
    if (!matrices)
        return fail(matrices.error());
    std::vector<float> r(static_cast<std::size_t>(layout.count()), 0.0F);
    r[0] = 1.0F;
    for (auto matrix = matrices->rbegin(); matrix != matrices->rend(); ++matrix) {
        mixAsVitExplain(*matrix, layout.count(), task.request.discard, FirstEntry::MayGo);
        r = timesMatrix(r, *matrix);
    }
    Explanation out;
    out.map = patchMap(layout, layout.grid, r);
    out.request = task.request;
    out.request.query = {Query::Kind::ClassToken, 0, {}, false};
    return out;
}

}
