// tests/unit/checkpoint/goldens_test.cpp: every layout of the goldens opens with the right facts.
#include "core/checkpoint/checkpoint.h"
#include <gtest/gtest.h>

namespace patchlight {
namespace {

Checkpoint opened(const std::filesystem::path& path)
{
    auto checkpoint = openCheckpoint(path, {}, {});
    EXPECT_TRUE(checkpoint) << (checkpoint ? "" : checkpoint.error().message);
    return checkpoint ? *checkpoint : Checkpoint {};
}

Checkpoint golden(const std::string& name)
{
    return opened(std::filesystem::path(PATCHLIGHT_FIXTURES) / "goldens" / name);
}

TEST(Goldens, TimmVit)
{
    const auto checkpoint = golden("timm-vit");
    EXPECT_EQ(checkpoint.container, "safetensors");
    EXPECT_EQ(checkpoint.config.width.value, 48);
    EXPECT_EQ(checkpoint.config.depths.value, std::vector {3});
    EXPECT_EQ(checkpoint.config.heads.value, std::vector {3});
    EXPECT_EQ(checkpoint.config.heads.origin, Origin::Read);
    EXPECT_EQ(checkpoint.config.imageSize.value, (GridSize {48, 48}));
    EXPECT_EQ(checkpoint.parameters, 96539);
}

TEST(ExternalDeitTiny, OpensWithTimmsFacts)
{
    const auto folder = std::filesystem::path(PATCHLIGHT_SHARED) / "deit-tiny";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no " << folder;
    const auto checkpoint = opened(folder);
    EXPECT_EQ(checkpoint.config.profile.value.resize, 248);
    EXPECT_EQ(checkpoint.config.profile.origin, Origin::Read);
    EXPECT_EQ(checkpoint.config.heads.value, std::vector {3});
    ASSERT_EQ(checkpoint.config.classNames.size(), 1000U);
    EXPECT_EQ(checkpoint.config.classNames.front(), "tench");
}

}
}
