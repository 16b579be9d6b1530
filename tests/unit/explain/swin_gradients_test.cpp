// tests/unit/explain/swin_gradients_test.cpp: methods that follow a class through Swin's windows, beside the same with
// every block as one matrix over all cells, its windows laid out by their definition.
#include "core/explain/from_network.h"
#include "core/explain/gradients/block_backward.h"
#include "nets.h"
#include "support.h"
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr int kWindow = 4; // of the golden net: grids 16, 16, 8, 8, every second block shifted by two

int gridOf(int layer)
{
    return layer < 2 ? 16 : 8;
}

/// [windows, W², W²] → [cells, cells]: rolled by the shift, cut into windows, rolled back.
at::Tensor overAllCells(const at::Tensor& windows, int side, int shift)
{
    auto all = at::zeros({side * side, side * side});
    const auto from = windows.accessor<float, 3>();
    auto to = all.accessor<float, 2>();
    const auto rolled = [&](int place) { return (place - shift + side) % side; };
    const auto back = [&](int place) { return (place + shift) % side; };
    for (int cell = 0; cell < side * side; ++cell) {
        const int row = rolled(cell / side), column = rolled(cell % side);
        const int top = row / kWindow * kWindow, left = column / kWindow * kWindow;
        const int window = top / kWindow * (side / kWindow) + left / kWindow;
        const int query = row % kWindow * kWindow + column % kWindow;
        for (int key = 0; key < kWindow * kWindow; ++key)
            to[cell][back(top + key / kWindow) * side + back(left + key % kWindow)] = from[window][query][key];
    }
    return all;
}

/// Each cell's weight in equal parts to its four children.
at::Tensor toChildren(const at::Tensor& r, int side)
{
    return (r.view({side, 1, side, 1}) / 4).expand({side, 2, side, 2}).reshape({-1});
}

/// R ← (I + F_l)·R for l = 1 … L, as a row from the output on; `stochastic`: rows of I + F_l sum to one.
std::vector<float> byWholeMatrices(const Net& net, int target, bool stochastic)
{
    ExplainRequest request;
    request.target = ClassIndex{target};
    const RunContext run;
    auto pass = BlockBackward::forward({*net.network, net.input, request, nullptr, run}, net.input);
    pass->start(request);
    auto r = pass->outputShares().clamp_min(0).to(at::kFloat);
    r = r / r.sum();
    for (int l = pass->blockCount() - 1; l >= 0; --l) {
        const auto block = pass->through(LayerIndex{l}, true); // [windows, H, W², W²]
        const auto fused = (block.weights * block.gradient).clamp_min(0).mean(1).detach().contiguous();
        auto matrix = at::eye(gridOf(l) * gridOf(l)) + overAllCells(fused, gridOf(l), l % 2 * kWindow / 2);
        if (stochastic)
            matrix = matrix / matrix.sum(1, true);
        r = at::matmul(r, matrix);
        if (l > 0 && gridOf(l) != gridOf(l - 1))
            r = toChildren(r, gridOf(l));
    }
    r = r.contiguous();
    return {r.data_ptr<float>(), r.data_ptr<float>() + r.numel()};
}

void expectWindowsToDoAsWholeMatrices(Method method, bool stochastic)
{
    const Net net = goldenNet("timm-swin");
    for (const int target : {0, 2, 5}) {
        ExplainRequest request;
        request.method = method;
        request.target = ClassIndex{target};
        const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
        ASSERT_TRUE(map) << map.error().message;
        EXPECT_LE(relativeError(map->map.values(), byWholeMatrices(net, target, stochastic)), 1e-5) << target;
    }
}

TEST(SwinGradients, RelevancyThroughWindowsIsThatOfWholeMatrices)
{
    expectWindowsToDoAsWholeMatrices(Method::Relevancy, false);
}

TEST(SwinGradients, RolloutThroughWindowsIsThatOfWholeMatrices)
{
    expectWindowsToDoAsWholeMatrices(Method::GradientRollout, true);
}

}
