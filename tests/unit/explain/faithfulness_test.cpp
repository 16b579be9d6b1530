// tests/unit/explain/faithfulness_test.cpp: deletion and insertion by their own laws.
#include "core/explain/from_network.h"
#include "core/explain/measures/faithfulness.h"
#include "core/explain/perturbation/logit_source.h"
#include "core/explain/tensor_values.h"
#include "nets.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <torch/nn.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

float probability(const Net& net, const at::Tensor& input, int target)
{
    const torch::NoGradGuard noGraph;
    return at::softmax(net.network->forward(input, nullptr, {})->logits, 1)[0][target].item<float>();
}

}

TEST(Faithfulness, StartsAndEndsAtTheKnownPictures)
{
    const Net net = goldenNet("timm-vit");
    const Grid<float> map(GridSize{6, 6}, 1.0F);
    const auto curves = faithfulness({*net.network}, net.input, map, ClassIndex{8});
    ASSERT_TRUE(curves);
    EXPECT_EQ(curves->deletion.scores.size(), 37U);
    EXPECT_NEAR(curves->deletion.scores.front(), probability(net, net.input, 8), 1e-5);
    EXPECT_NEAR(curves->deletion.scores.back(), probability(net, net.input * 0, 8), 1e-5);
    EXPECT_NEAR(curves->insertion.scores.front(), probability(net, blurred(net.input), 8), 1e-5);
    EXPECT_NEAR(curves->insertion.scores.back(), probability(net, net.input, 8), 1e-5);
}

TEST(Faithfulness, HidesTheHighestCellFirstAndNaNLast)
{
    const Net net = goldenNet("timm-vit");
    Grid<float> map(GridSize{6, 6}, 0.0F);
    map.at({0, 0}) = NAN;
    map.at({2, 3}) = 1.0F;
    const auto curves = faithfulness({*net.network}, net.input, map, ClassIndex{8});
    ASSERT_TRUE(curves);
    auto without = net.input.clone();
    without.slice(2, 16, 24).slice(3, 24, 32).zero_();
    EXPECT_NEAR(curves->deletion.scores[1], probability(net, without, 8), 1e-5);
    auto onlyFirst = net.input * 0;
    onlyFirst.slice(2, 0, 8).slice(3, 0, 8).copy_(net.input.slice(2, 0, 8).slice(3, 0, 8));
    EXPECT_NEAR(curves->deletion.scores[35], probability(net, onlyFirst, 8), 1e-5);
}

TEST(Faithfulness, AreaIsTheTrapezoidRule)
{
    const Net net = goldenNet("timm-swin");
    const auto curves = faithfulness({*net.network}, net.input, Grid<float>(GridSize{4, 4}, 1.0F), {}, 5);
    ASSERT_TRUE(curves);
    const auto& y = curves->insertion.scores;
    ASSERT_EQ(y.size(), 5U); // sixteen cells, five a step
    double area = 0;
    for (std::size_t i = 0; i + 1 < y.size(); ++i)
        area += (y[i] + y[i + 1]) / 2 / 4;
    EXPECT_NEAR(curves->insertion.area, area, 1e-6);
}

TEST(Faithfulness, BlurKeepsAnEvenColourInside)
{
    const auto even = blurred(at::ones({1, 3, 32, 32}));
    EXPECT_NEAR(even[0][1][16][16].item<float>(), 1.0F, 1e-5);
    EXPECT_LT(even[0][1][0][0].item<float>(), 0.5F); // outside counts as the mean colour
}

TEST(Faithfulness, RefusesAMapThatDoesNotFit)
{
    const Net net = goldenNet("timm-vit");
    const auto wrong = faithfulness({*net.network}, net.input, Grid<float>(GridSize{49, 6}, 1.0F), {});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidOption);
}
