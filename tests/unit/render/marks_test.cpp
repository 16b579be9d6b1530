// tests/unit/render/marks_test.cpp: rings lie around their patches and touch no other.
#include "core/render/marks.h"
#include "scene.h"
#include <gtest/gtest.h>

using namespace patchlight;

TEST(Marks, RingTheirPatchAndNoOther)
{
    const Image before = scene::picture();
    Image after = before;
    drawMarks(after, scene::geometry(), {7, 7}, {{2, 3}});
    const RectF patch = scene::geometry().patchOnPicture({2, 3}, {7, 7});
    const RectF soft{patch.x - 1, patch.y - 1, patch.width + 2, patch.height + 2}; // the line's soft edge
    int changed = 0;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x) {
            const bool same = std::equal(after.pixel(x, y), after.pixel(x, y) + 3, before.pixel(x, y));
            changed += same ? 0 : 1;
            EXPECT_TRUE(same || soft.contains({x + 0.5, y + 0.5})) << x << ", " << y;
        }
    EXPECT_GT(changed, 8);
}

TEST(Marks, NoneLeaveThePictureAsItIs)
{
    Image picture = scene::picture();
    drawMarks(picture, scene::geometry(), {7, 7}, {});
    drawHidden(picture, scene::geometry(), {7, 7}, {});
    drawFrame(picture, scene::geometry(), {7, 7}, {}, false);
    EXPECT_EQ(picture, scene::picture());
}

TEST(Marks, HideTheirPatchAndNoOther)
{
    const Image before = scene::picture();
    Image after = before;
    drawHidden(after, scene::geometry(), {7, 7}, {{2, 3}, {2, 4}});
    const RectF left = scene::geometry().patchOnPicture({2, 3}, {7, 7});
    const RectF both{left.x - 0.5, left.y - 0.5, 2 * left.width + 1, left.height + 1};
    int darker = 0, white = 0;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x) {
            const auto sum = [&](const Image& image) {
                return image.pixel(x, y)[0] + image.pixel(x, y)[1] + image.pixel(x, y)[2];
            };
            EXPECT_TRUE(sum(after) == sum(before) || both.contains({x + 0.5, y + 0.5})) << x << ", " << y;
            darker += sum(after) < sum(before) ? 1 : 0;
            white += sum(after) >= 3 * 130 && both.contains({x + 0.5, y + 0.5}) ? 1 : 0;
        }
    EXPECT_GT(darker, 16);
    EXPECT_GT(white, 8);
}

TEST(Marks, FrameAllOfARegionAndDashWhatLooksAtIt)
{
    const auto count = [](bool dashed) {
        Image after = scene::picture();
        drawFrame(after, scene::geometry(), {7, 7}, {{2, 3}, {3, 4}}, dashed);
        int white = 0, black = 0;
        for (int y = 0; y < after.height(); ++y)
            for (int x = 0; x < after.width(); ++x) {
                const auto is
                    = [&](int value) { return std::count(after.pixel(x, y), after.pixel(x, y) + 3, value) == 3; };
                white += is(255) ? 1 : 0;
                black += is(0) ? 1 : 0;
            }
        return std::pair(white, black);
    };
    const auto [white, black] = count(false);
    const auto [dashes, behind] = count(true);
    EXPECT_GT(white, 40);
    EXPECT_GT(black, 40);
    EXPECT_LT(dashes, white);
    EXPECT_GT(behind, black);
}
