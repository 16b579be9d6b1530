// tests/unit/engine/prepare_otherwise_test.cpp: another preprocessing of the network that is open does not load it again.
#include "core/engine/engine.h"
#include "core/engine/model/loaded_model.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

ModelSource vit()
{
    ModelSource source;
    source.path = PATCHLIGHT_FIXTURES "/goldens/timm-vit";
    source.device = "cpu";
    return source;
}

}

TEST(PrepareOtherwise, KeepsTheNetwork)
{
    auto model = LoadedModel::open(vit(), {});
    ASSERT_TRUE(model);
    const auto* inference = &(*model)->inference();
    auto source = vit();
    source.overrides.profile = "timm-clip";
    source.overrides.colourProfiles = false;
    const auto same = (*model)->prepareOtherwise(source, {});
    ASSERT_TRUE(same && *same);
    EXPECT_EQ(&(*model)->inference(), inference);
    EXPECT_EQ((*model)->info()->config.profile.value.name, "timm-clip");
    EXPECT_EQ((*model)->info()->config.profile.origin, Origin::Given);
    EXPECT_FALSE((*model)->info()->config.profile.value.colourProfiles);
    EXPECT_TRUE((*model)->plainNetwork({}));
}

TEST(PrepareOtherwise, IsNoOtherNetwork)
{
    auto model = LoadedModel::open(vit(), {});
    ASSERT_TRUE(model);
    auto larger = vit(), elsewhere = vit(), rounder = vit();
    larger.overrides.imageSize = GridSize{64, 64};
    elsewhere.path = PATCHLIGHT_FIXTURES "/goldens/hf-vit";
    rounder.overrides.normEps = 1e-3;
    for (const auto& source : {larger, elsewhere, rounder}) {
        const auto same = (*model)->prepareOtherwise(source, {});
        EXPECT_TRUE(same && !*same);
    }
}

TEST(PrepareOtherwise, SaysWhatIsWrongAndChangesNothing)
{
    auto model = LoadedModel::open(vit(), {});
    ASSERT_TRUE(model);
    const auto before = (*model)->info();
    auto source = vit();
    source.overrides.profile = "nobody's";
    EXPECT_FALSE((*model)->prepareOtherwise(source, {}));
    EXPECT_EQ((*model)->info(), before);
}

TEST(PrepareOtherwise, AnswersAsWhenLoadedWithIt)
{
    Engine twice{EngineOptions{1}}, once{EngineOptions{1}};
    auto source = vit();
    ASSERT_TRUE(twice.load(source, {}));
    source.overrides.profile = "timm-clip";
    ASSERT_TRUE(twice.load(source, {}));
    ASSERT_TRUE(once.load(source, {}));
    const PictureSource picture{PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.jpg", {}, ""};
    const auto a = twice.analyse(picture, {}), b = once.analyse(picture, {});
    ASSERT_TRUE(a && b);
    EXPECT_EQ((*a)->logits.values, (*b)->logits.values);
}
