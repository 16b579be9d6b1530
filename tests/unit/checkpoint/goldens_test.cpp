// tests/unit/checkpoint/goldens_test.cpp: every layout of the goldens opens with the right facts, and its network takes
// every tensor.
#include "core/checkpoint/checkpoint.h"
#include "core/model/network.h"
#include <ATen/Functions.h>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

const std::filesystem::path kGoldens = std::filesystem::path(PATCHLIGHT_FIXTURES) / "goldens";

Checkpoint opened(const std::filesystem::path& path, const Overrides& overrides = {})
{
    auto checkpoint = openCheckpoint(path, overrides, {});
    EXPECT_TRUE(checkpoint) << (checkpoint ? "" : checkpoint.error().message);
    return checkpoint ? *checkpoint : Checkpoint{};
}

struct Expected {
    std::string folder, container, layout;
    Family family;
    int width, patch;
    std::vector<int> depths, heads;
    GridSize image;
    int classes;
};

void PrintTo(const Expected& expected, std::ostream* out)
{
    *out << expected.folder;
}

class Golden : public testing::TestWithParam<Expected>
{
};

std::string nameOf(const testing::TestParamInfo<Expected>& info)
{
    std::string name;
    for (const char c : info.param.folder)
        name += c == '-' ? '_' : c;
    return name;
}

nlohmann::json metaOf(const std::string& folder)
{
    std::ifstream file(kGoldens / folder / "meta.json");
    return nlohmann::json::parse(file);
}

TEST_P(Golden, OpensWithTheRightFacts)
{
    const auto& expected = GetParam();
    const auto checkpoint = opened(kGoldens / expected.folder);
    const auto& config = checkpoint.config;
    EXPECT_EQ(checkpoint.container, expected.container);
    EXPECT_EQ(config.layout, expected.layout);
    EXPECT_EQ(config.family, expected.family);
    EXPECT_EQ(config.width.value, expected.width);
    EXPECT_EQ(config.patch.value, expected.patch);
    EXPECT_EQ(config.depths.value, expected.depths);
    EXPECT_EQ(config.heads.value, expected.heads);
    EXPECT_EQ(config.classes.value, expected.classes);
    if (expected.image.count() > 0) {
        EXPECT_EQ(config.imageSize.value, expected.image);
    }
    EXPECT_EQ(config.profile.value.crop, config.imageSize.value);
    const auto meta = metaOf(expected.folder);
    if (meta.contains("window")) {
        EXPECT_EQ(config.window.value, meta["window"].get<int>());
    }
    if (meta.contains("registers")) {
        EXPECT_EQ(config.registers, meta["registers"].get<int>());
    }
}

TEST_P(Golden, FillsItsNetworkToTheLastTensor)
{
    auto checkpoint = opened(kGoldens / GetParam().folder);
    const auto network = makeNetwork(checkpoint.config);
    ASSERT_TRUE(network) << network.error().message;
    const auto filled = fillNetwork(**network, checkpoint.tensors);
    EXPECT_TRUE(filled) << filled.error().message;
}

TEST_P(Golden, TheFileItselfOpensLikeItsFolder)
{
    const auto folder = opened(kGoldens / GetParam().folder);
    const auto& weights = folder.files.front();
    const auto file = opened(weights);
    EXPECT_EQ(file.config.heads.value, folder.config.heads.value);
    EXPECT_EQ(file.parameters, folder.parameters);
}

INSTANTIATE_TEST_SUITE_P(All, Golden,
    testing::Values( //
        Expected{"timm-vit", "safetensors", "timm", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"timm-vit-bf16", "safetensors", "timm", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"timm-vit-legacy-pth", "legacy pickle", "timm", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"hf-vit", "safetensors", "huggingface", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"hf-vit-sharded", "sharded safetensors", "huggingface", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"google-npz-vit", "npz", "google-research", Family::Vit, 48, 8, {3}, {3}, {48, 48}, 11},
        Expected{"deit-distilled-pth", "zip pickle", "deit", Family::Vit, 128, 8, {2}, {2}, {32, 32}, 7},
        Expected{"hf-deit-distilled", "safetensors", "huggingface", Family::Vit, 128, 8, {2}, {2}, {32, 32}, 7},
        Expected{"timm-hybrid", "safetensors", "timm", Family::Hybrid, 48, 8, {2}, {3}, {64, 64}, 9},
        Expected{"timm-swin", "safetensors", "timm", Family::Swin, 24, 4, {2, 2}, {2, 4}, {}, 6},
        Expected{"swin-official-pth", "zip pickle", "swin", Family::Swin, 24, 4, {2, 2}, {2, 4}, {64, 64}, 6},
        Expected{"hf-swin", "safetensors", "huggingface", Family::Swin, 24, 4, {2, 2}, {2, 4}, {64, 64}, 6},
        Expected{"torchvision-vit", "zip pickle", "torchvision", Family::Vit, 128, 8, {2}, {2}, {32, 32}, 8},
        Expected{"torchvision-swin", "zip pickle", "torchvision", Family::Swin, 24, 4, {2, 2}, {2, 4}, {}, 6},
        Expected{"timm-dinov2-reg", "safetensors", "timm", Family::Vit, 48, 14, {3}, {3}, {56, 56}, 0},
        Expected{"timm-vit-gap", "safetensors", "timm", Family::Vit, 48, 8, {2}, {3}, {32, 32}, 5}),
    nameOf);

