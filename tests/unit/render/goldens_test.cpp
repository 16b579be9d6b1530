// tests/unit/render/goldens_test.cpp: rendered pictures against stored ones, at most one grey level apart.
// UPDATE_GOLDENS=1 rewrites them; look at them before keeping them.
#include "core/image/read_picture.h"
#include "core/image/write_picture.h"
#include "core/render/overlay.h"
#include "scene.h"
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

int distance(const Image& a, const Image& b)
{
    if (a.width() != b.width() || a.height() != b.height())
        return 999;
    int largest = 0;
    for (std::size_t i = 0; i < a.bytesPerRow() * static_cast<std::size_t>(a.height()); ++i)
        largest = std::max(largest, std::abs(a.data()[i] - b.data()[i]));
    return largest;
}

void compare(const Image& image, const std::string& name)
{
    const auto path = std::filesystem::path{PATCHLIGHT_FIXTURES} / "render" / name;
    if (std::getenv("UPDATE_GOLDENS")) {
        ASSERT_TRUE(writePng(path, image));
    }
    const auto golden = readPicture(path);
    ASSERT_TRUE(golden) << golden.error().message;
    const int off = distance(image, *golden);
    EXPECT_LE(off, 1) << name;
    if (off > 1) {
        EXPECT_TRUE(writePng(std::filesystem::temp_directory_path() / ("actual-" + name), image));
    }
}

Grid<float> withGap()
{
    auto map = scene::waves();
    map.at({1, 1}) = map.at({1, 2}) = map.at({5, 6}) = scene::kNone;
    return map;
}

Look even()
{
    Look look;
    look.opacity = 0.6F;
    look.cover = Cover::Even;
    return look;
}

}

TEST(RenderGoldens, Patches)
{
    Look look = even();
    look.interpolation = Interpolation::Patches;
    look.patchGrid = true;
    compare(renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look), "patches.png");
}

TEST(RenderGoldens, Bilinear)
{
    Look look = even();
    look.interpolation = Interpolation::Bilinear;
    look.colours = ColourMap::Viridis;
    compare(renderOverlay(scene::picture(), withGap(), scene::geometry(), look), "bilinear-gap.png");
}

TEST(RenderGoldens, BicubicSigned)
{
    Look look = even();
    look.colours = ColourMap::BlueRed;
    look.opacity = 0.75F;
    compare(renderOverlay(scene::picture(), withGap(), scene::geometry(), look), "bicubic-signed.png");
}

TEST(RenderGoldens, PartOfThePictureEnlarged)
{
    Look look = even();
    look.keepMass = 0.6F;
    compare(renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look, {10.5, 3.25, 40, 30}, 160, 120),
        "part.png");
}

TEST(RenderGoldens, HeatMap)
{
    Look look = even();
    look.colours = ColourMap::Cividis;
    compare(renderHeatMap(withGap(), look, 64, 64), "heat-map.png");
}
