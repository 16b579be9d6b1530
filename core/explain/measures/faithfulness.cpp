// core/explain/measures/faithfulness.cpp
#include "core/explain/measures/faithfulness.h"
#include "core/base/cells.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/perturbation/logit_source.h"
#include "core/explain/tensor_values.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <torch/types.h>

namespace patchlight
{
namespace
{

constexpr int kKernel = 11;
constexpr double kSigma = 5;

/// RISE makes its kernel by filtering one point in an 11 × 11 field that reflects at its edges.
at::Tensor blurKernel()
{
    constexpr int kRadius = 20; // four sigma, scipy's cut
    std::vector<float> kernel(kKernel, 0.0F);
    for (int offset = -kRadius; offset <= kRadius; ++offset) {
        const int period = 2 * kKernel;
        const int place = ((kKernel / 2 + offset) % period + period) % period;
        kernel[static_cast<std::size_t>(place < kKernel ? place : period - 1 - place)]
            += static_cast<float>(std::exp(-offset * offset / (2 * kSigma * kSigma)));
    }
    const auto line = toTensor(kernel);
    return line / line.sum();
}

std::vector<int> byImportance(const Grid<float>& map)
{
    std::vector<int> order(map.values().size());
    std::iota(order.begin(), order.end(), 0);
    const auto value = [&](int i) {
        const float v = map.values()[static_cast<std::size_t>(i)];
        return std::isnan(v) ? -INFINITY : v;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return value(a) > value(b); });
    return order;
}

/// Of one class, of every picture of a batch.
Result<std::vector<float>> probabilities(
    const LogitSource& source, const at::Tensor& pictures, std::int64_t target, const RunContext& run)
{
    const auto logits = source.logits(pictures, run);
    if (!logits)
        return fail(logits.error());
    return toValues(at::softmax(*logits, 1).select(1, target));
}

/// Follows the class's probability while cells of `from` become those of `to`; both ends are known.
struct Replacement {
    const LogitSource& source;
    at::Tensor from, to; ///< [1, 3, H, W]
    float first, last; ///< the class's probability on them
    std::int64_t target;
    int cellsPerStep;

    void replace(at::Tensor& picture, int cell, GridSize grid) const
    {
        const int height = static_cast<int>(from.size(2)), width = static_cast<int>(from.size(3));
        const int row = cell / grid.columns, column = cell % grid.columns;
        const auto cut = [&](const at::Tensor& t) {
            return t.slice(2, cellStart(row, grid.rows, height), cellStart(row + 1, grid.rows, height))
                .slice(3, cellStart(column, grid.columns, width), cellStart(column + 1, grid.columns, width));
        };
        cut(picture).copy_(cut(to));
    }

    Result<FaithfulnessCurve> curve(
        const std::vector<int>& order, GridSize grid, std::string_view stage, const RunContext& run) const
    {
        const int cells = static_cast<int>(order.size());
        const int steps = (cells + cellsPerStep - 1) / cellsPerStep;
        const int together = source.together(from);
        auto picture = from.clone();
        FaithfulnessCurve out;
        out.scores.push_back(first);
        for (int begin = 1; begin < steps; begin += together) {
            std::vector<at::Tensor> batch;
            for (int step = begin; step < std::min(begin + together, steps); ++step) {
                for (int i = (step - 1) * cellsPerStep; i < step * cellsPerStep; ++i)
                    replace(picture, order[static_cast<std::size_t>(i)], grid);
                batch.push_back(picture.clone());
            }
            const auto scores = probabilities(source, at::cat(batch), target, run);
            if (!scores)
                return fail(scores.error());
            out.scores.insert(out.scores.end(), scores->begin(), scores->end());
            run.step(stage, static_cast<int>(out.scores.size()), steps + 1);
        }
        out.scores.push_back(last);
        const double sum = std::accumulate(out.scores.begin(), out.scores.end(), 0.0);
        out.area = (sum - out.scores.front() / 2.0 - out.scores.back() / 2.0) / steps;
        return out;
    }
};

Result<void> checkMap(const at::Tensor& input, const Grid<float>& map, int cellsPerStep)
{
    if (map.empty() || input.size(2) < map.rows() || input.size(3) < map.columns())
        return fail(ErrorCode::InvalidOption, "The map's grid is finer than the network's input.");
    if (cellsPerStep < 0)
        return fail(ErrorCode::InvalidOption, "At least one cell must change in every step.");
    return {};
}

}

at::Tensor blurred(const at::Tensor& input)
{
    const auto line = blurKernel();
    const auto channels = input.size(1);
    const auto kernel = at::outer(line, line).expand({channels, 1, kKernel, kKernel}).contiguous().to(input.options());
    return at::conv2d(input, kernel, {}, 1, kKernel / 2, 1, /*groups=*/channels);
}

int usualCellsPerStep(GridSize grid)
{
    return std::max(1, (grid.count() + kUsualSteps - 1) / kUsualSteps);
}

Result<std::vector<Faithfulness>> faithfulness(const LogitSource& source, const at::Tensor& input,
    std::span<const Grid<float>> maps, std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run)
{
    const torch::NoGradGuard noGraph;
    for (const auto& map : maps)
        if (const auto valid = checkMap(input, map, cellsPerStep); !valid)
            return fail(valid.error());
    const auto whole = source.logits(input, run);
    if (!whole)
        return fail(whole.error());
    ExplainRequest request;
    request.target = target;
    ForwardOutput answer;
    answer.logits = *whole;
    if (const auto valid = resolveTarget(answer, request); !valid)
        return fail(valid.error());
    const std::int64_t followed = request.target->value;
    const auto empty = at::zeros_like(input), unsharp = blurred(input);
    const auto ends = probabilities(source, at::cat({input, empty, unsharp}), followed, run);
    if (!ends)
        return fail(ends.error());
    std::vector<Faithfulness> found;
    for (const auto& map : maps) {
        const auto order = byImportance(map);
        const int cells = cellsPerStep > 0 ? cellsPerStep : usualCellsPerStep(map.size());
        const Replacement away{source, input, empty, (*ends)[0], (*ends)[1], followed, cells};
        const Replacement back{source, unsharp, input, (*ends)[2], (*ends)[0], followed, cells};
        auto deletion = away.curve(order, map.size(), "deletion", run);
        if (!deletion)
            return fail(deletion.error());
        auto insertion = back.curve(order, map.size(), "insertion", run);
        if (!insertion)
            return fail(insertion.error());
        found.push_back({std::move(*deletion), std::move(*insertion)});
    }
    return found;
}

Result<Faithfulness> faithfulness(const LogitSource& source, const at::Tensor& input, const Grid<float>& map,
    std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run)
{
    auto found = faithfulness(source, input, std::span(&map, 1), target, cellsPerStep, run);
    return found ? Result<Faithfulness>(std::move(found->front())) : fail(found.error());
}

}
