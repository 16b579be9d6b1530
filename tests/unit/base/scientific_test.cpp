// tests/unit/base/scientific_test.cpp
#include "core/base/scientific.h"
#include <gtest/gtest.h>
#include <limits>

using patchlight::scientific;

TEST(Scientific, WritesPowersOfTenAsPeopleDo)
{
    EXPECT_EQ(scientific(2.14e-6, 2), "2.1×10⁻⁶");
    EXPECT_EQ(scientific(-1234567890.0, 3), "−1.23×10⁹");
    EXPECT_EQ(scientific(0.00998, 2), "1.0×10⁻²") << "rounded first";
    EXPECT_EQ(scientific(std::numeric_limits<double>::max(), 1), "2×10³⁰⁸");
}
