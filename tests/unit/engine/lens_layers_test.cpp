// tests/unit/engine/lens_layers_test.cpp: the lens in probabilities, the same for window and command line.
#include "core/engine/picture/lens_layers.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace patchlight;

namespace
{
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
const NdArray kLens{{2, 3}, {kNan, kNan, kNan, 1000, 1000, 999}};
}

TEST(LensLayers, AreASoftmaxAndWhatTheHeadCannotReadIsUnknown)
{
    const auto layers = lensLayers(kLens, Outputs::Classes);
    ASSERT_EQ(layers.size(), 2U);
    EXPECT_FALSE(layers[0].known);
    ASSERT_TRUE(layers[1].known);
    const auto& p = layers[1].probabilities;
    EXPECT_NEAR(p[0] + p[1] + p[2], 1, 1e-6F);
    EXPECT_NEAR(p[2] / p[0], std::exp(-1.0F), 1e-6F);
    EXPECT_EQ(layers[1].topProbability, p[0]);
    EXPECT_TRUE(lensLayers({{3}, {1, 2, 3}}, Outputs::Classes).empty());
}

TEST(LensLayers, AreASigmoidEachWhereTheClassesAreLabels)
{
    const auto layers = lensLayers({{1, 2}, {0, 2}}, Outputs::Labels);
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_FLOAT_EQ(layers[0].probabilities[0], 0.5F);
    EXPECT_FLOAT_EQ(layers[0].topProbability, 1 / (1 + std::exp(-2.0F)));
    EXPECT_EQ(layers[0].top, ClassIndex{1});
}

TEST(LensLayers, NameTheirClassesAsPredictionsDo)
{
    ModelConfig config;
    config.classes.value = 3;
    config.classNames = {"cat", "dog", "owl"};
    EXPECT_TRUE(lensPredictions(kLens, LayerIndex{0}, config).empty());
    const auto known = lensPredictions(kLens, LayerIndex{1}, config);
    ASSERT_EQ(known.size(), 3U);
    EXPECT_EQ(known.front().name, "cat");
    EXPECT_EQ(known.front().probability, lensLayers(kLens, Outputs::Classes)[1].topProbability);
    EXPECT_TRUE(lensPredictions(kLens, LayerIndex{2}, config).empty());
}
