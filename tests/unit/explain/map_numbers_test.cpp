// tests/unit/explain/map_numbers_test.cpp: a map in one number, two maps in two, and what an answer will cost.
#include "core/explain/measures/map_numbers.h"
#include "core/explain/measures/similarity.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace patchlight;

TEST(MapNumbers, EntropyIsOneWhereAllAreAlikeAndNoneWhereOneIsAlone)
{
    EXPECT_NEAR(mapEntropy(Grid<float>({2, 2}, 0.25F)), 1, 1e-9);
    EXPECT_EQ(mapEntropy(Grid<float>({2, 2}, {0, 0, 1, 0})), 0);
    EXPECT_EQ(mapEntropy(Grid<float>({2, 2})), 0);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_GT(mapEntropy(Grid<float>({2, 2}, {nan, 1, 1, nan})), 0) << "cells that are not seen are left out";
}

TEST(MapNumbers, DistanceIsFromTheQueryOrTheCentreOfMass)
{
    const Grid<float> corner({3, 3}, {0, 0, 0, 0, 0, 0, 0, 0, 1});
    EXPECT_NEAR(mapDistance(corner, Query::patch({0, 0}), {3, 3}), std::hypot(2.0, 2.0), 1e-9);
    EXPECT_NEAR(mapDistance(corner, Query{}, {3, 3}), 0, 1e-9);
}

/// A query's cells are the input's: (6, 6) of 8 × 8 lies in (1, 1) of a stage of 2 × 2, where all the weight is.
TEST(MapNumbers, DistanceOnALaterStageIsFromTheCellThatHoldsTheQuery)
{
    const Grid<float> stage({2, 2}, {0, 0, 0, 1});
    EXPECT_NEAR(mapDistance(stage, Query::patch({6, 6}), {8, 8}), 0, 1e-9);
    EXPECT_NEAR(mapDistance(stage, Query::patch({1, 6}), {8, 8}), 1, 1e-9);
    Query region = Query::patch({6, 6});
    region.cells.push_back({7, 7}); // the same cell of the stage
    EXPECT_NEAR(mapDistance(stage, region, {8, 8}), 0, 1e-9);
}

TEST(MapComparison, SubtractsWhatEachMapHasOfItsWeight)
{
    const Grid<float> a({1, 2}, {1, 3}), b({1, 2}, {6, 2});
    EXPECT_EQ(signedDifference(a, b).values(), (std::vector<float>{-0.5F, 0.5F}));
    EXPECT_TRUE(signedDifference(a, Grid<float>({2, 1}, {1, 1})).empty());
    EXPECT_FALSE(likenessOf(a, Grid<float>({2, 1}, {1, 1})));
}

TEST(MapComparison, MapsAreLikeThemselvesAndUnlikeTheirOpposite)
{
    const Grid<float> rising({2, 2}, {1, 2, 3, 40}), falling({2, 2}, {4, 3, 2, 1});
    EXPECT_EQ(likenessOf(rising, rising)->rank, 1.0F);
    EXPECT_EQ(likenessOf(rising, falling)->rank, -1.0F);
    EXPECT_GT(likenessOf(rising, falling)->linear, -1);
    EXPECT_FALSE(likenessOf(rising, Grid<float>({1, 4}, {1, 2, 3, 4})));
}
