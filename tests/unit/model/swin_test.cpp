// tests/unit/model/swin_test.cpp
#include "core/model/initialise.h"
#include "core/model/swin.h"
#include "core/record/attention_hooks.h"
#include "reference.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

ModelConfig smallSwin()
{
    ModelConfig config;
    config.family = Family::Swin;
    config.imageSize.value = {32, 32};
    config.patch.value = 4;
    config.width.value = 24;
    config.depths.value = {2, 2};
    config.heads.value = {2, 4};
    config.mlpWidth.value = 96;
    config.classes.value = 6;
    config.normEps.value = 1e-5;
    config.window.value = 4;
    config.pooling.value = Pooling::AveragePatches;
    return config;
}

TEST(Swin, AgreesWithTimm)
{
    test::expectReference(smallSwin(), "timm-swin");
}

TEST(Windows, ComeBackTogetherWhateverThePaddingAndShift)
{
    const auto x = torch::randn({2, 9, 14, 3});
    for (const bool padFirst : {false, true})
        for (const GridSize shift : {GridSize{0, 0}, GridSize{2, 2}, GridSize{0, 2}}) {
            const WindowPlan plan{{9, 14}, 4, shift, padFirst};
            const auto windows = toWindows(x, plan);
            EXPECT_EQ(windows.sizes(), (std::vector<std::int64_t>{2 * 3 * 4, 16, 3}));
            EXPECT_TRUE(torch::equal(fromWindows(windows, plan), x));
        }
}

TEST(Windows, KeepCellsApartThatOnlyTheShiftBroughtTogether)
{
    const WindowPlan plan{{8, 8}, 4, {2, 2}, false};
    const auto mask = shiftMask(plan, at::kFloat); // [4, 16, 16]
    EXPECT_EQ(mask[0].abs().sum().item<float>(), 0);
    EXPECT_EQ(mask[1].abs().sum().item<float>(), 100 * 2 * 8 * 8); // two regions of 8 cells
    EXPECT_EQ(mask[3].abs().sum().item<float>(), 100 * 12 * 4 * 4); // four regions of 4 cells
    EXPECT_FALSE(shiftMask({{8, 8}, 4, {0, 0}, false}, at::kFloat).defined());
}

/// The weights that a block really used.
class WeightsSeen : public AttentionHooks
{
public:
    bool wantsWeights(LayerIndex) const override { return true; }
    void onWeights(LayerIndex, at::Tensor& weights) override { seen.push_back(weights.clone()); }
    std::vector<at::Tensor> seen;
};

TEST(Swin, RecordGivesTheWeightsThatBlocksUsedOnAnyGrid)
{
    auto config = smallSwin();
    for (const auto* layout : {"timm", "torchvision", "huggingface"}) {
        config.layout = layout;
        auto network = *makeNetwork(config);
        torch::manual_seed(1);
        initialise(*network);
        for (auto& [name, table] : network->named_parameters().pairs())
            if (table.dim() == 2)
                table.detach().mul_(20); // so that the weights differ
        WeightsSeen hooks;
        const auto input = torch::randn({1, 3, 20, 44});
        const auto inference = Inference::make(network, {.packed = false});
        const NdArray array{{1, 3, 20, 44}, {input.data_ptr<float>(), input.data_ptr<float>() + input.numel()}};
        const auto ours = (*inference)->run(array, Keep::Record, &hooks, {});
        ASSERT_EQ(hooks.seen.size(), 4U);
        for (int layer = 0; layer < 4; ++layer) {
            const auto& seen = hooks.seen[static_cast<std::size_t>(layer)];
            const float* values = seen.data_ptr<float>();
            test::expectClose(test::attentionOf(ours->record, LayerIndex{layer}),
                {seen.sizes().vec(), {values, values + seen.numel()}}, 1e-5F, layout);
        }
    }
}

/// timm builds the third stage of 56 px for 14 → 7 → 3 rows, though merging makes 4 of 7.
TEST(Swin, ShiftsByTheGridThatTimmRoundsDown)
{
    auto config = smallSwin();
    config.imageSize.value = {56, 56};
    config.depths.value = {2, 2, 2};
    config.heads.value = {2, 4, 8};
    config.window.value = 7;
    config.stageWindows = {7, 7, 3};
    const auto shiftOfLast = [&](const char* layout, GridSize grid) {
        config.layout = layout;
        const Swin network(config);
        return network.plan(network.steps().back(), grid).shift;
    };
    EXPECT_EQ(shiftOfLast("timm", {4, 4}), (GridSize{0, 0}));
    EXPECT_EQ(shiftOfLast("timm", {8, 8}), (GridSize{1, 1})) << "another input than it was built for";
    EXPECT_EQ(shiftOfLast("torchvision", {4, 4}), (GridSize{1, 1})) << "torchvision asks the real grid";
}

TEST(Swin, RunsOnGridsThatWindowsDoNotDivide)
{
    auto config = smallSwin();
    for (const auto* layout : {"timm", "torchvision"}) {
        config.layout = layout;
        auto network = *makeNetwork(config);
        torch::manual_seed(1);
        initialise(*network);
        const auto output = network->forward(torch::randn({1, 3, 20, 44}), nullptr, {});
        ASSERT_TRUE(output) << output.error().message;
        EXPECT_EQ(output->tokens.sizes(), (std::vector<std::int64_t>{1, 3, 6, 48}));
        EXPECT_FALSE(output->logits.isnan().any().item<bool>());
    }
}

}
}
