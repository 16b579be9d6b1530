// tests/unit/base/half_test.cpp
#include "core/base/half.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace patchlight;

namespace
{

constexpr auto kInfinity = std::numeric_limits<float>::infinity();

Half bits(unsigned value)
{
    return static_cast<Half>(value);
}

}

TEST(Half, KnownNumbersHaveTheirBits)
{
    for (const auto& [pattern, value] : {std::pair{0x0000U, 0.0F}, {0x3C00U, 1.0F}, {0xC000U, -2.0F},
             {0x3555U, 0.333251953125F}, {0x7BFFU, 65504.0F}, {0x0400U, 0x1p-14F}, {0x0001U, 0x1p-24F}}) {
        EXPECT_EQ(widened(bits(pattern)), value);
        EXPECT_EQ(narrowed(value), bits(pattern)) << value;
    }
    EXPECT_EQ(widened(bits(0x7C00)), kInfinity);
    EXPECT_TRUE(std::signbit(widened(bits(0x8000))));
    EXPECT_TRUE(std::isnan(widened(bits(0x7E00))));
}

TEST(Half, EveryNumberSurvivesTheWayThereAndBack)
{
    constexpr unsigned kNegative = 0x8000, kInfinite = 0x7C00;
    for (unsigned magnitude = 0; magnitude < kInfinite; ++magnitude)
        for (const unsigned pattern : {magnitude, magnitude | kNegative})
            ASSERT_EQ(narrowed(widened(bits(pattern))), bits(pattern)) << pattern;
}

TEST(Half, RoundsToTheNearestAndTiesToEven)
{
    for (unsigned pattern = 0; pattern < 0x7BFF; ++pattern) {
        const float low = widened(bits(pattern)), high = widened(bits(pattern + 1));
        const float middle = low + (high - low) / 2;
        ASSERT_EQ(narrowed(middle), bits(pattern % 2 == 0 ? pattern : pattern + 1)) << pattern;
        ASSERT_EQ(narrowed(std::nextafter(middle, low)), bits(pattern)) << pattern;
        ASSERT_EQ(narrowed(std::nextafter(middle, kInfinity)), bits(pattern + 1)) << pattern;
    }
}

TEST(Half, WhatIsTooLargeBecomesTheLargestAndNotANumberStays)
{
    for (const float large : {65505.0F, 1e9F, kInfinity}) {
        EXPECT_EQ(widened(narrowed(large)), 65504.0F);
        EXPECT_EQ(widened(narrowed(-large)), -65504.0F);
    }
    EXPECT_TRUE(std::isnan(widened(narrowed(std::numeric_limits<float>::quiet_NaN()))));
}