/// The same network in other layouts must come out as the same tensors, bit for bit.
class SameNetwork : public testing::TestWithParam<std::pair<std::string, std::string>>
{
};

TEST_P(SameNetwork, HasTheSameCanonicalTensors)
{
    const auto one = opened(kGoldens / GetParam().first);
    const auto other = opened(kGoldens / GetParam().second);
    ASSERT_EQ(one.tensors.size(), other.tensors.size());
    for (const auto& [name, tensor] : one.tensors) {
        ASSERT_TRUE(other.tensors.contains(name)) << name;
        EXPECT_TRUE(at::equal(tensor, other.tensors.at(name))) << name;
    }
    EXPECT_EQ(one.parameters, other.parameters);
}

INSTANTIATE_TEST_SUITE_P(All, SameNetwork,
    testing::Values(std::pair{"timm-vit", "hf-vit"}, std::pair{"timm-vit", "hf-vit-sharded"},
        std::pair{"timm-vit", "google-npz-vit"}, std::pair{"timm-vit", "timm-vit-legacy-pth"},
        std::pair{"timm-swin", "swin-official-pth"}, std::pair{"timm-swin", "hf-swin"},
        std::pair{"deit-distilled-pth", "hf-deit-distilled"}));

TEST(GoldenFacts, SayHowTheyAreKnown)
{
    const auto timm = opened(kGoldens / "timm-vit").config;
    EXPECT_EQ(timm.heads.origin, Origin::Read);
    EXPECT_EQ(timm.mlpWidth.origin, Origin::Inferred);
    EXPECT_EQ(timm.normEps.origin, Origin::Inferred); // from the architecture that its config.json names
    const auto hf = opened(kGoldens / "hf-vit").config;
    EXPECT_EQ(hf.normEps.origin, Origin::Read);
    EXPECT_DOUBLE_EQ(hf.normEps.value, 1e-6);
    EXPECT_EQ(hf.classNames.at(3), "class 3");
    EXPECT_EQ(hf.classNamesOrigin, Origin::Read);
    const auto google = opened(kGoldens / "google-npz-vit").config;
    EXPECT_EQ(google.activation.value, Activation::GeluTanh);
    EXPECT_EQ(google.heads.origin, Origin::Inferred);
    const auto torchvision = opened(kGoldens / "torchvision-vit").config;
    EXPECT_EQ(torchvision.preLogits, 40);
    EXPECT_EQ(torchvision.mlpWidth.value, 96);
    EXPECT_EQ(torchvision.heads.origin, Origin::Assumed);
}

TEST(GoldenFacts, OverridesWinAndSaySo)
{
    Overrides given;
    given.heads = 6;
    given.normEps = 1e-4;
    given.activation = Activation::QuickGelu;
    given.imageSize = GridSize{64, 32};
    given.profile = "torchvision-vit";
    const auto config = opened(kGoldens / "timm-vit", given).config;
    EXPECT_EQ(config.heads.value, std::vector{6});
    EXPECT_EQ(config.heads.origin, Origin::Given);
    EXPECT_DOUBLE_EQ(config.normEps.value, 1e-4);
    EXPECT_EQ(config.activation.value, Activation::QuickGelu);
    EXPECT_EQ(config.imageSize.value, (GridSize{64, 32}));
    EXPECT_EQ(config.positionGrid, (GridSize{6, 6}));
    EXPECT_EQ(config.profile.value.name, "torchvision-vit");
    EXPECT_EQ(config.profile.value.crop, (GridSize{64, 32}));
    EXPECT_EQ(config.profile.origin, Origin::Given);
}

TEST(GoldenFacts, WrappersAndBuffersAreReported)
{
    EXPECT_EQ(opened(kGoldens / "timm-vit-legacy-pth").unwrapped, (std::vector<std::string>{"state_dict", "module."}));
    const auto swin = opened(kGoldens / "swin-official-pth");
    EXPECT_EQ(swin.unwrapped, (std::vector<std::string>{"model"}));
    EXPECT_EQ(swin.ignored.size(), 6U); // four indices, two masks
    EXPECT_EQ(swin.entries.size(), 69U);
    EXPECT_EQ(swin.config.imageSize.origin, Origin::Inferred);
}

TEST(ExternalDeitTiny, OpensWithTimmsFacts)
{
    const auto folder = std::filesystem::path(PATCHLIGHT_SHARED) / "deit-tiny";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no " << folder;
    const auto checkpoint = opened(folder);
    EXPECT_EQ(checkpoint.config.profile.value.resize, 248);
    EXPECT_EQ(checkpoint.config.profile.origin, Origin::Read);
    EXPECT_EQ(checkpoint.config.heads.value, std::vector{3});
    ASSERT_EQ(checkpoint.config.classNames.size(), 1000U);
    EXPECT_EQ(checkpoint.config.classNames.front(), "tench");
    EXPECT_EQ(checkpoint.config.classNames[517], "crane (517)");
}

}
}
