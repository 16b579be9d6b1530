// tests/unit/model/hybrid_test.cpp
#include "core/model/initialise.h"
#include "reference.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

ModelConfig smallHybrid()
{
    ModelConfig config;
    config.family = Family::Hybrid;
    config.imageSize.value = {64, 64};
    config.patch.value = 8;
    config.width.value = 48;
    config.depths.value = {2};
    config.heads.value = {3};
    config.mlpWidth.value = 192;
    config.classes.value = 9;
    config.normEps.value = 1e-6;
    config.stemDepths = {1, 1};
    config.stemChannels = 64;
    return config;
}

TEST(Hybrid, AgreesWithTimm)
{
    test::expectReference(smallHybrid(), "timm-hybrid");
}

TEST(Hybrid, StemOfOneConvolutionHasItsOwnNames)
{
    auto config = smallHybrid();
    config.stemDepths = {};
    config.patch.value = 32;
    auto network = *makeNetwork(config);
    const auto parameters = network->named_parameters();
    EXPECT_NE(parameters.find("patch_embed.backbone.conv.weight"), nullptr);
    EXPECT_EQ(parameters["patch_embed.proj.weight"].sizes(), (std::vector<std::int64_t>{48, 64, 8, 8}));
    initialise(*network);
    EXPECT_EQ(network->forward(torch::randn({1, 3, 64, 64}), nullptr, {})->tokens.size(1), 5);
}

}
}
