// tests/unit/train/augment_test.cpp: what the network is shown.
#include "core/train/augmentation/mix.h"
#include "core/train/augmentation/rand_augment.h"
#include "core/train/distillation/teacher.h"
#include <gtest/gtest.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

at::Tensor noise(int count, int side)
{
    torch::manual_seed(1);
    return torch::randint(0, 256, {count, side, side, 3}).to(torch::kByte);
}

Augmentation nothing()
{
    return {.smallestArea = 1,
        .aspect = 1,
        .flip = 0,
        .colourJitter = 0,
        .randOperations = 0,
        .mixup = 0,
        .cutmix = 0,
        .erasing = 0};
}

TEST(Augment, WithoutAnyOperationThePictureStaysItself)
{
    const auto pixels = noise(3, 8);
    const std::vector<std::int64_t> picks{2, 0};
    const auto batch = augment(pixels, torch::tensor({5, 6, 7}, torch::kLong), picks, 8, nothing(), 1, 0, 0);
    const auto expected = plainInput(pixels.index_select(0, torch::tensor(picks)), 8);
    EXPECT_LT((batch.input - expected).abs().max().item<double>(), 1e-3);
    EXPECT_EQ(batch.labels[0].item<int>(), 7);
}

TEST(Augment, DependsOnSeedEpochAndPositionAlone)
{
    const auto pixels = noise(4, 8);
    const auto labels = torch::zeros({4}, torch::kLong);
    const Augmentation options{.erasing = 0};
    const auto all = augment(pixels, labels, std::vector<std::int64_t>{0, 1, 2, 3}, 8, options, 9, 2, 0);
    const auto tail = augment(pixels, labels, std::vector<std::int64_t>{2, 3}, 8, options, 9, 2, 2);
    EXPECT_LT((all.input.slice(0, 2) - tail.input).abs().max().item<double>(), 1e-5);
    const auto next = augment(pixels, labels, std::vector<std::int64_t>{0, 1, 2, 3}, 8, options, 9, 3, 0);
    EXPECT_GT((all.input - next.input).abs().max().item<double>(), 0.1);
}

TEST(Augment, CropsStayInsideThePicture)
{
    Random random(4);
    for (int i = 0; i < 1000; ++i) {
        const auto m = randomCrop({}, random).m;
        EXPECT_LE(std::abs(m[0]) + std::abs(m[2]), 1 + 1e-5);
        EXPECT_LE(std::abs(m[4]) + std::abs(m[5]), 1 + 1e-5);
        EXPECT_GE(std::abs(m[0] * m[4]), 0.08 - 1e-5);
    }
}

TEST(Augment, FlippedSampleIsTheMirrorImage)
{
    auto options = nothing();
    options.flip = 1;
    const auto pixels = noise(1, 8);
    const auto batch
        = augment(pixels, torch::zeros({1}, torch::kLong), std::vector<std::int64_t>{0}, 8, options, 1, 0, 0);
    EXPECT_LT((batch.input - plainInput(pixels, 8).flip(3)).abs().max().item<double>(), 1e-3);
}

TEST(Augment, ColourOperationsStayBetweenBlackAndWhite)
{
    const Augmentation strong{.randOperations = 6, .randMagnitude = 10};
    std::vector<DrawnOperations> drawn;
    Random random(2);
    for (int i = 0; i < 64; ++i)
        drawn.push_back(drawOperations(strong, random));
    auto x = torch::rand({64, 3, 8, 8});
    applyColours(x, drawn);
    EXPECT_GE(x.min().item<double>(), 0);
    EXPECT_LE(x.max().item<double>(), 1);
}

TEST(Mix, CutmixPastesTheReversedBatchAndSharesByArea)
{
    const Mixing mixing{Mixing::Kind::Cutmix, 1 - 4.0 / 16, 1, 2, 2, 2};
    const auto x = torch::arange(2).to(torch::kFloat).view({2, 1, 1, 1}).expand({2, 3, 8, 8}).contiguous();
    const auto mixed = mixPictures(x, mixing, 4);
    EXPECT_EQ(mixed[0][0][2][4].item<float>(), 1); // patch (1, 2) begins at pixel (2, 4)
    EXPECT_EQ(mixed[0][0][1][4].item<float>(), 0);
    EXPECT_NEAR(mixed[0].mean().item<double>(), 0.25, 1e-6);
    const auto targets = mixTargets(torch::eye(2), mixing);
    EXPECT_NEAR(targets[0][1].item<double>(), 0.25, 1e-6);
}

TEST(Mix, DrawnBoxesKeepTheirShare)
{
    Random random(5);
    for (int i = 0; i < 200; ++i) {
        const auto mixing = drawMixing({.mixup = 0}, 8, random);
        ASSERT_EQ(mixing.kind, Mixing::Kind::Cutmix);
        EXPECT_NEAR(mixing.share, 1 - mixing.height * mixing.width / 64.0, 1e-9);
        EXPECT_LE(mixing.top + mixing.height, 8);
    }
}

/// A teacher's map whose first channel is the column: a mirrored sample must read it mirrored.
TEST(TeacherMemory, PlacesFollowTheSamplesMap)
{
    TeacherMemory memory;
    memory.places = torch::arange(4).to(torch::kBFloat16).view({1, 1, 4, 1}).expand({1, 4, 4, 1}).contiguous();
    const auto index = torch::zeros({1}, torch::kLong);
    const auto straight = memory.placesAt(index, torch::tensor({1.F, 0.F, 0.F, 0.F, 1.F, 0.F}).view({1, 2, 3}), 4);
    const auto mirrored = memory.placesAt(index, torch::tensor({-1.F, 0.F, 0.F, 0.F, 1.F, 0.F}).view({1, 2, 3}), 4);
    for (int column = 0; column < 4; ++column) {
        EXPECT_NEAR(straight[0][0][1][column].item<double>(), column, 1e-3);
        EXPECT_NEAR(mirrored[0][0][1][column].item<double>(), 3 - column, 1e-3);
    }
}

}
}
