// tests/unit/image/read_picture_test.cpp: every coding against Pillow, and what is refused.
#include "core/base/npy.h"
#include "core/image/orientation.h"
#include "core/image/read_picture.h"
#include "picture_files.h"
#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace patchlight;

namespace
{

/// Largest difference to Pillow's reading; 999 where even the size differs.
int distance(const Image& actual, const NdArray& expected)
{
    if (expected.dim(0) != actual.height() || expected.dim(1) != actual.width())
        return 999;
    int largest = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        largest = std::max(largest, std::abs(actual.data()[i] - static_cast<int>(expected.values[i])));
    return largest;
}

std::vector<std::byte> raw(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span{text});
    return {bytes.begin(), bytes.end()};
}

Error errorOf(const std::vector<std::byte>& bytes)
{
    const auto picture = decodePicture(bytes, "holiday.png");
    return picture ? Error{ErrorCode::Internal, "was read"} : picture.error();
}

}

TEST(ReadPicture, EveryCodingIsReadAsPillowReadsIt)
{
    const auto index = nlohmann::json::parse(std::ifstream{kPictures / "index.json"});
    ASSERT_GE(index.size(), 60U);
    testing::internal::CaptureStderr();
    for (const auto& [name, entry] : index.items()) {
        const auto picture = readPicture(kPictures / name);
        ASSERT_TRUE(picture) << picture.error().message;
        const auto expected = readNpy(kPictures / entry.at("expected").get<std::string>());
        ASSERT_TRUE(expected) << expected.error().message;
        EXPECT_LE(distance(*picture, *expected), entry.at("tolerance").get<int>()) << name;
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(ReadPicture, AHugeHeaderIsRefusedBeforeDecoding)
{
    using namespace std::string_view_literals;
    // 100000 × 100000 in each format's own header, and nothing behind it that a decoder could want
    const auto png = raw("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\1\x86\xA0\0\1\x86\xA0\x08\2\0\0\0\x27\x30\x9C\x9F"
                         "\0\0\0\0IEND\xAE\x42\x60\x82"sv);
    const auto jpeg = raw("\xFF\xD8\xFF\xC0\0\x11\x08\xFF\xFF\xFF\xFF\3\1\x22\0\2\x11\1\3\x11\1\xFF\xD9"sv);
    const auto bmp = raw("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xA0\x86\1\0\xA0\x86\1\0\1\0\x18\0\1\0\0\0"
                         "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv);
    const auto tiff = raw("II*\0\x08\0\0\0\4\0\0\1\4\0\1\0\0\0\xA0\x86\1\0\1\1\4\0\1\0\0\0\xA0\x86\1\0"
                          "\x11\1\4\0\1\0\0\0\x08\0\0\0\x17\1\4\0\1\0\0\0\4\0\0\0\0\0\0\0"sv);
    const auto webp = raw("RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0\x2F\xFF\xFF\xFF\x0F\0\0\0\0\0"sv);
    for (const auto& bytes : {png, jpeg, bmp, tiff, webp})
        EXPECT_EQ(errorOf(bytes).code, ErrorCode::OutOfMemory) << errorOf(bytes).message;
}

TEST(ReadPicture, TheLimitCountsPixelsAndBytes)
{
    const auto path = kPictures / "colour.png";
    EXPECT_TRUE(readPicture(path, {.pixels = 21 * 13}));
    EXPECT_EQ(readPicture(path, {.pixels = 21 * 13 - 1}).error().code, ErrorCode::OutOfMemory);
    EXPECT_EQ(readPicture(path, {.bytes = 100}).error().code, ErrorCode::OutOfMemory);
}

TEST(ReadPicture, WhatIsNoPictureIsOneClearSentence)
{
    EXPECT_EQ(errorOf({}).code, ErrorCode::Malformed);
    EXPECT_EQ(errorOf(raw("%PDF-1.7 and so on")).code, ErrorCode::Unsupported);
    EXPECT_EQ(errorOf(raw("GIF89a")).code, ErrorCode::Malformed);
    EXPECT_NE(errorOf(raw("GIF89a")).message.find("holiday.png"), std::string::npos);
    EXPECT_EQ(readPicture(kPictures / "no-such.png").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readPicture(kPictures).error().code, ErrorCode::Unreadable);
}

TEST(ReadPicture, OfAnAnimationTheFirstFrameIsShown)
{
    const auto picture = readPicture(kPictures / "animated.webp");
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_GT(picture->width(), 0);
}

TEST(ReadPicture, SaysThatTransparencyIsLeftOut)
{
    const auto saysSo = [](const char* name) {
        std::vector<std::string> notes;
        EXPECT_TRUE(readPicture(kPictures / name, {}, &notes)) << name;
        return std::ranges::any_of(notes, [](const auto& note) { return note.find("transparency") != std::string::npos; });
    };
    for (const char* name : {"alpha.png", "alpha-16-bit.png", "grey-alpha.png", "palette-transparent.png", "alpha.webp", "alpha.tif"})
        EXPECT_TRUE(saysSo(name)) << name;
    for (const char* name : {"colour.png", "palette.png", "grey-16-bit.png", "lossless.webp", "colour.tif", "plain.gif"})
        EXPECT_FALSE(saysSo(name)) << name;
}

/// profiles.json: pictures with colour profiles, in sRGB as Pillow's ImageCms converts them, and GIFs.
TEST(ReadPicture, ColoursAreThoseThatTheProfileMeans)
{
    const auto index = nlohmann::json::parse(std::ifstream{kPictures / "profiles.json"});
    ASSERT_EQ(index.size(), 12U);
    for (const auto& [name, entry] : index.items()) {
        std::vector<std::string> notes;
        const auto picture = readPicture(kPictures / name, {}, &notes);
        ASSERT_TRUE(picture) << picture.error().message;
        const auto expected = readNpy(kPictures / entry.at("expected").get<std::string>());
        EXPECT_LE(distance(*picture, *expected), entry.at("off").get<int>()) << name;
        const auto note = entry.at("note").get<std::string>();
        ASSERT_EQ(notes.size(), note.empty() ? 0U : 1U) << name;
        if (!notes.empty()) {
            EXPECT_NE(notes.front().find(note), std::string::npos) << notes.front();
        }
    }
}

TEST(ReadPicture, ColoursStayWhereTheProfileIsLeftOut)
{
    const auto same = readNpy(kPictures / "profile-same.png.npy"); // of the same values
    for (const char* name : {"profile.png", "profile.tif", "profile.webp", "profile-damaged.png"}) {
        std::vector<std::string> notes;
        const auto picture = readPicture(kPictures / name, {.colourProfile = false}, &notes);
        ASSERT_TRUE(picture && same);
        EXPECT_EQ(distance(*picture, *same), 0) << name;
        EXPECT_TRUE(notes.empty()) << name;
    }
}

TEST(ReadPicture, AGifIsReadWhereItsFirstFrameIsWhole)
{
    for (const char* name : {"plain.gif", "interlaced.gif", "animated.gif", "long.gif"}) {
        const auto whole = bytesOf(kPictures / name);
        const auto size = std::string{name} == "animated.gif" ? whole.size() / 3 : whole.size() - 2;
        for (std::size_t cut = 0; cut < size; cut += 1 + size / 32)
            EXPECT_FALSE(decodePicture(std::span{whole}.first(cut), "cut")) << name << " cut to " << cut;
    }
}

TEST(ReadPicture, TheEndingDoesNotMatter)
{
    EXPECT_TRUE(decodePicture(bytesOf(kPictures / "colour.jpg"), "named.png"));
}

TEST(ReadPicture, ACutFileIsNeverShownInPart)
{
    for (const auto& path : pictureFiles()) {
        const auto whole = bytesOf(path);
        if (path.extension() == ".tif" || path.extension() == ".gif")
            continue; // behind a GIF's first frame nothing is needed; what a TIFF has at its end may be nothing that matters; see the fuzz test
        for (std::size_t size = 0; size < whole.size(); size += 1 + size / 16) {
            const auto picture = decodePicture(std::span{whole}.first(size), "cut");
            EXPECT_FALSE(picture) << path.filename() << " cut to " << size << " of " << whole.size();
        }
    }
}

TEST(ReadPicture, FoldersListPicturesByTheirEnding)
{
    EXPECT_TRUE(looksLikePicture("a/B.JPG"));
    EXPECT_TRUE(looksLikePicture("b.tiff"));
    EXPECT_FALSE(looksLikePicture("b.txt"));
    EXPECT_FALSE(looksLikePicture("png"));
}

TEST(Upright, TurningTwiceByMirrorsIsNothing)
{
    Image image{3, 2};
    for (int i = 0; i < 18; ++i)
        image.data()[i] = static_cast<std::uint8_t>(i);
    for (const int mirror : {2, 3, 4, 5, 7})
        EXPECT_EQ(upright(upright(image, mirror), mirror), image) << mirror;
    EXPECT_EQ(upright(upright(image, 6), 8), image);
    EXPECT_EQ(upright(image, 9), image);
    EXPECT_EQ(upright(image, 6).pixel(1, 0)[0], image.pixel(0, 0)[0]); // its top left corner goes top right
}
