// tests/unit/image/fuzz_test.cpp: damaged pictures, the same ones on every run.
#include "core/image/read_picture.h"
#include "picture_files.h"
#include <gtest/gtest.h>
#include <random>

using namespace patchlight;

namespace
{

/// Cuts, overwrites bytes or flips bits; most damage goes near the start, where headers are.
std::vector<std::byte> damaged(std::vector<std::byte> bytes, std::mt19937& random)
{
    const auto place
        = [&] { return random() % (random() % 2 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 96)); };
    if (random() % 4 == 0)
        bytes.resize(1 + random() % bytes.size());
    for (auto left = 1 + random() % 4; left > 0; --left) {
        auto& byte = bytes[place()];
        byte = random() % 2 == 0 ? byte ^ std::byte{static_cast<unsigned char>(1U << random() % 8)}
                                 : std::byte{static_cast<unsigned char>(random())};
    }
    return bytes;
}

}

TEST(PictureFuzz, DamageIsAnErrorOrAPictureButNothingElse)
{
    constexpr PictureLimits kLimits{.pixels = 1'000'000};
    std::mt19937 random{20240607};
    testing::internal::CaptureStderr();
    int read = 0, refused = 0;
    for (const auto& path : pictureFiles()) {
        const auto whole = bytesOf(path);
        for (int round = 0; round < 100; ++round) {
            const auto picture = decodePicture(damaged(whole, random), "damaged", kLimits);
            picture ? ++read : ++refused;
            if (picture) {
                EXPECT_LE(std::int64_t{picture->width()} * picture->height(), kLimits.pixels);
            } else {
                EXPECT_NE(picture.error().message.find("damaged"), std::string::npos);
            }
        }
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_GT(read, 100); // flips inside the pixels still decode
    EXPECT_GT(refused, 1000);
}
