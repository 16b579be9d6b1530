// tests/unit/explain/weight_randomisation_test.cpp: what a sanity check must itself obey.
#include "core/explain/measures/weight_randomisation.h"
#include "nets.h"
#include "support.h"
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

RandomisationSteps checked(const Net& net, Method method, unsigned seed = 1)
{
    ExplainRequest request;
    request.method = method;
    const auto steps = weightRandomisation(*net.network, net.input, request, seed);
    EXPECT_TRUE(steps) << steps.error().message;
    return steps.value_or(RandomisationSteps{});
}

std::vector<float> ranks(const RandomisationSteps& steps)
{
    std::vector<float> all;
    for (const auto& step : steps)
        all.push_back(step.rank);
    return all;
}

}

TEST(WeightRandomisation, GoesFromTheHeadDownToTheEmbedding)
{
    const auto steps = checked(goldenNet("timm-vit"), Method::Relevancy);
    ASSERT_EQ(steps.size(), 5U);
    EXPECT_EQ(steps.front().from, "head");
    EXPECT_EQ(steps[1].from, "block 2");
    EXPECT_EQ(steps[3].from, "block 0");
    EXPECT_EQ(steps.back().from, "embedding");
    EXPECT_LT(steps.back().rank, 0.9F);
    for (const auto& step : steps)
        EXPECT_LE(std::abs(step.rank), 1.0001F);
}

TEST(WeightRandomisation, OfAMethodThatReadsNoClassStartsBelowTheHead)
{
    for (const char* name : {"timm-vit", "timm-swin"}) {
        const auto steps = checked(goldenNet(name), Method::Rollout);
        EXPECT_NEAR(steps.front().rank, 1.0, 1e-5) << name << ": attention does not hang on the head";
        EXPECT_LT(steps[1].rank, 0.9999F) << name << ": it does hang on the last block";
    }
}

TEST(WeightRandomisation, OfAMapThatKnowsNoNetworkIsOne)
{
    for (const float rank : ranks(checked(goldenNet("timm-swin"), Method::CentrePrior)))
        EXPECT_NEAR(rank, 1.0, 1e-6);
}

TEST(WeightRandomisation, ReachesEveryWeightOnce)
{
    for (const char* name : {"timm-vit", "timm-swin", "deit-distilled-pth", "timm-hybrid", "timm-vit-gap"}) {
        const Net net = goldenNet(name);
        const auto& config = net.network->config();
        const int blocks = config.blockCount();
        std::vector<int> parameters(static_cast<std::size_t>(blocks) + 2);
        for (const auto& parameter : net.network->named_parameters())
            ++parameters.at(static_cast<std::size_t>(randomisationStep(parameter.key(), *net.network)));
        for (int step = 0; step <= blocks + 1; ++step)
            EXPECT_GE(parameters[static_cast<std::size_t>(step)], 2) << name << " " << step;
        for (int step = 2; step <= blocks && config.family != Family::Swin; ++step)
            EXPECT_EQ(parameters[static_cast<std::size_t>(step)], parameters[1]) << name << ": blocks are alike";
    }
}

TEST(WeightRandomisation, KnowsWhereEveryWeightBelongs)
{
    const Net vit = goldenNet("deit-distilled-pth"), swin = goldenNet("timm-swin");
    const auto ofVit = [&](const char* name) { return randomisationStep(name, *vit.network); };
    EXPECT_EQ(ofVit("head_dist.weight"), 0);
    EXPECT_EQ(ofVit("norm.bias"), 0);
    EXPECT_EQ(ofVit("blocks.1.norm1.weight"), 1);
    EXPECT_EQ(ofVit("blocks.0.mlp.fc1.bias"), 2);
    EXPECT_EQ(ofVit("pos_embed"), 3);
    const auto ofSwin = [&](const char* name) { return randomisationStep(name, *swin.network); };
    EXPECT_EQ(ofSwin("layers.1.blocks.1.attn.qkv.weight"), 1);
    EXPECT_EQ(ofSwin("layers.1.downsample.norm.weight"), 2) << "merging goes with the block that follows it";
    EXPECT_EQ(ofSwin("layers.0.blocks.0.norm1.weight"), 4);
    EXPECT_EQ(ofSwin("patch_embed.norm.weight"), 5);
    EXPECT_EQ(ofSwin("head.fc.weight"), 0);
}

TEST(WeightRandomisation, LeavesTheNetworkAsItWas)
{
    const Net net = goldenNet("timm-hybrid");
    const double before = logit(net, net.input, 1);
    checked(net, Method::InputGradient, 3);
    EXPECT_EQ(logit(net, net.input, 1), before);
}

TEST(WeightRandomisation, RepeatsWithItsSeed)
{
    const Net net = goldenNet("timm-vit");
    EXPECT_EQ(ranks(checked(net, Method::Relevancy, 5)), ranks(checked(net, Method::Relevancy, 5)));
    EXPECT_NE(ranks(checked(net, Method::Relevancy, 5)), ranks(checked(net, Method::Relevancy, 6)));
}
