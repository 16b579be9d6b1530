// tests/unit/render/overlay_test.cpp: the map lies where the network saw it, and nowhere else.
#include "core/render/overlay.h"
#include "scene.h"
#include <algorithm>
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

constexpr Interpolation kInterpolations[]{Interpolation::Patches, Interpolation::Bilinear, Interpolation::Bicubic};

bool same(const Image& a, const Image& b, int x, int y)
{
    return std::equal(a.pixel(x, y), a.pixel(x, y) + 3, b.pixel(x, y));
}

}

TEST(Overlay, NoOpacityIsThePicture)
{
    auto look = scene::look(Interpolation::Bicubic);
    look.opacity = 0;
    EXPECT_EQ(renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look), scene::picture());
}

TEST(Overlay, OnePatchColoursExactlyItsRectangle)
{
    for (const auto interpolation : kInterpolations) {
        for (const Cell hot : {Cell{0, 0}, Cell{3, 5}, Cell{6, 6}}) {
            const auto overlay
                = renderOverlay(scene::picture(), scene::oneHot(hot), scene::geometry(), scene::look(interpolation));
            const RectF patch = scene::geometry().patchOnPicture(hot, {7, 7});
            for (int y = 0; y < overlay.height(); ++y) {
                for (int x = 0; x < overlay.width(); ++x)
                    ASSERT_EQ(!same(overlay, scene::picture(), x, y), patch.contains({x + 0.5, y + 0.5}))
                        << x << ", " << y;
            }
        }
    }
}

TEST(Overlay, APartOfThePictureShowsTheSamePatchInTheSamePlace)
{
    const RectF source{30.5, 10.25, 40, 30};
    const Cell hot{3, 3};
    const auto layer = renderLayer(scene::oneHot(hot), scene::geometry(), scene::look(), source, 160, 120);
    const RectF patch = scene::geometry().patchOnPicture(hot, {7, 7});
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < 160; ++x) {
            const PointF at{source.x + (x + 0.5) / 4, source.y + (y + 0.5) / 4};
            ASSERT_EQ(layer.pixel(x, y)[3] != 0, patch.contains(at)) << x << ", " << y;
        }
    }
}

TEST(Overlay, CellsWithoutAValueStayUncoloured)
{
    auto map = scene::waves();
    map.at({2, 3}) = scene::kNone;
    map.at({2, 4}) = std::numeric_limits<float>::infinity();
    for (const auto interpolation : kInterpolations) {
        const auto layer = renderLayer(map, scene::geometry(), scene::look(interpolation), {0, 0, 96, 64}, 96, 64);
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 96; ++x) {
                const auto hit = scene::geometry().patchAt({x + 0.5, y + 0.5}, {7, 7});
                const bool drawn = hit.inside && std::isfinite(map.at(hit.patch));
                ASSERT_EQ(layer.pixel(x, y)[3] != 0, drawn) << x << ", " << y;
            }
        }
    }
}

TEST(Overlay, AnEmptyCellDoesNotLeakIntoItsNeighbours)
{
    Grid<float> map{{5, 5}, 0.25F};
    map.at({2, 2}) = scene::kNone;
    auto look = scene::look();
    look.range = ValueRange{0, 1};
    for (const auto interpolation : kInterpolations) {
        look.interpolation = interpolation;
        const auto heat = renderHeatMap(map, look, 50, 50);
        const Rgb expected = colours(look.colours)[64];
        for (int y = 0; y < 50; ++y) {
            for (int x = 0; x < 50; ++x) {
                if (x / 10 != 2 || y / 10 != 2) {
                    ASSERT_EQ((Rgb{heat.pixel(x, y)[0], heat.pixel(x, y)[1], heat.pixel(x, y)[2]}), expected);
                }
            }
        }
    }
}

TEST(Overlay, WhatTheNetworkDidNotSeeIsDimmedAndNothingElse)
{
    auto look = scene::look();
    const auto lit = renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
    look.dimOutside = true;
    const auto overlay = renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
    const RectF view = scene::geometry().fieldOfView();
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 96; ++x) {
            if (view.contains({x + 0.5, y + 0.5}))
                ASSERT_TRUE(same(overlay, lit, x, y)) << x << ", " << y;
            else
                ASSERT_LT(overlay.pixel(x, y)[0], lit.pixel(x, y)[0]) << x << ", " << y;
        }
    }
}

TEST(Overlay, AtOpacityZeroThePictureIsUntouched)
{
    auto look = scene::look();
    look.opacity = 0;
    look.dimOutside = true;
    const auto overlay = renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 96; ++x)
            ASSERT_TRUE(same(overlay, scene::picture(), x, y)) << x << ", " << y;
}

