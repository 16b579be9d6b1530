// tests/unit/image/goldens_test.cpp: network inputs against those of Pillow 9.4 + torchvision 0.14.
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

const fs::path kFolder = fs::path{PATCHLIGHT_FIXTURES} / "goldens/preprocess";

PreprocessProfile profileOf(const nlohmann::json& recipe)
{
    const int size = recipe.at("size");
    PreprocessProfile profile;
    profile.mode = recipe.at("resize") == "squash" ? ResizeMode::Squash : ResizeMode::Shorter;
    profile.resize = recipe.at("resize_size");
    profile.resizeTo = {size, size};
    profile.crop = {size, size};
    profile.filter = recipe.at("interpolation") == "bicubic" ? Filter::Bicubic : Filter::Bilinear;
    profile.mean = recipe.at("mean");
    profile.std = recipe.at("std");
    return profile;
}

/// Share of values farther away than one grey level.
double shareOff(const NdArray& actual, const NdArray& expected, const PreprocessProfile& profile)
{
    const std::size_t plane = expected.values.size() / 3;
    std::size_t off = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const float tolerance = 1.0F / 255.0F / profile.std[i / plane] * 1.0001F;
        off += std::abs(actual.values[i] - expected.values[i]) > tolerance;
    }
    return static_cast<double>(off) / static_cast<double>(expected.values.size());
}

}

TEST(PreprocessGoldens, EveryPictureUnderEveryRecipe)
{
    const auto recipes = nlohmann::json::parse(std::ifstream{kFolder / "recipes.json"});
    int compared = 0;
    for (const auto& entry : fs::directory_iterator{kFolder}) {
        if (!looksLikePicture(entry.path()))
            continue;
        const auto picture = readPicture(entry.path());
        ASSERT_TRUE(picture) << picture.error().message;
        for (const auto& [name, recipe] : recipes.items()) {
            const std::string golden = entry.path().filename().string() + "." + name + ".npy";
            const auto expected = readNpy(kFolder / golden);
            ASSERT_TRUE(expected) << expected.error().message;
            const auto profile = profileOf(recipe);
            const auto actual = preprocess(*picture, profile);
            ASSERT_TRUE(actual) << actual.error().message;
            ASSERT_EQ(actual->tensor.shape, expected->shape) << golden;
            EXPECT_LE(shareOff(actual->tensor, *expected, profile), 0.001) << golden;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 32);
}
