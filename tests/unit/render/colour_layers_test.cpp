// tests/unit/render/colour_layers_test.cpp: colours lie where a map would lie, and are the colours that were given.
#include "core/render/colour_layers.h"
#include "scene.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

std::vector<Grid<float>> channels()
{
    std::vector<Grid<float>> all(3, Grid<float>({7, 7}));
    all[0].at({2, 3}) = 1;
    all[1].at({2, 3}) = 0.5F;
    all[2].at({5, 5}) = 1;
    return all;
}

}

TEST(ColourLayers, ShowTheGivenColourInThePatch)
{
    auto look = scene::look(Interpolation::Patches);
    look.opacity = 1;
    look.keepMass = 0.2F; // means nothing for colours
    const auto overlay = renderColoursOverlay(scene::picture(), channels(), scene::geometry(), look);
    const RectF patch = scene::geometry().patchOnPicture({2, 3}, {7, 7});
    const auto* pixel
        = overlay.pixel(static_cast<int>(patch.x + patch.width / 2), static_cast<int>(patch.y + patch.height / 2));
    EXPECT_EQ(pixel[0], 255);
    EXPECT_NEAR(pixel[1], 128, 1);
    EXPECT_EQ(pixel[2], 0);
}

TEST(ColourLayers, AreClearWhereTheNetworkDidNotLook)
{
    const auto layer = renderColoursLayer(channels(), scene::geometry(), scene::look(), RectF{0, 0, 96, 64}, 96, 64);
    ASSERT_EQ(layer.channels(), 4);
    EXPECT_EQ(layer.pixel(0, 0)[3], 0);
    EXPECT_GT(layer.pixel(48, 32)[3], 0);
}

TEST(ColourLayers, AloneKeepTheirProportions)
{
    const std::vector<Grid<float>> wide(3, Grid<float>({4, 8}, 0.25F));
    const auto picture = renderColoursAlone(wide, scene::look(), 64);
    EXPECT_EQ(picture.width(), 64);
    EXPECT_EQ(picture.height(), 32);
    EXPECT_NEAR(picture.pixel(10, 10)[2], 64, 1);
}
