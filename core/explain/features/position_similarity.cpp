// core/explain/features/position_similarity.cpp
#include "core/explain/features/position_similarity.h"
#include "core/explain/tensor_values.h"
#include "core/model/network.h"
#include "core/model/positions.h"
#include "core/model/rotary.h"
#include <torch/types.h>

namespace patchlight
{

Grid<float> PositionSimilarity::of(Cell patch) const
{
    const auto tokens = static_cast<std::ptrdiff_t>(cosines.dim(0));
    const auto row = cosines.values.begin() + (prefix + patch.row * grid.columns + patch.column) * tokens;
    return {grid, std::vector<float>(row + prefix, row + tokens)};
}

namespace
{

/// How much of a vector's direction is left when it is turned from one patch's place to another's: the mean cosine of
/// the angles between them.
PositionSimilarity rotarySimilarity(const Network& network, GridSize input)
{
    const auto& c = network.config();
    const GridSize grid = network.tokenLayout(input).grid;
    const auto table = rotaryTable(c.rotary, grid, c.width.value / c.heads.value.front());
    const auto rows = [&](const std::vector<float>& values) { return toTensor(values).view({grid.count(), -1}); };
    const auto all = at::cat({rows(table.cosines), rows(table.sines)}, 1).to(at::kDouble);
    return {grid, 0, toArray(at::matmul(all, all.t()) / table.headWidth)};
}

}

Result<PositionSimilarity> positionSimilarity(const Network& network, GridSize input)
{
    const torch::NoGradGuard noGraph;
    const auto parameters = network.named_parameters();
    const auto* positions = parameters.find("pos_embed");
    if (!positions && network.config().rotary)
        return rotarySimilarity(network, input);
    if (!positions)
        return fail(ErrorCode::Unsupported,
            "This network has no learned or rotary positions; where there is a bias by relative position, look at that.");
    const GridSize from = network.config().positionGrid;
    const GridSize to = network.tokenLayout(input).grid;
    const auto prefix = positions->size(1) - from.count();
    const auto patches = resamplePositions(positions->slice(1, prefix), from, to, network.config().positionResample);
    const auto all = at::cat({positions->slice(1, 0, prefix), patches}, 1)[0].to(at::kCPU, at::kDouble); // [T, D]
    const auto unit = all / all.norm(2, 1, true).clamp_min(1e-12);
    return PositionSimilarity{to, static_cast<int>(prefix), toArray(at::matmul(unit, unit.t()))};
}

}