TEST(Overlay, PatchLinesRunBetweenPatches)
{
    auto look = scene::look();
    look.opacity = 0;
    look.patchGrid = true;
    const auto overlay = renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
    const RectF second = scene::geometry().patchOnPicture({1, 1}, {7, 7});
    const int x = static_cast<int>(second.x), y = static_cast<int>(second.y);
    EXPECT_FALSE(same(overlay, scene::picture(), x, y + 3));
    EXPECT_FALSE(same(overlay, scene::picture(), x + 3, y));
    EXPECT_TRUE(same(overlay, scene::picture(), x + 3, y + 3));
    EXPECT_TRUE(same(overlay, scene::picture(), 2, 2));
}

TEST(Overlay, PatchesShowTheirOwnValueOnly)
{
    auto look = scene::look();
    look.opacity = 1;
    look.range = ValueRange{-1, 1};
    const auto overlay = renderOverlay(scene::picture(), scene::waves(), scene::geometry(), look);
    for (const Cell cell : {Cell{0, 0}, Cell{1, 2}, Cell{6, 5}}) {
        const RectF patch = scene::geometry().patchOnPicture(cell, {7, 7});
        const auto entry = static_cast<std::size_t>(std::lround((scene::waves().at(cell) + 1) / 2 * 255));
        const auto* pixel = overlay.pixel(static_cast<int>(patch.x + 4), static_cast<int>(patch.y + 4));
        EXPECT_EQ((Rgb{pixel[0], pixel[1], pixel[2]}), colours(look.colours)[entry]);
    }
}

TEST(Overlay, SmoothMapsPassThroughTheValuesAtPatchCentres)
{
    // 9 pixels per cell: the middle one lies on the centre
    auto look = scene::look();
    look.range = ValueRange{-1, 1};
    const auto patches = renderHeatMap(scene::waves(), look, 63, 63);
    for (const auto interpolation : {Interpolation::Bilinear, Interpolation::Bicubic}) {
        look.interpolation = interpolation;
        const auto smooth = renderHeatMap(scene::waves(), look, 63, 63);
        for (int cell = 0; cell < 49; ++cell)
            EXPECT_TRUE(same(smooth, patches, cell % 7 * 9 + 4, cell / 7 * 9 + 4)) << cell;
    }
}

TEST(Overlay, AThumbnailSmallerThanItsMapLosesNoCell)
{
    Grid<float> map{{32, 32}, 0.0F};
    map.at({13, 22}) = 1;
    auto look = scene::look();
    look.range = ValueRange{0, 1.0F / 16};
    const auto thumbnail = renderHeatMap(map, look, 8, 8);
    const auto* pixel = thumbnail.pixel(22 / 4, 13 / 4);
    EXPECT_EQ((Rgb{pixel[0], pixel[1], pixel[2]}), colours(look.colours)[255]);
}

TEST(Overlay, AlphaGrowsWithTheValue)
{
    auto look = scene::look();
    look.opacity = 1;
    const auto image = renderAlpha(scene::waves(), scene::geometry(), look);
    const auto alphaAt = [&](Cell cell) {
        const RectF patch = scene::geometry().patchOnPicture(cell, {7, 7});
        return image.pixel(static_cast<int>(patch.x + 4), static_cast<int>(patch.y + 4))[3];
    };
    EXPECT_EQ(image.pixel(1, 1)[3], 0);
    EXPECT_GT(alphaAt({2, 0}), alphaAt({1, 3}));
    EXPECT_EQ(alphaAt({2, 0}), 255); // the map's greatest value
    look.colours = ColourMap::BlueRed;
    EXPECT_EQ(
        renderAlpha(Grid<float>{{7, 7}, 0.0F}, scene::geometry(), look).pixel(48, 32)[3], 1); // zero: next to nothing
}

TEST(Overlay, NothingToDrawIsThePictureOrNothing)
{
    EXPECT_EQ(renderOverlay(scene::picture(), {}, scene::geometry(), {}), scene::picture());
    EXPECT_TRUE(renderOverlay({}, scene::waves(), scene::geometry(), {}).empty());
    EXPECT_TRUE(renderLayer({}, scene::geometry(), {}, {0, 0, 9, 9}, 9, 9).empty());
    EXPECT_TRUE(renderHeatMap({}, {}, 8, 8).empty());
    const Grid<float> nothing{{7, 7}, scene::kNone};
    EXPECT_EQ(renderOverlay(scene::picture(), nothing, scene::geometry(), scene::look()), scene::picture());
}

TEST(Overlay, AViewBesideTheFieldOfViewShowsNoMap)
{
    const auto layer = renderLayer(scene::waves(), scene::geometry(), scene::look(), {0, 0, 10, 64}, 20, 128);
    EXPECT_TRUE(std::all_of(layer.data(), layer.data() + 20 * 128 * 4, [](int v) { return v == 0; }));
}

TEST(RangeOf, SignedRangesAreSymmetric)
{
    Grid<float> map{{1, 4}, std::vector<float>{-3, 1, scene::kNone, 2}};
    EXPECT_EQ(rangeOf(map, false), (ValueRange{-3, 2}));
    EXPECT_EQ(rangeOf(map, true), (ValueRange{-3, 3}));
    EXPECT_EQ(rangeOf(Grid<float>{{2, 2}, scene::kNone}, false), (ValueRange{0, 1}));
}

