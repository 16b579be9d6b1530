// tests/unit/train/rate_test.cpp: the learning rate's path.
#include "core/train/optimisation/rate.h"
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

Schedule schedule()
{
    return {.epochs = 10,
        .batch = 256,
        .learningRate = 5e-4,
        .learningRateBatch = 512,
        .warmUpEpochs = 2,
        .warmUpRate = 1e-6,
        .finalRate = 1e-5};
}

TEST(Rate, WarmsUpInALineToThePeakOfItsBatch)
{
    EXPECT_DOUBLE_EQ(learningRate(schedule(), 0, 100), 1e-6);
    EXPECT_NEAR(learningRate(schedule(), 100, 100), (1e-6 + 2.5e-4) / 2, 1e-9);
    EXPECT_NEAR(learningRate(schedule(), 200, 100), 2.5e-4, 1e-12); // 5e-4 · 256 / 512
}

TEST(Rate, FallsAlongHalfACosine)
{
    EXPECT_NEAR(learningRate(schedule(), 600, 100), (2.5e-4 + 1e-5) / 2, 1e-9); // half of the eight epochs left
    EXPECT_NEAR(learningRate(schedule(), 1000, 100), 1e-5, 1e-12);
    EXPECT_NEAR(learningRate(schedule(), 5000, 100), 1e-5, 1e-12); // and stays there
}

TEST(Rate, AverageForgetsFastAtFirst)
{
    Schedule s;
    s.ema = 0.9;
    EXPECT_NEAR(emaDecay(s, 0), 0.1, 1e-12);
    EXPECT_NEAR(emaDecay(s, 1000), 0.9, 1e-12);
}

}
}
