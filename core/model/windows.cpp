// core/model/windows.cpp
#include "core/model/windows.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

int roundedUp(int size, int step)
{
    return (size + step - 1) / step * step;
}

at::Tensor padTo(const at::Tensor& x, GridSize from, GridSize to)
{
    return from == to ? x : at::constant_pad_nd(x, {0, 0, 0, to.columns - from.columns, 0, to.rows - from.rows});
}

at::Tensor roll(const at::Tensor& x, GridSize by)
{
    return by.count() == 0 && by.rows == 0 && by.columns == 0 ? x : at::roll(x, {by.rows, by.columns}, {1, 2});
}

/// [B, rows, columns, D] → [B·windows, W², D]
at::Tensor partition(const at::Tensor& x, int window)
{
    return x.view({x.size(0), x.size(1) / window, window, x.size(2) / window, window, x.size(3)})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({-1, window * window, x.size(3)});
}

/// 0, 1, 2 along one axis: cells of different bands were not neighbours before the roll.
at::Tensor bands(int size, int window, int shift)
{
    auto band = torch::zeros({size});
    if (shift == 0)
        return band;
    band.slice(0, size - window, size - shift).fill_(1);
    band.slice(0, size - shift).fill_(2);
    return band;
}

}

GridSize WindowPlan::padded() const
{
    return {roundedUp(grid.rows, window), roundedUp(grid.columns, window)};
}

at::Tensor toWindows(const at::Tensor& x, const WindowPlan& plan)
{
    const GridSize back{-plan.shift.rows, -plan.shift.columns};
    const auto shifted = plan.padFirst ? roll(padTo(x, plan.grid, plan.padded()), back)
                                       : padTo(roll(x, back), plan.grid, plan.padded());
    return partition(shifted.contiguous(), plan.window);
}

at::Tensor fromWindows(const at::Tensor& windows, const WindowPlan& plan)
{
    const auto padded = plan.padded();
    const auto count = plan.windows();
    const auto joined = windows.view({-1, count.rows, count.columns, plan.window, plan.window, windows.size(-1)})
                            .permute({0, 1, 3, 2, 4, 5})
                            .reshape({-1, padded.rows, padded.columns, windows.size(-1)}); // [B, rows', columns', D]
    const auto crop = [&](const at::Tensor& x) { return x.slice(1, 0, plan.grid.rows).slice(2, 0, plan.grid.columns); };
    return plan.padFirst ? crop(roll(joined, plan.shift)) : roll(crop(joined), plan.shift);
}

at::Tensor shiftRegions(const WindowPlan& plan)
{
    const auto padded = plan.padded();
    const auto regions = 3 * bands(padded.rows, plan.window, plan.shift.rows).unsqueeze(1)
        + bands(padded.columns, plan.window, plan.shift.columns).unsqueeze(0); // [rows', columns']
    return partition(regions.unsqueeze(0).unsqueeze(-1), plan.window).squeeze(-1); // [windows, W²]
}

at::Tensor shiftMask(const WindowPlan& plan, const at::TensorOptions& options)
{
    if (!plan.shifted())
        return {};
    const auto ofCells = shiftRegions(plan);
    const auto differ = ofCells.unsqueeze(1) != ofCells.unsqueeze(2); // [windows, W², W²]
    return differ.to(at::kFloat).mul_(plan.otherRegion).to(options);
}

at::Tensor relativeBias(const at::Tensor& table, int window)
{
    const auto cells = torch::arange(window * window, at::kLong);
    const auto rows = cells.div(window, "floor"), columns = cells.remainder(window);
    const auto apart = [&](const at::Tensor& axis) { return axis.unsqueeze(1) - axis.unsqueeze(0) + window - 1; };
    const auto index = (apart(rows) * (2 * window - 1) + apart(columns)).to(table.device()); // [W², W²]
    return table.index_select(0, index.flatten())
        .view({window * window, window * window, -1})
        .permute({2, 0, 1})
        .contiguous(); // [H, W², W²]
}

}
