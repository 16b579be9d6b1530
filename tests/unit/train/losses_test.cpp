// tests/unit/train/losses_test.cpp: losses against values worked out by hand.
#include "core/train/optimisation/losses.h"
#include <gtest/gtest.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

TEST(Losses, SmoothedLabelsSumToOneAndFavourTheRightClass)
{
    const auto labels = smoothedLabels(torch::tensor({2}, torch::kLong), 4, 0.1);
    EXPECT_NEAR(labels.sum().item<double>(), 1, 1e-6);
    EXPECT_NEAR(labels[0][2].item<double>(), 0.925, 1e-6); // 0.9 + 0.1 / 4
    EXPECT_NEAR(labels[0][0].item<double>(), 0.025, 1e-6);
}

TEST(Losses, SoftCrossEntropyOfEqualLogitsIsLogOfClasses)
{
    const auto targets = torch::tensor({{0.25F, 0.75F}});
    EXPECT_NEAR(softCrossEntropy(torch::zeros({1, 2}), targets).item<double>(), std::log(2.0), 1e-6);
}

/// Logits (2 ln 3, 0) at T = 2 are (ln 3, 0): probabilities 3/4 and 1/4. Against a teacher of 1/2 and 1/2:
/// KL = ½ ln(½ / ¾) + ½ ln(½ / ¼) = ½ ln(4/3), times T² = 4.
TEST(Losses, SoftDistillationIsScaledDivergence)
{
    const auto logits = torch::tensor({{static_cast<float>(2 * std::log(3.0)), 0.0F}});
    const auto teacher = torch::tensor({{0.5F, 0.5F}});
    EXPECT_NEAR(softDistillation(logits, teacher, 2).item<double>(), 4 * 0.5 * std::log(4.0 / 3.0), 1e-6);
}

TEST(Losses, SoftDistillationVanishesWhereBothAgreeAndTakesCertainTeachers)
{
    const auto logits = torch::tensor({{1.0F, -2.0F, 0.5F}});
    EXPECT_NEAR(softDistillation(logits, torch::softmax(logits / 3, 1), 3).item<double>(), 0, 1e-6);
    const auto certain = torch::tensor({{1.0F, 0.0F, 0.0F}}); // 0 · ln 0 is 0
    EXPECT_TRUE(std::isfinite(softDistillation(logits, certain, 1).item<double>()));
}

/// The teacher decides for class 1; softmax(0, ln 3) gives it 3/4.
TEST(Losses, HardDistillationIsCrossEntropyWithTheDecision)
{
    const auto logits = torch::tensor({{0.0F, static_cast<float>(std::log(3.0))}});
    const auto decisions = hardDecisions(torch::tensor({{-5.0F, 0.2F}}));
    EXPECT_NEAR(hardDistillation(logits, decisions).item<double>(), -std::log(0.75), 1e-6);
}

/// Standardised, (1, 3) is (−1, 1): smooth L1 of 0 against ±1 is ½ each.
TEST(Losses, FeatureLossStandardisesTheTeacher)
{
    const auto teacher = torch::tensor({{{1.0F, 3.0F}}});
    EXPECT_NEAR(featureLoss(torch::zeros({1, 1, 2}), teacher).item<double>(), 0.5, 1e-4);
    EXPECT_NEAR(featureLoss(torch::tensor({{{-1.0F, 1.0F}}}), teacher).item<double>(), 0, 1e-4);
}

}
}
