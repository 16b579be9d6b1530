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
    EXPECT_EQ(picture, scene::picture());
}
