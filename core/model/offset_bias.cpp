// core/model/offset_bias.cpp
#include "core/model/offset_bias.h"
#include <algorithm>
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

GridSize offsetsOf(GridSize grid)
{
    return {2 * grid.rows - 1, 2 * grid.columns - 1};
}

/// Where the `from` offsets lie on the axis of the `to` offsets: …, −1 − q, −1, 0, 1, 1 + q, 1 + q + q², …; q is chosen
/// so that the farthest meets the farthest.
std::vector<double> geometricPlaces(int from, int to)
{
    double left = 1.01, right = 1.5;
    const auto reach = [&](double q) {
        double sum = 0;
        for (int i = 0; i < from / 2; ++i)
            sum += std::pow(q, i);
        return sum;
    };
    const int farthest = to / 2;
    double q = left;
    while (right - left > 1e-6) {
        q = (left + right) / 2;
        (reach(q) > farthest ? right : left) = q;
    }
    std::vector<double> far;
    for (int i = 0; i < from / 2; ++i)
        far.push_back((far.empty() ? 0 : far.back()) + std::pow(q, i));
    std::vector<double> places;
    for (auto it = far.rbegin(); it != far.rend(); ++it)
        places.push_back(-*it);
    places.push_back(0);
    places.insert(places.end(), far.begin(), far.end());
    return places;
}

/// Between the values `y` at rising places `x`, at −(count / 2), …: constant beyond the ends.
std::vector<double> lineAt(const std::vector<double>& x, const double* y, int count)
{
    std::vector<double> out;
    std::size_t i = 0;
    for (int k = 0; k < count; ++k) {
        const int at = k - count / 2;
        while (i + 2 < x.size() && at > x[i + 1])
            ++i;
        const double share = std::clamp((at - x[i]) / (x[i + 1] - x[i]), 0.0, 1.0);
        out.push_back((1 - share) * y[i] + share * y[i + 1]);
    }
    return out;
}

/// Along the last axis: [rows, from] → [rows, to].
at::Tensor geometric(const at::Tensor& values, int to)
{
    const int from = static_cast<int>(values.size(1));
    if (from == to || from < 3)
        return from == to ? values : values.expand({values.size(0), to});
    const auto places = geometricPlaces(from, to);
    auto out = at::empty({values.size(0), to}, at::kDouble);
    for (std::int64_t row = 0; row < values.size(0); ++row) {
        const auto line = lineAt(places, values[row].data_ptr<double>(), to);
        std::copy(line.begin(), line.end(), out[row].data_ptr<double>());
    }
    return out;
}

/// plane [rows, columns] of one head
at::Tensor geometricPlane(const at::Tensor& plane, GridSize to)
{
    const auto across = geometric(plane.to(at::kDouble).contiguous(), to.columns);
    return geometric(across.t().contiguous(), to.rows).t().to(at::kFloat);
}

}

at::Tensor resizedTable(const at::Tensor& table, GridSize from, GridSize to, bool bilinear)
{
    if (from == to)
        return table;
    const auto source = offsetsOf(from), target = offsetsOf(to);
    const auto planes = table.slice(0, 0, source.count()).t().reshape({-1, source.rows, source.columns}).to(at::kFloat);
    at::Tensor resized; // [H, rows, columns]
    if (bilinear) {
        resized = at::upsample_bilinear2d(planes.unsqueeze(0), {target.rows, target.columns}, false)[0];
    } else {
        std::vector<at::Tensor> heads;
        for (std::int64_t h = 0; h < planes.size(0); ++h)
            heads.push_back(geometricPlane(planes[h].to(at::kCPU), target));
        resized = at::stack(heads).to(table.device());
    }
    return at::cat({resized.flatten(1).t().to(table.scalar_type()), table.slice(0, source.count())});
}

at::Tensor offsetBias(const at::Tensor& table, GridSize grid)
{
    const auto cells = at::arange(grid.count(), at::kLong);
    const auto rows = cells.div(grid.columns, "floor"), columns = cells.remainder(grid.columns);
    const auto apart = [](const at::Tensor& axis) { return axis.unsqueeze(1) - axis.unsqueeze(0); };
    const auto offsets = offsetsOf(grid);
    auto index = at::empty({grid.count() + 1, grid.count() + 1}, at::kLong);
    index.slice(0, 1).slice(1, 1).copy_(
        (apart(rows) + grid.rows - 1) * offsets.columns + apart(columns) + grid.columns - 1);
    index[0].fill_(offsets.count());
    index.select(1, 0).fill_(offsets.count() + 1);
    index[0][0].fill_(offsets.count() + 2);
    return table.index_select(0, index.flatten().to(table.device()))
        .view({1, grid.count() + 1, grid.count() + 1, -1})
        .permute({0, 3, 1, 2}); // [1, H, T, T]
}

OffsetBias offsetBiasRecord(const at::Tensor& table, GridSize grid)
{
    const auto heads = table.detach().to(at::kCPU, at::kFloat).t(); // [H, offsets + 3]
    const auto count = offsetsOf(grid).count();
    const auto turned = at::cat({heads.slice(1, 0, count).flip({1}), heads.slice(1, count)}, 1).contiguous();
    const auto* values = turned.data_ptr<float>();
    return {grid, std::make_shared<const std::vector<float>>(values, values + turned.numel())};
}

}
