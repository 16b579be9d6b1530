// tests/unit/checkpoint/timm_names_test.cpp: the tables of timm's names against themselves and the names' own words.
#include "core/checkpoint/timm_names.h"
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <string>

namespace patchlight
{
namespace
{

std::vector<TimmName> all()
{
    std::vector<TimmName> names;
    for (const auto part : {timmVitNames(), timmKinNames()})
        names.insert(names.end(), part.begin(), part.end());
    return names;
}

TEST(TimmNames, AreEachThereOnceAndFoundWithATag)
{
    std::set<std::string_view> seen;
    for (const auto& name : all()) {
        EXPECT_TRUE(seen.insert(name.name).second) << name.name;
        const auto* found = findTimmName(std::string(name.name) + ".augreg_in1k");
        ASSERT_NE(found, nullptr) << name.name;
        EXPECT_EQ(found->name, name.name);
    }
    EXPECT_GT(seen.size(), 300U);
    EXPECT_EQ(findTimmName("resnet50"), nullptr);
    EXPECT_EQ(findTimmName(""), nullptr);
}

TEST(TimmNames, HaveSizesThatFitTogether)
{
    for (const auto& name : all()) {
        EXPECT_GT(name.size, 0) << name.name;
        EXPECT_GT(name.cropPerMille, 100) << name.name;
        if (name.heads > 0) {
            EXPECT_EQ(name.width % name.heads, 0) << name.name;
        }
        const auto profile = profileOf(name, {name.size, name.size});
        EXPECT_EQ(profile.crop, (GridSize{name.size, name.size}));
        EXPECT_GE(profile.resize, name.size) << name.name;
    }
}

/// "_224" at the end is the input's side, "deit_tiny" 192 wide.
TEST(TimmNames, AgreeWithTheWordsInThem)
{
    const std::regex side("_(\\d{3})$");
    for (const auto& name : all()) {
        std::smatch found;
        const std::string text(name.name);
        if (std::regex_search(text, found, side) && text.find("to") == std::string::npos) {
            EXPECT_EQ(name.size, std::stoi(found[1])) << text;
        }
        if (text.starts_with("deit_tiny") || text.starts_with("vit_tiny_patch16_2")) {
            EXPECT_EQ(name.width, 192) << text;
            EXPECT_EQ(name.heads, 3) << text;
        }
        if (text.find("quickgelu") != std::string::npos) {
            EXPECT_EQ(name.activation, Activation::QuickGelu) << text;
        }
    }
}

TEST(TimmNames, OfOtherNetworksAreNotComputedAsPlainOnes)
{
    for (const char* name : {"vit_base_patch16_rpn_224", "eva02_tiny_patch14_336", "vit_base_patch16_rope_224",
             "vit_pe_spatial_base_patch16_512", "vit_relpos_base_patch16_224", "vit_base_patch16_xp_224",
             "aimv2_large_patch14_224", "swinv2_cr_tiny_224", "samvit_base_patch16"})
        EXPECT_NE(findTimmName(name)->kind, NameKind::Plain) << name;
    for (const char* name : {"vit_base_patch16_224", "deit_base_distilled_patch16_384", "vit_base_patch16_clip_224",
             "swin_tiny_patch4_window7_224", "vit_base_r50_s16_384", "eva_giant_patch14_224", "test_vit"})
        EXPECT_TRUE(isComputed(findTimmName(name)->kind)) << name;
}

TEST(TimmNames, ConvolutionalNetworksThatAreNotComputedAreOtherNames)
{
    for (const char* name : {"mambaout_femto", "starnet_s1", "vovnet39a", "ese_vovnet19b_dw", "seresnet50", "skresnet18",
             "ecaresnet50t", "tf_efficientnet_b0", "legacy_senet154", "res2net50d", "cs3darknet_s", "selecsls42b", "resnetv2_50",
             "resnetv2_18d", "resnext101_32x4d"})
        EXPECT_TRUE(isOtherTimmName(name)) << name;
    for (const char* name : {"resnet18", "resnet50d", "resnetv2_50x1_bit", "my_net", "vit_small_patch16_224", "test_vit"})
        EXPECT_FALSE(isOtherTimmName(name)) << name;
}

}
}
