// tests/unit/render/colours_test.cpp: the colour maps and their legend.
#include "core/render/colour_bar.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

double lightness(Rgb c)
{
    const auto linear = [](int v) { return std::pow(v / 255.0, 2.2); };
    return 116 * std::cbrt(0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b)) - 16;
}

}

TEST(ColourMaps, NamesAndMapsBelongTogether)
{
    EXPECT_EQ(colourMaps().size(), 7U);
    for (const auto& info : colourMaps())
        EXPECT_EQ(colourMapByName(info.name), info.map);
    EXPECT_FALSE(colourMapByName("rainbow"));
}

TEST(ColourMaps, TheEndsAreThePublishedOnes)
{
    const auto near
        = [](Rgb a, Rgb b) { return std::abs(a.r - b.r) <= 1 && std::abs(a.g - b.g) <= 1 && std::abs(a.b - b.b) <= 1; };
    EXPECT_TRUE(near(colours(ColourMap::Viridis)[0], {68, 1, 84}));
    EXPECT_TRUE(near(colours(ColourMap::Viridis)[255], {253, 231, 36}));
    EXPECT_TRUE(near(colours(ColourMap::Inferno)[0], {0, 0, 3}));
    EXPECT_TRUE(near(colours(ColourMap::Inferno)[255], {252, 255, 164}));
    EXPECT_TRUE(near(colours(ColourMap::Magma)[255], {252, 253, 191}));
    EXPECT_TRUE(near(colours(ColourMap::Turbo)[0], {48, 18, 59}));
    EXPECT_TRUE(near(colours(ColourMap::BlueRed)[255], {180, 4, 38}));
    EXPECT_EQ(colours(ColourMap::Grey)[77], (Rgb{77, 77, 77}));
}

TEST(ColourMaps, SequentialMapsGrowLighter)
{
    for (const auto map :
        {ColourMap::Viridis, ColourMap::Magma, ColourMap::Inferno, ColourMap::Cividis, ColourMap::Grey}) {
        for (std::size_t i = 8; i < 256; i += 8)
            EXPECT_GT(lightness(colours(map)[i]), lightness(colours(map)[i - 8]));
    }
}

TEST(ColourMaps, TheDivergingMapIsLightestAndNeutralInTheMiddle)
{
    const auto& table = colours(ColourMap::BlueRed);
    EXPECT_LE(std::abs(table[128].r - table[128].b), 6);
    EXPECT_GT(lightness(table[128]), 80);
    for (std::size_t i = 8; i < 128; i += 8) {
        EXPECT_GT(lightness(table[i]), lightness(table[i - 8]));
        EXPECT_GT(lightness(table[255 - i]), lightness(table[263 - i]));
    }
    EXPECT_GT(table[0].b, table[0].r);
    EXPECT_GT(table[255].r, table[255].b);
}

TEST(ColourBar, TicksShowRealValues)
{
    const auto ticks = colourBarTicks({0, 0.0022F}, 3);
    ASSERT_EQ(ticks.size(), 3U);
    EXPECT_EQ(ticks[0].text, "0");
    EXPECT_EQ(ticks[1].text, "0.0011");
    EXPECT_EQ(ticks[2].text, "0.0022");
    EXPECT_EQ(ticks[1].position, 0.5);
    EXPECT_EQ(colourBarTicks({0.00099178F, 0.0762F}, 2)[0].text, "0.00099") << "as the window writes it";
    EXPECT_EQ(colourBarTicks({-2, 2}, 5)[0].text, "\u22122.0") << "a true minus, as in the window";
    EXPECT_EQ(colourBarTicks({2.2e-6F, 0.0016F}, 2)[0].text, "2.2×10⁻⁶") << "which is not 0";
    EXPECT_EQ(colourBarTicks({-0.041F, 0.041F}, 3)[1].text, "0");
    EXPECT_EQ(colourBarTicks({0, 3e-9F}, 2)[1].text, "3.0×10⁻⁹");
    EXPECT_EQ(colourBarTicks({0.5F, 0.5F}, 2)[1].text, "0.500");
    EXPECT_EQ(colourBarTicks({0, 1200}, 2)[1].text, "1200");
}

TEST(ColourBar, RunsFromLowestAtTheBottomToHighestOnTop)
{
    const auto bar = renderColourBar(ColourMap::Viridis, 4, 256);
    const auto top = colours(ColourMap::Viridis)[255], bottom = colours(ColourMap::Viridis)[0];
    EXPECT_EQ(bar.pixel(2, 0)[1], top.g);
    EXPECT_EQ(bar.pixel(2, 255)[1], bottom.g);
}
