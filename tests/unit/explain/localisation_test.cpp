// tests/unit/explain/localisation_test.cpp: maps against boxes.
#include "core/explain/measures/localisation.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace patchlight;

TEST(Localisation, PointsWithATolerance)
{
    Grid<float> map(GridSize{2, 2}, 0.0F);
    map.at({0, 1}) = 2;
    map.at({1, 0}) = NAN;
    const GridSize input{20, 20}; // the highest cell's centre is at x 15, y 5
    EXPECT_TRUE(pointsInto(map, input, {14, 4, 16, 6}, 0));
    EXPECT_FALSE(pointsInto(map, input, {0, 0, 10, 10}, 4));
    EXPECT_TRUE(pointsInto(map, input, {0, 0, 10, 10}, 5));
}

TEST(Localisation, EnergyCountsCutCellsInProportion)
{
    Grid<float> map(GridSize{2, 2}, 1.0F);
    map.at({1, 1}) = -5;
    map.at({1, 0}) = NAN;
    EXPECT_NEAR(energyInside(map, {20, 20}, {0, 0, 15, 10}), 0.75, 1e-9);
    EXPECT_EQ(energyInside(Grid<float>(GridSize{2, 2}, 0.0F), {20, 20}, {0, 0, 20, 20}), 0);
}
