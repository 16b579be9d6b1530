// tests/unit/base/formatted_test.cpp
#include "core/base/formatted.h"
#include <gtest/gtest.h>

using patchlight::formatted;

TEST(Formatted, FillsPrintfsPatterns)
{
    EXPECT_EQ(formatted("%d × %.2f, %s", 3, 0.125, "max"), "3 × 0.12, max");
    EXPECT_EQ(formatted("%s", ""), "");
}

TEST(Formatted, HoldsTextsOfAnyLength)
{
    for (const std::size_t length : {127U, 128U, 129U, 5000U}) {
        const std::string text(length, 'x');
        EXPECT_EQ(formatted("%s", text.c_str()), text);
    }
}
