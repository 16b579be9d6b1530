// tests/unit/image/hostile_pictures_test.cpp: small files that ask for much, and are refused or read modestly.
#include "core/base/memory_bound.h"
#include "core/image/picture_header.h"
#include "core/image/preprocess.h"
#include "core/image/read_picture.h"
#include "core/image/tiff_complaints.h"
#include "picture_files.h"
#include "tests/support/limited.h"
#include <gtest/gtest.h>
#include <zlib.h>

using namespace patchlight;
using namespace std::string_literals;

namespace
{

std::string number(std::uint64_t value, int width, bool big = false)
{
    std::string bytes;
    for (int i = 0; i < width; ++i)
        bytes += static_cast<char>(value >> 8 * (big ? width - 1 - i : i));
    return bytes;
}

Error errorOf(std::string_view text)
{
    const auto picture = decodePicture(std::as_bytes(std::span{text}), "small.file");
    return picture ? Error{ErrorCode::Internal, "was read"} : picture.error();
}

std::string bmp(int bits, std::size_t dataBytes)
{
    return "BM" + number(54, 4) + number(0, 4) + number(54, 4) + number(40, 4) + number(4, 4) + number(4, 4)
        + number(1, 2) + number(static_cast<std::uint64_t>(bits), 2) + std::string(24, '\0')
        + std::string(dataBytes, '\0');
}

std::uint32_t checksum(std::string_view text)
{
    std::uint32_t sum = ~0U;
    for (const char c : text) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1U ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

std::string pngChunk(const std::string& type, const std::string& data)
{
    return number(data.size(), 4, true) + type + data + number(checksum(type + data), 4, true);
}

std::string pngSize(std::uint64_t side)
{
    return pngChunk("IHDR", number(side, 4, true) + number(side, 4, true) + "\x01\0\0\0\0"s);
}

std::string webpChunk(const std::string& type, const std::string& data)
{
    return type + number(data.size(), 4) + data;
}

std::string webpOf(const std::string& chunks)
{
    return "RIFF" + number(chunks.size() + 4, 4) + "WEBP" + chunks;
}

/// A lossless picture's header; its pixels are nonsense.
std::string losslessSide(std::uint64_t side)
{
    return webpChunk("VP8L", "\x2F"s + number((side - 1) | (side - 1) << 14, 4) + "\0"s);
}

std::string jpegFrame(std::uint64_t width, std::uint64_t height)
{
    return "\xFF\xD8\xFF\xC2\0\x0B\x08"s + number(height, 2, true) + number(width, 2, true) + "\x01\x01\x11\0"s;
}

std::string jpegScans(int count)
{
    std::string scans;
    for (int i = 0; i < count; ++i)
        scans += "\xFF\xDA\0\x08\x01\x01\0\x01\x3F\0\x7F"s;
    return scans + "\xFF\xD9"s;
}

std::string tiffEntry(int tag, int type, std::uint64_t count, std::uint64_t value)
{
    return number(static_cast<std::uint64_t>(tag), 2) + number(static_cast<std::uint64_t>(type), 2) + number(count, 4)
        + number(value, 4);
}

/// Grey, 1 pixel wide, one strip per row, behind as many tags as a directory may have that mean nothing.
std::string tiff(std::uint64_t rows, std::uint64_t strips)
{
    constexpr std::uint64_t kOthers = 4080;
    const std::uint64_t offsets = 8 + 2 + 12 * (kOthers + 8) + 4;
    std::string entries;
    for (std::uint64_t i = 0; i < kOthers; ++i)
        entries += tiffEntry(1, 3, 1, 0);
    entries += tiffEntry(256, 4, 1, 1) + tiffEntry(257, 4, 1, rows) + tiffEntry(258, 3, 1, 8) + tiffEntry(259, 3, 1, 1)
        + tiffEntry(262, 3, 1, 1) + tiffEntry(273, 4, strips, offsets) + tiffEntry(278, 3, 1, 1)
        + tiffEntry(279, 4, strips, offsets + 4 * strips);
    std::string file = "II*\0"s + number(8, 4) + number(kOthers + 8, 2) + entries + number(0, 4);
    for (std::uint64_t i = 0; i < strips; ++i)
        file += number(8, 4);
    for (std::uint64_t i = 0; i < strips; ++i)
        file += number(1, 4);
    return file;
}

}

TEST(HostilePictures, ABitmapOfNoBitsPerPixelIsRefused)
{
    EXPECT_EQ(errorOf(bmp(24, 48)).message, "was read");
    for (const int bits : {0, 2, 3, 64, 65535})
        EXPECT_EQ(errorOf(bmp(bits, 64)).code, ErrorCode::Unsupported) << bits;
}

TEST(HostilePictures, ThePixelLimitSeesTheSizeThatIsDecoded)
{
    const std::string start = "\x89PNG\r\n\x1A\n";
    const auto twice = start + pngSize(20000) + pngChunk("IDAT", "x") + pngSize(4) + pngChunk("IEND", "");
    EXPECT_NE(errorOf(twice).message.find("size twice"), std::string::npos) << errorOf(twice).message;
    const auto late = start + pngChunk("tEXt", "x") + pngSize(4) + pngChunk("IEND", "");
    EXPECT_NE(errorOf(late).message.find("begin with its size"), std::string::npos) << errorOf(late).message;
    const auto two = webpOf(losslessSide(16383) + losslessSide(4));
    EXPECT_NE(errorOf(two).message.find("two pictures"), std::string::npos) << errorOf(two).message;
}

TEST(HostilePictures, AJpegOfManyScansIsRefused)
{
    const auto headerOf = [](const std::string& text) {
        return readPictureHeader(std::as_bytes(std::span{std::string_view{text}}), "scans.jpg");
    };
    EXPECT_TRUE(headerOf(jpegFrame(100, 100) + jpegScans(500)));
    EXPECT_EQ(headerOf(jpegFrame(100, 100) + jpegScans(501)).error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(headerOf(jpegFrame(20000, 10000) + jpegScans(20))); // ten are usual
    EXPECT_EQ(headerOf(jpegFrame(20000, 10000) + jpegScans(21)).error().code, ErrorCode::Unsupported);
}

TEST(HostilePictures, TheStripsOfATiffAreLookedUpOnce)
{
    expectModest("60000 strips", [] { return errorOf(tiff(60000, 60000)).message == "was read" ? 0 : 1; });
}

TEST(HostilePictures, ATiffHasNoMoreStripsThanRows)
{
    EXPECT_EQ(errorOf(tiff(8, 8)).message, "was read");
    EXPECT_EQ(errorOf(tiff(8, 9)).code, ErrorCode::Malformed);
}

TEST(HostilePictures, WhatTheCropLeavesOutIsNotMade)
{
    struct Case {
        int width, height;
        PreprocessProfile profile;
    };
    PreprocessProfile enlarged, squashed, flat;
    enlarged.resize = 16384;
    enlarged.crop = {144, 144};
    squashed.mode = flat.mode = ResizeMode::Squash;
    squashed.resizeTo = squashed.crop = {1, 100};
    flat.resizeTo = {16384, 16384};
    flat.crop = {64, 64};
    const Case cases[]{
        {3, 2, enlarged}, {1, 500'000, enlarged}, {500'000, 1, enlarged}, {4, 500'000, squashed}, {500, 500, flat}};
    for (const auto& [width, height, profile] : cases)
        expectModest("preparing", [&] {
            const auto input = preprocess(Image{width, height}, profile);
            return input && input->pixels.height() == profile.crop.rows ? 0 : 1;
        });
    squashed.resizeTo = squashed.crop = {1, 16384};
    EXPECT_EQ(preprocess(Image{4, 500'000}, squashed).error().code, ErrorCode::InvalidOption);
    flat.crop = {16384, 16384};
    EXPECT_EQ(preprocess(Image{8, 8}, flat).error().code, ErrorCode::InvalidOption);
}

TEST(HostilePictures, ATileLargerThanTheLimitIsToldAsSuch)
{
    auto entries = tiffEntry(256, 4, 1, 64) + tiffEntry(257, 4, 1, 64) + tiffEntry(322, 4, 1, 65536)
        + tiffEntry(323, 4, 1, 65536) + tiffEntry(324, 4, 1, 8) + tiffEntry(325, 4, 1, 4);
    const auto file = "II*\0"s + number(8, 4) + number(6, 2) + entries + number(0, 4);
    EXPECT_NE(errorOf(file).message.find("one tile of it has more pixels than the limit of 200 megapixels"), std::string::npos)
        << errorOf(file).message;
}

TEST(HostilePictures, MissingCompressedDataIsNeverShownAsIfWhole)
{
    // The scan ends early, and the end marker says that all is well.
    const auto whole = bytesOf(kPictures / "colour.jpg");
    ASSERT_GT(whole.size(), 700U);
    auto cut = whole;
    cut.erase(cut.end() - 60, cut.end() - 2);
    const auto picture = decodePicture(cut, "cut.jpg");
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::Malformed);
    EXPECT_NE(picture.error().message.find("compressed data is missing"), std::string::npos) << picture.error().message;
    EXPECT_TRUE(decodePicture(whole, "whole.jpg"));
    int damaged = 0;
    for (const auto& path : pictureFiles()) {
        if (path.extension() != ".tif")
            continue;
        auto bytes = bytesOf(path);
        const auto before = decodePicture(bytes, "whole.tif");
        ASSERT_TRUE(before) << path;
        const auto complaints = tiffComplaints();
        for (std::size_t i = bytes.size() / 3; i < 2 * bytes.size() / 3; ++i)
            bytes[i] = std::byte{0xFF};
        const auto after = decodePicture(bytes, "damaged.tif");
        damaged += after ? 0 : 1;
        EXPECT_FALSE(after && tiffComplaints() != complaints) << path << " was shown although libtiff complained";
    }
    EXPECT_GE(damaged, 1);
}

TEST(HostilePictures, TheChecksumOfADeflatedStripCounts)
{
    // 64 × 64 of grey noise in one strip; one flipped bit shifts no row, and only the checksum tells.
    std::string pixels;
    std::uint32_t state = 1;
    for (int i = 0; i < 64 * 64; ++i)
        pixels += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    std::string packed(compressBound(pixels.size()), '\0');
    auto length = static_cast<uLongf>(packed.size());
    ASSERT_EQ(compress2(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(pixels.data()),
                  pixels.size(), 0), Z_OK); // stored: every byte is a pixel
    packed.resize(length);
    const auto file = [&](const std::string& data) {
        const auto entries = tiffEntry(256, 4, 1, 64) + tiffEntry(257, 4, 1, 64) + tiffEntry(258, 3, 1, 8)
            + tiffEntry(259, 3, 1, 8) + tiffEntry(262, 3, 1, 1) + tiffEntry(273, 4, 1, 8 + 2 + 12 * 8 + 4)
            + tiffEntry(278, 3, 1, 64) + tiffEntry(279, 4, 1, data.size());
        return "II*\0"s + number(8, 4) + number(8, 2) + entries + number(0, 4) + data;
    };
    EXPECT_EQ(errorOf(file(packed)).message, "was read");
    auto damaged = packed;
    damaged[length / 2] = static_cast<char>(damaged[length / 2] ^ 1);
    EXPECT_NE(errorOf(file(damaged)).message.find("a checksum does not hold"), std::string::npos) << errorOf(file(damaged)).message;
}

TEST(HostilePictures, FormatsThatAreNotReadAreNamed)
{
    for (const auto& [text, name] : {std::pair{"\0\0\0\x20"s + "ftypavif", "AVIF"s},
             {"\0\0\0\x18"s + "ftypheic", "HEIC"}, {"\0\0\0\x18"s + "ftypmif1", "HEIC"}, {"\xFF\x0A"s, "JPEG XL"},
             {"\0\0\0\x0CJXL \x0D\x0A\x87\x0A"s, "JPEG XL"}, {"<svg xmlns='x'/>"s, "SVG"},
             {"<?xml version='1.0'?>\n<svg/>"s, "SVG"}, {"%PDF-1.7"s, "PDF"}}) {
        EXPECT_EQ(errorOf(text).code, ErrorCode::Unsupported) << name;
        EXPECT_NE(errorOf(text).message.find(name), std::string::npos) << errorOf(text).message;
        EXPECT_NE(errorOf(text).message.find("convert it"), std::string::npos) << errorOf(text).message;
    }
}

TEST(HostilePictures, OrientationInHexadecimalTextCounts)
{
    const auto png = bytesOf(kPictures / "colour.png");
    const std::string text{reinterpret_cast<const char*>(png.data()), png.size()};
    const auto exif = "4578696600004949"s + "2a00080000000100120103000100000006000000" + "00000000";
    const auto plain = "Raw profile type exif\0"s + "\nexif\n      28\n" + exif.substr(0, 36) + "\n" + exif.substr(36) + "\n";
    const auto with = [&](const std::string& chunk) { return text.substr(0, 33) + chunk + text.substr(33); };
    const auto size = [](const std::string& file) {
        const auto picture = decodePicture(std::as_bytes(std::span{file}), "x.png");
        return picture ? std::pair{picture->width(), picture->height()} : std::pair{0, 0};
    };
    const auto [width, height] = size(text);
    ASSERT_NE(width, height);
    EXPECT_EQ(size(with(pngChunk("tEXt", plain))), std::pair(height, width));
    EXPECT_EQ(size(with(pngChunk("iTXt", plain.substr(0, 22) + "\0\0\0\0"s + plain.substr(22)))), std::pair(height, width));
    EXPECT_EQ(size(with(pngChunk("tEXt", "Comment\0x"s))), std::pair(width, height));
    for (const auto& broken : {plain.substr(0, 30), plain.substr(0, 22) + "\nexif\n 1\nzz"})
        EXPECT_EQ(size(with(pngChunk("tEXt", broken))), std::pair(width, height));
    EXPECT_EQ(size(with(pngChunk("zTXt", plain.substr(0, 22) + "\0not zlib"s))), std::pair(width, height));
}

TEST(HostilePictures, WhatTheDecoderDoesNotBeginIsNotABlackPicture)
{
    const auto with = [](const char* name, std::size_t at, const std::string& bytes) {
        const auto file = bytesOf(kPictures / name);
        std::string text{reinterpret_cast<const char*>(file.data()), file.size()};
        return text.replace(at, bytes.size(), bytes);
    };
    for (const auto& file : {with("grey.png", 37, "IDA\x14"), with("palette.bmp", 30, number(65536, 4)),
             with("grey.bmp", 46, number(16777216, 4))})
        EXPECT_NE(errorOf(file).message.find("damaged"), std::string::npos) << errorOf(file).message;
    EXPECT_EQ(errorOf(bmp(24, 48)).message, "was read") << "a picture may be black";
}

TEST(HostilePictures, SixteenBitsTakeNoMoreThanEight)
{
    // 5000 × 5000 of 16 bits: 150 MB as they are, 75 MB reduced.
    std::string row(1 + 5000 * 6, '\0');
    std::string rows;
    for (int y = 0; y < 5000; ++y)
        rows += row;
    std::string packed(compressBound(rows.size()), '\0');
    auto length = static_cast<uLongf>(packed.size());
    ASSERT_EQ(compress2(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(rows.data()),
                  rows.size(), 1), Z_OK);
    packed.resize(length);
    rows.clear();
    rows.shrink_to_fit();
    const auto file = "\x89PNG\r\n\x1A\n"s
        + pngChunk("IHDR", number(5000, 4, true) + number(5000, 4, true) + "\x10\2\0\0\0"s) + pngChunk("IDAT", packed)
        + pngChunk("IEND", "");
    const auto wrong = [&] {
        setMemoryBound(std::uint64_t{1} << 30); // by itself a run takes no more than half of what the limit leaves
        return errorOf(file).message == "was read" ? 0 : 1;
    };
    expectModest("16 bits", wrong, std::size_t{110} << 20, 20);
}
