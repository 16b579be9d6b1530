// tests/unit/train/epoch_test.cpp: the order of an epoch's pictures and the means of its figures.
#include "core/train/data/epoch_order.h"
#include "core/train/epoch_sums.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

TrainOptions inBatchesOf(int batch, int repeats)
{
    TrainOptions options;
    options.schedule.batch = batch;
    options.augmentation.repeats = repeats;
    return options;
}

TEST(EpochOrder, TakesEveryPictureOnceWithoutRepeats)
{
    auto order = epochOrder(50, 3, inBatchesOf(8, 1));
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    for (std::int64_t i = 0; i < 50; ++i)
        EXPECT_EQ(order.at(static_cast<std::size_t>(i)), i);
}

TEST(EpochOrder, RepeatsInARowWithoutMakingTheEpochLonger)
{
    const auto order = epochOrder(30, 0, inBatchesOf(8, 3));
    ASSERT_EQ(order.size(), 30U);
    for (std::size_t i = 0; i < order.size(); i += 3) {
        EXPECT_EQ(order[i], order[i + 1]);
        EXPECT_EQ(order[i], order[i + 2]);
    }
    EXPECT_NE(order[0], order[3]);
}

TEST(EpochOrder, IsItsOwnInEveryEpochAndTheSameWhenAskedAgain)
{
    const auto options = inBatchesOf(8, 1);
    EXPECT_EQ(epochOrder(50, 1, options), epochOrder(50, 1, options));
    EXPECT_NE(epochOrder(50, 1, options), epochOrder(50, 2, options));
}

TEST(EpochOrder, FillsABatchFromFewerPictures)
{
    EXPECT_EQ(epochOrder(3, 0, inBatchesOf(8, 1)).size(), 8U);
}

TEST(EpochSums, GiveMeansAndSurviveAsAList)
{
    EpochSums sums;
    sums.add({{}, 1, 2, 3, 0.5}, 6, 20, 2);
    sums.add({{}, 3, 4, 5, 1.0}, 12, 10, 1);
    const auto again = EpochSums::from(sums.list());
    for (const auto& figures : {sums.figures(), again.figures()}) {
        EXPECT_DOUBLE_EQ(figures.loss, 9);
        EXPECT_DOUBLE_EQ(figures.labelLoss, 2);
        EXPECT_DOUBLE_EQ(figures.teacherLoss, 3);
        EXPECT_DOUBLE_EQ(figures.featureLoss, 4);
        EXPECT_DOUBLE_EQ(figures.accuracy, 0.75);
        EXPECT_DOUBLE_EQ(figures.seconds, 3);
        EXPECT_DOUBLE_EQ(figures.imagesPerSecond, 10);
    }
}

TEST(EpochSums, OfAnotherVersionBeginAnew)
{
    EXPECT_DOUBLE_EQ(EpochSums::from({1, 2, 3}).steps, 0);
    EXPECT_DOUBLE_EQ(EpochSums{}.figures().loss, 0);
}

}
}
