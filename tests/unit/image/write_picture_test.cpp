// tests/unit/image/write_picture_test.cpp: what is written can be read back.
#include "core/image/read_picture.h"
#include "core/image/write_picture.h"
#include <gtest/gtest.h>

using namespace patchlight;

namespace
{

Image pattern(int channels)
{
    Image image{7, 5, channels};
    for (int i = 0; i < 7 * 5 * channels; ++i)
        image.data()[i] = static_cast<std::uint8_t>(i * 37);
    return image;
}

}

TEST(WritePng, ColoursComeBackExactly)
{
    const auto bytes = encodePng(pattern(3));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(*decodePicture(*bytes, "memory"), pattern(3));
}

TEST(WritePng, TransparencyKeepsTheColoursUnderIt)
{
    const auto bytes = encodePng(pattern(4));
    ASSERT_TRUE(bytes);
    const auto read = decodePicture(*bytes, "memory"); // alpha is dropped on reading
    ASSERT_TRUE(read);
    for (int x = 0; x < 7; ++x)
        EXPECT_EQ(read->pixel(x, 3)[2], pattern(4).pixel(x, 3)[2]);
}

TEST(WritePng, TheSamePictureIsTheSameBytes)
{
    EXPECT_EQ(*encodePng(pattern(3)), *encodePng(pattern(3)));
}

TEST(WritePng, AnEmptyPictureOrAMissingFolderIsAnError)
{
    EXPECT_EQ(encodePng({}).error().code, ErrorCode::WriteFailed);
    const auto written = writePng("/no/such/folder/a.png", pattern(3));
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
    EXPECT_NE(written.error().message.find("/no/such/folder/a.png"), std::string::npos);
}
