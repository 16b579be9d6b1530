// tests/unit/image/resize_test.cpp: resampling, cropping and the geometry that undoes them.
#include "core/image/preprocess.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace patchlight;

namespace
{

constexpr Filter kFilters[]{Filter::Nearest, Filter::Bilinear, Filter::Bicubic, Filter::Lanczos, Filter::Box};

/// A different, uneven ramp in every channel.
Image ramp(int width, int height)
{
    Image image{width, height};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto* pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x * 7 + y);
            pixel[1] = static_cast<std::uint8_t>(255 - y * 5);
            pixel[2] = static_cast<std::uint8_t>((x ^ y) * 11);
        }
    }
    return image;
}

PreprocessProfile shorter(int resize, GridSize crop)
{
    PreprocessProfile profile;
    profile.resize = resize;
    profile.crop = crop;
    return profile;
}

}

TEST(Resize, AFlatPictureStaysFlatUnderEveryFilter)
{
    Image flat{17, 9};
    std::fill_n(flat.data(), 17 * 9 * 3, 201);
    for (const Filter filter : kFilters) {
        for (const auto& [width, height] : {std::pair{5, 3}, {40, 31}, {1, 1}, {17, 2}}) {
            const Image resized = resizePicture(flat, width, height, filter);
            for (int i = 0; i < width * height * 3; ++i)
                ASSERT_EQ(resized.data()[i], 201);
        }
    }
}

TEST(Resize, TheSameSizeIsTheSamePicture)
{
    for (const Filter filter : kFilters)
        EXPECT_EQ(resizePicture(ramp(13, 7), 13, 7, filter), ramp(13, 7));
}

TEST(Resize, HalvingABoxIsTheMean)
{
    const Image image = ramp(8, 6);
    const Image half = resizePicture(image, 4, 3, Filter::Box);
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 4; ++x) {
            const int sum = image.pixel(2 * x, 2 * y)[1] + image.pixel(2 * x + 1, 2 * y)[1]
                + image.pixel(2 * x, 2 * y + 1)[1] + image.pixel(2 * x + 1, 2 * y + 1)[1];
            EXPECT_NEAR(half.pixel(x, y)[1], sum / 4.0, 1.0);
        }
    }
}

TEST(Resize, APartIsCutFromTheWholeBitForBit)
{
    const Image image = ramp(37, 23);
    for (const Filter filter : kFilters) {
        for (const auto& [width, height] : {std::pair{90, 61}, {12, 9}, {37, 40}, {11, 23}, {37, 23}}) {
            const Image whole = resizePicture(image, width, height, filter);
            const GridSize part{5, 7};
            for (const Cell corner : {Cell{0, 0}, Cell{2, 3}, Cell{height - part.rows, width - part.columns}}) {
                const Image cut = resizePart(image, {height, width}, corner, part, filter);
                ASSERT_EQ(cut.width(), part.columns);
                for (int y = 0; y < part.rows; ++y)
                    EXPECT_TRUE(std::equal(
                        cut.row(y), cut.row(y) + cut.bytesPerRow(), whole.pixel(corner.column, corner.row + y)));
            }
        }
    }
}

TEST(Preprocess, TheLongerSideIsCutNotRounded)
{
    // torchvision: int(8 * 100 / 30) = 26 (26.67); the crop then starts at round((26 − 8) / 2) = 9
    const auto input = preprocess(ramp(100, 30), shorter(8, {8, 8}));
    ASSERT_TRUE(input);
    EXPECT_DOUBLE_EQ(input->geometry.fieldOfView().x, 9 / (26.0 / 100));
    EXPECT_EQ(input->tensor.shape, (std::vector<std::int64_t>{1, 3, 8, 8}));
}

TEST(Preprocess, HalfPixelsOfTheCropGoToTheEvenNeighbour)
{
    const auto start = [](int size, int crop) {
        const auto input = preprocess(ramp(size, size), shorter(size, {crop, crop}));
        return input->geometry.fieldOfView().x;
    };
    EXPECT_EQ(start(11, 10), 0); // 0.5 → 0
    EXPECT_EQ(start(13, 10), 2); // 1.5 → 2
    EXPECT_EQ(start(15, 10), 2); // 2.5 → 2
}

TEST(Preprocess, ACropLargerThanThePictureIsPaddedBlack)
{
    const auto input = preprocess(ramp(4, 4), shorter(4, {9, 9}));
    ASSERT_TRUE(input);
    EXPECT_EQ(input->geometry.fieldOfView().x, -2); // 5 missing: 2 before, 3 after
    EXPECT_EQ(input->pixels.pixel(1, 4)[0], 0);
    EXPECT_EQ(input->pixels.pixel(2, 2)[1], 255);
    EXPECT_EQ(input->pixels.pixel(6, 4)[1], 0);
}

TEST(Preprocess, SquashingKeepsTheWholePictureInView)
{
    PreprocessProfile profile;
    profile.mode = ResizeMode::Squash;
    profile.resizeTo = profile.crop = {16, 24};
    const auto input = preprocess(ramp(50, 20), profile);
    ASSERT_TRUE(input);
    const RectF view = input->geometry.fieldOfView();
    EXPECT_DOUBLE_EQ(view.width, 50);
    EXPECT_DOUBLE_EQ(view.height, 20);
    EXPECT_EQ(input->pixels, resizePicture(ramp(50, 20), 24, 16, Filter::Bicubic));
}

TEST(Preprocess, ExtremeShapesWork)
{
    for (const auto& [width, height] : {std::pair{1, 1}, {1, 3000}, {3000, 1}, {1000, 20}}) {
        const auto input = preprocess(ramp(width, height), shorter(64, {64, 64}));
        ASSERT_TRUE(input) << width << " × " << height;
        EXPECT_EQ(input->tensor.values.size(), 3U * 64 * 64);
    }
}

TEST(Preprocess, AProfileWithoutASizeIsRefused)
{
    EXPECT_EQ(preprocess(ramp(4, 4), shorter(0, {8, 8})).error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(preprocess(ramp(4, 4), shorter(8, {0, 8})).error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(preprocess({}, shorter(8, {8, 8})).error().code, ErrorCode::InvalidOption);
    auto flat = shorter(8, {8, 8});
    flat.std[1] = 0;
    EXPECT_EQ(preprocess(ramp(4, 4), flat).error().code, ErrorCode::InvalidOption);
}

TEST(FromTensor, ShowsThePixelsThatMadeIt)
{
    PreprocessProfile profile = shorter(16, {16, 16});
    profile.mean = {0.485F, 0.456F, 0.406F};
    profile.std = {0.229F, 0.224F, 0.225F};
    const auto made = preprocess(ramp(30, 20), profile);
    const auto back = fromTensor(made->tensor, profile);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->pixels, made->pixels);
    EXPECT_EQ(back->geometry, InputGeometry::identity({16, 16}));
}

TEST(FromTensor, OtherShapesAndBrokenNumbersAreRefused)
{
    const PreprocessProfile profile;
    EXPECT_EQ(fromTensor({{3, 2, 2}, std::vector<float>(12)}, profile).error().code, ErrorCode::Malformed);
    EXPECT_EQ(fromTensor({{1, 3, 2, 2}, std::vector<float>(11)}, profile).error().code, ErrorCode::Malformed);
    NdArray broken{{1, 3, 2, 2}, std::vector<float>(12)};
    broken.values[5] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(fromTensor(broken, profile).error().code, ErrorCode::Malformed);
}
