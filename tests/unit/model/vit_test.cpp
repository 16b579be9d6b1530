// tests/unit/model/vit_test.cpp
#include "core/model/initialise.h"
#include "core/model/network.h"
#include "reference.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

ModelConfig smallVit(int side, int patch, int depth, int heads, int classes)
{
    ModelConfig config;
    config.imageSize.value = {side, side};
    config.positionGrid = {side / patch, side / patch};
    config.patch.value = patch;
    config.width.value = 48;
    config.depths.value = {depth};
    config.heads.value = {heads};
    config.mlpWidth.value = 192;
    config.classes.value = classes;
    config.normEps.value = 1e-6;
    return config;
}

TEST(Vit, AgreesWithTimm)
{
    test::expectReference(smallVit(48, 8, 3, 3, 11), "timm-vit");
}

TEST(Vit, AgreesWithTimmOnRegistersAndLayerScale)
{
    auto config = smallVit(56, 14, 3, 3, 0);
    config.registers = 4;
    config.layerScale = true;
    config.positionsForPrefix = false;
    test::expectReference(config, "timm-dinov2-reg");
}

TEST(Vit, AgreesWithTimmOnAveragePooling)
{
    auto config = smallVit(32, 8, 2, 3, 5);
    config.classToken = false;
    config.pooling.value = Pooling::AveragePatches;
    config.finalNorm = false;
    config.fcNorm = true;
    test::expectReference(config, "timm-vit-gap");
}

TEST(FillNetwork, NamesWhatIsMissingLeftOverAndMisshapen)
{
    auto tensors = test::readTensors(test::goldenFolder("timm-vit") / "model.safetensors");
    tensors.erase("norm.weight");
    tensors["extra"] = torch::zeros({1});
    tensors["head.bias"] = torch::zeros({7});
    const auto network = *makeNetwork(smallVit(48, 8, 3, 3, 11));
    const auto filled = fillNetwork(*network, tensors);
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().code, ErrorCode::Mismatch);
    for (const auto* part :
        {"1 is missing ('norm.weight')", "1 is misshapen ('head.bias' is [7] instead of [11])", "1 is left over ('extra')", "get the file again"})
        EXPECT_NE(filled.error().message.find(part), std::string::npos) << filled.error().message;
}

TEST(FillNetwork, RefusesNotANumber)
{
    auto tensors = test::readTensors(test::goldenFolder("timm-vit") / "model.safetensors");
    tensors["norm.weight"][5] = std::numeric_limits<float>::quiet_NaN();
    const auto filled = fillNetwork(**makeNetwork(smallVit(48, 8, 3, 3, 11)), tensors);
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().code, ErrorCode::Malformed);
    EXPECT_NE(filled.error().message.find("norm.weight"), std::string::npos);
}

TEST(MakeNetwork, RefusesHeadsThatDoNotDivideTheWidth)
{
    const auto network = makeNetwork(smallVit(48, 8, 3, 5, 11));
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().code, ErrorCode::Mismatch);
}

TEST(Vit, RunsOnInputsOfAnyShapeThatThePatchDivides)
{
    const auto network = test::networkFrom(smallVit(48, 8, 3, 3, 11), "timm-vit");
    const auto output = network->forward(torch::randn({2, 3, 32, 72}), nullptr, {});
    ASSERT_TRUE(output) << output.error().message;
    EXPECT_EQ(output->tokens.sizes(), (std::vector<std::int64_t>{2, 1 + 4 * 9, 48}));
    EXPECT_EQ(network->tokenLayout({32, 72}).grid, (GridSize{4, 9}));
    const auto refused = network->forward(torch::randn({1, 3, 33, 48}), nullptr, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidOption);
}

TEST(Vit, StopsBetweenBlocks)
{
    const auto network = test::networkFrom(smallVit(48, 8, 3, 3, 11), "timm-vit");
    CancelSource source;
    int blocks = 0;
    const RunContext run{source.token(), [&](const Progress& progress) {
                             blocks = progress.done;
                             source.request();
                         }};
    const auto output = network->forward(torch::randn({1, 3, 48, 48}), nullptr, run);
    ASSERT_FALSE(output);
    EXPECT_EQ(output.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(blocks, 1);
}

TEST(TrainingNoise, IsStillInEvaluationAndAtWorkInTraining)
{
    auto network = *makeNetwork(smallVit(48, 8, 3, 3, 11));
    torch::manual_seed(1);
    initialise(*network);
    network->setNoise({.dropout = 0.5, .dropPath = 0.5});
    const auto input = torch::randn({1, 3, 48, 48});
    const auto logits = [&] { return network->forward(input, nullptr, {})->logits; };
    EXPECT_TRUE(torch::equal(logits(), logits()));
    network->train();
    EXPECT_FALSE(torch::equal(logits(), logits()));
}

TEST(TrainingNoise, GrowsLinearlyWithDepth)
{
    const TrainingNoise noise{.dropout = 0, .dropPath = 0.3};
    EXPECT_DOUBLE_EQ(noise.ofBlock(0, 4).dropPath, 0);
    EXPECT_DOUBLE_EQ(noise.ofBlock(2, 4).dropPath, 0.2);
    EXPECT_DOUBLE_EQ(noise.ofBlock(3, 4).dropPath, 0.3);
}

TEST(Initialise, DrawsSmallWeightsAndZeroBiases)
{
    auto network = *makeNetwork(smallVit(48, 8, 3, 3, 11));
    torch::manual_seed(1);
    initialise(*network);
    const auto parameters = network->named_parameters();
    const auto& weight = parameters["blocks.1.mlp.fc1.weight"];
    EXPECT_LE(weight.abs().max().item<double>(), 0.04 + 1e-6);
    EXPECT_NEAR(weight.std().item<double>(), 0.0176, 1e-3); // of a normal cut at two sigmas: 0.88·σ
    EXPECT_EQ(parameters["blocks.1.mlp.fc1.bias"].abs().max().item<double>(), 0);
    EXPECT_EQ(parameters["norm.weight"].min().item<double>(), 1);
}

}
}
