// tests/unit/explain/baseline_maps_test.cpp: maps that know nothing, on the grid of those that claim to.
#include "core/explain/measures/baseline_maps.h"
#include <algorithm>
#include <gtest/gtest.h>

using namespace patchlight;

TEST(Baselines, HaveTheGridOfTheMapTheyStandBeside)
{
    for (const GridSize grid : {GridSize{7, 7}, GridSize{56, 56}, GridSize{3, 4}}) {
        const auto baselines = baselinesOf(Grid<float>(grid), 0);
        EXPECT_EQ(baselines.random.size(), grid);
        EXPECT_EQ(baselines.centre.size(), grid);
    }
}

TEST(Baselines, AreTheSameForTheSameSeedAndOthersForAnother)
{
    const Grid<float> map(GridSize{5, 5});
    EXPECT_EQ(baselinesOf(map, 3).random.values(), baselinesOf(map, 3).random.values());
    EXPECT_NE(baselinesOf(map, 3).random.values(), baselinesOf(map, 4).random.values());
    EXPECT_EQ(baselinesOf(map, 3).centre.values(), baselinesOf(map, 4).centre.values());
}

TEST(Baselines, TheCentrePriorFallsFromTheMiddle)
{
    const auto centre = baselinesOf(Grid<float>(GridSize{5, 7}), 0).centre;
    EXPECT_FLOAT_EQ(centre.at({2, 3}), 1);
    EXPECT_FLOAT_EQ(centre.at({0, 0}), centre.at({4, 6}));
    EXPECT_EQ(*std::min_element(centre.values().begin(), centre.values().end()), centre.at({0, 0}));
}
