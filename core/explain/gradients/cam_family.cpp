// core/explain/gradients/cam_family.cpp
#include "core/explain/gradients/cam_family.h"
#include "core/explain/features/principal_components.h"
#include "core/explain/gradients/cam_layer.h"
#include "core/explain/gradients/class_target.h"
#include <algorithm>
#include <torch/types.h>

namespace patchlight
{

Result<Explanation> gradCamPlusPlus(const NetworkTask& task)
{
    ExplainRequest request = task.request;
    const auto at = camLayer(task, request, true);
    if (!at)
        return fail(at.error());
    const auto& g = at->gradient;
    const auto square = g * g;
    constexpr double kEpsilon = 1e-6;
    auto alpha = square / (2 * square + at->channels.sum(0, true) * square * g + kEpsilon);
    alpha = alpha.masked_fill(g.eq(0), 0);
    const auto weights = (g.clamp_min(0) * alpha).sum(0); // [D]
    return camAnswer(at::matmul(at->channels, weights), at->grid, request);
}

Result<Explanation> layerCam(const NetworkTask& task)
{
    ExplainRequest request = task.request;
    const auto at = camLayer(task, request, true);
    if (!at)
        return fail(at.error());
    return camAnswer((at->gradient.clamp_min(0) * at->channels).sum(1), at->grid, request);
}

Result<Explanation> eigenCam(const NetworkTask& task)
{
    ExplainRequest request = task.request;
    const auto at = camLayer(task, request, false);
    if (!at)
        return fail(at.error());
    const auto along = principalComponents(at->channels, 1).values.select(1, 0); // [patches]
    const bool turned = along.min().abs().item<double>() > along.max().abs().item<double>();
    return camAnswer(turned ? -along : along, at->grid, request);
}

namespace
{

/// Channels first … first + count − 1 as masks of the input's size, each from 0 to 1: [count, 1, H, W].
at::Tensor masks(const CamLayer& at, GridSize input, std::int64_t first, std::int64_t count)
{
    const auto maps = at.channels.t().slice(0, first, first + count).reshape({count, 1, at.grid.rows, at.grid.columns});
    const auto large
        = at::upsample_bilinear2d(maps.contiguous(), {input.rows, input.columns}, /*align_corners=*/true);
    const auto low = large.amin({2, 3}, true), high = large.amax({2, 3}, true);
    return (large - low) / (high - low + 1e-8);
}

/// The target's logit for the picture behind every channel: [D].
Result<at::Tensor> channelScores(const NetworkTask& task, const CamLayer& at)
{
    const auto source = task.logits();
    const std::int64_t together = source.together(task.input), channels = at.channels.size(1);
    std::vector<at::Tensor> scores;
    for (std::int64_t first = 0; first < channels; first += together) {
        const auto count = std::min(together, channels - first);
        const auto output = source.answers(task.input * masks(at, task.size(), first, count), task.run);
        if (!output)
            return fail(output.error());
        scores.push_back(targetValue(*output, task.request));
        task.run.step("channels", static_cast<int>(first + count), static_cast<int>(channels));
    }
    return at::cat(scores);
}

}

Result<Explanation> scoreCam(const NetworkTask& task)
{
    const torch::NoGradGuard noGraph;
    ExplainRequest request = task.request;
    const auto at = camLayer(task, request, false);
    if (!at)
        return fail(at.error());
    const auto scores = channelScores(task, *at);
    if (!scores)
        return fail(scores.error());
    return camAnswer(at::matmul(at->channels, at::softmax(*scores, 0)), at->grid, request);
}

}
