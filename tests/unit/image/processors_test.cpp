// tests/unit/image/processors_test.cpp: network inputs against the processors of the newer families.
#include "core/base/fact_words.h"
#include "core/base/npy.h"
#include "core/image/preprocess.h"
#include "core/image/read_picture.h"
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

const fs::path kProcessors = fs::path{PATCHLIGHT_FIXTURES} / "processors";

PreprocessProfile processorProfile(const nlohmann::json& recipe)
{
    PreprocessProfile profile;
    profile.mode = *byWord<ResizeMode>(recipe.at("mode").get<std::string>());
    profile.resize = recipe.value("resize", profile.resize);
    profile.resizeTo = {profile.resize, profile.resize};
    const int crop = recipe.value("crop", profile.resize);
    profile.crop = {crop, crop};
    profile.patch = recipe.value("patch", profile.patch);
    profile.mostPatches = recipe.value("most_patches", profile.mostPatches);
    profile.inFloat = recipe.value("float", false);
    profile.filter = *byWord<Filter>(recipe.at("interpolation").get<std::string>());
    profile.mean = recipe.at("mean");
    profile.std = recipe.at("std");
    return profile;
}

/// Share of values farther away than one grey level, of values in float than 1e-4.
double shareApart(const NdArray& actual, const NdArray& expected, const PreprocessProfile& profile)
{
    const std::size_t plane = expected.values.size() / 3;
    std::size_t apart = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const float level = 1.0F / 255.0F / profile.std[i / plane] * 1.0001F;
        apart += std::abs(actual.values[i] - expected.values[i]) > (profile.inFloat ? 1e-4F : level);
    }
    return static_cast<double>(apart) / static_cast<double>(expected.values.size());
}

}

TEST(Processors, MakeEveryPictureWhatTheirLibrariesDo)
{
    const auto recipes = nlohmann::json::parse(std::ifstream{kProcessors / "recipes.json"});
    int compared = 0;
    for (const std::string name : {"small.png", "tall.png", "wide.png"}) {
        const auto picture = readPicture(kProcessors / name);
        ASSERT_TRUE(picture) << picture.error().message;
        for (const auto& [recipe, how] : recipes.items()) {
            const auto expected = readNpy(kProcessors / (name + "." + recipe + ".npy"));
            ASSERT_TRUE(expected) << expected.error().message;
            const auto profile = processorProfile(how);
            const auto actual = preprocess(*picture, profile);
            ASSERT_TRUE(actual) << actual.error().message;
            ASSERT_EQ(actual->tensor.shape, expected->shape) << name << " " << recipe;
            EXPECT_LE(shareApart(actual->tensor, *expected, profile), profile.inFloat ? 0 : 0.001)
                << name << " " << recipe;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 21);
}

TEST(Processors, ShowWherePatchesOfAnyShapeLie)
{
    PreprocessProfile profile;
    profile.mode = ResizeMode::Patches;
    profile.patch = 4;
    profile.mostPatches = 30;
    const auto picture = readPicture(kProcessors / "wide.png");
    const auto input = preprocess(*picture, profile);
    ASSERT_TRUE(input);
    EXPECT_EQ(input->geometry.input(), (GridSize{16, 28}));
    const auto seen = input->geometry.fieldOfView();
    EXPECT_DOUBLE_EQ(seen.width, picture->width()) << "all of the picture is seen";
    EXPECT_DOUBLE_EQ(seen.height, picture->height());
}

TEST(Processors, KeepThinPicturesWithinTheirPatches)
{
    PreprocessProfile profile;
    profile.mode = ResizeMode::Patches;
    profile.patch = 16;
    profile.mostPatches = 256;
    for (const auto& [width, height] : {std::pair{1, 4000}, {4000, 1}, {1, 1}, {3000, 2000}}) {
        const auto input = preprocess(Image{width, height}, profile);
        ASSERT_TRUE(input) << width << " × " << height;
        const auto size = input->geometry.input();
        EXPECT_LE(size.rows / 16 * (size.columns / 16), 256);
        EXPECT_EQ(size.rows % 16 + size.columns % 16, 0);
    }
    profile.mostPatches = 0;
    EXPECT_EQ(preprocess(Image{4, 4}, profile).error().code, ErrorCode::InvalidOption);
}

TEST(Processors, LastPixelsThatMakeNoPatchAreCutOff)
{
    PreprocessProfile profile;
    profile.mode = ResizeMode::Squash;
    profile.resizeTo = profile.crop = {10, 11};
    Image picture{22, 20};
    for (int x = 0; x < 22; ++x)
        picture.pixel(x, 0)[0] = static_cast<std::uint8_t>(10 * x);
    auto whole = preprocess(picture, profile), cut = preprocess(picture, profile);
    ASSERT_TRUE(whole && cut);
    ASSERT_TRUE(cutToPatches(*cut, 4));
    EXPECT_EQ(cut->tensor.shape, (std::vector<std::int64_t>{1, 3, 8, 8}));
    EXPECT_EQ(cut->geometry.input(), (GridSize{8, 8}));
    EXPECT_EQ(cut->pixels.width(), 8);
    for (const std::size_t c : {0U, 2U})
        for (const std::size_t x : {0U, 7U})
            EXPECT_EQ(cut->tensor.values[c * 64 + 8 + x], whole->tensor.values[c * 110 + 11 + x]);
    EXPECT_DOUBLE_EQ(cut->geometry.fieldOfView().width, 16) << "the picture's right edge is not seen";
    EXPECT_FALSE(cutToPatches(*cut, 4)) << "once is enough";
    EXPECT_FALSE(cutToPatches(*cut, 16)) << "no whole patch: the network says so";
}