TEST(KeepMass, TheFewestPatchesThatHoldTheShareStay)
{
    Grid<float> map{{1, 5}, std::vector<float>{1, 5, 2, scene::kNone, 2}};
    const auto kept = keepMass(map, 0.7F); // 5 + 2 of 10
    EXPECT_EQ(kept.values()[1], 5);
    EXPECT_EQ(kept.values()[2], 2);
    EXPECT_TRUE(std::isnan(kept.values()[0]));
    EXPECT_TRUE(std::isnan(kept.values()[4]));
    EXPECT_EQ(keepMass(map, 1).values()[4], 2);
    EXPECT_TRUE(std::isnan(keepMass(map, 0).values()[1]));
}

TEST(KeepMass, AThresholdDoesNotChangeTheColoursOfWhatStays)
{
    auto look = scene::look();
    const auto all = renderHeatMap(scene::waves(), look, 70, 70);
    look.keepMass = 0.5F;
    const auto kept = renderHeatMap(scene::waves(), look, 70, 70);
    const auto strong = Cell{2, 0};
    EXPECT_TRUE(same(all, kept, strong.column * 10 + 5, strong.row * 10 + 5));
    EXPECT_FALSE(same(all, kept, 5, 5)); // zero mass
}

TEST(Overlay, LowValuesLetThePictureThroughAndTheHighestHasItsColour)
{
    auto map = scene::waves();
    map.at({1, 1}) = -9;
    map.at({5, 5}) = 9;
    auto look = scene::look();
    const auto even = renderOverlay(scene::picture(), map, scene::geometry(), look);
    look.cover = Cover::Value;
    const auto overlay = renderOverlay(scene::picture(), map, scene::geometry(), look);
    const auto layer = renderLayer(map, scene::geometry(), look, {0, 0, static_cast<double>(even.width()),
        static_cast<double>(even.height())}, even.width(), even.height());
    const auto middle = [](Cell cell) { return scene::geometry().patchOnPicture(cell, {7, 7}); };
    const RectF low = middle({1, 1}), high = middle({5, 5});
    const int x = static_cast<int>(low.x + low.width / 2), y = static_cast<int>(low.y + low.height / 2);
    EXPECT_TRUE(same(overlay, scene::picture(), x, y));
    EXPECT_EQ(layer.pixel(x, y)[3], 0);
    EXPECT_FALSE(same(even, scene::picture(), x, y));
    EXPECT_TRUE(same(overlay, even, static_cast<int>(high.x + high.width / 2), static_cast<int>(high.y + high.height / 2)));
}

TEST(Overlay, TheLowestStepOfTheScaleDrawsNoEdge)
{
    Grid<float> map({7, 7}, 0.0F);
    map.at({3, 3}) = 1.2F / 255;
    map.at({6, 6}) = 0.1F;
    auto look = scene::look(Interpolation::Patches);
    look.cover = Cover::Value;
    look.range = ValueRange{0, 1};
    const auto layer = renderLayer(map, InputGeometry::identity({70, 70}), look, {0, 0, 70, 70}, 70, 70);
    EXPECT_EQ(layer.pixel(5, 5)[3], 0);
    EXPECT_LE(layer.pixel(35, 35)[3], 3);
    EXPECT_GE(layer.pixel(65, 65)[3], 25); // a tenth of the scale is seen
}

TEST(Overlay, OfASignedMapWhatIsAboutZeroIsClear)
{
    Grid<float> map({7, 7}, 0.0F);
    map.at({0, 0}) = -1;
    map.at({6, 6}) = 1;
    auto look = scene::look();
    look.cover = Cover::Value;
    look.colours = ColourMap::BlueRed;
    look.range = ValueRange{-1, 1};
    const auto layer = renderLayer(map, InputGeometry::identity({70, 70}), look, {0, 0, 70, 70}, 70, 70);
    EXPECT_LT(layer.pixel(35, 35)[3], 16);
    EXPECT_EQ(layer.pixel(5, 5)[3], layer.pixel(65, 65)[3]);
    EXPECT_GT(layer.pixel(5, 5)[3], 150);
}

TEST(Overlay, AValueFarAboveTheScaleDrawsNoRingsAroundIt)
{
    Grid<float> map({7, 7}, 0.5F);
    map.at({3, 3}) = 1000;
    auto look = scene::look(Interpolation::Bicubic);
    look.range = ValueRange{0, 1};
    auto within = map;
    within.at({3, 3}) = 1;
    const auto geometry = InputGeometry::identity({70, 70});
    const RectF all{0, 0, 70, 70};
    EXPECT_EQ(renderLayer(map, geometry, look, all, 70, 70), renderLayer(within, geometry, look, all, 70, 70));
}
