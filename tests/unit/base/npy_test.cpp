// tests/unit/base/npy_test.cpp
#include "core/base/npy.h"
#include <gtest/gtest.h>

using namespace patchlight;

TEST(Npy, WhatIsWrittenIsReadBack)
{
    const NdArray array{{2, 3}, {1, 2, 3, 4, 5, 6.5F}};
    const auto back = parseNpy(formatNpy(array), "memory");
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, array);
}

TEST(Npy, HeaderIsPaddedTo64Bytes)
{
    for (int length = 0; length < 6; ++length) {
        const NdArray array{std::vector<std::int64_t>(static_cast<std::size_t>(length), 1), {7}};
        EXPECT_EQ((formatNpy(array).size() - sizeof(float)) % 64, 0U) << length << " axes";
    }
}

TEST(Npy, ReadsWhatNumpyWrote)
{
    const auto golden = readNpy(PATCHLIGHT_FIXTURES "/goldens/timm-vit/logits.npy");
    ASSERT_TRUE(golden) << golden.error().message;
    EXPECT_EQ(golden->shape.size(), 2U);
    EXPECT_EQ(golden->dim(0), 1);
}

TEST(Npy, FortranOrderIsTurned)
{
    auto bytes = formatNpy({{2, 3}, {1, 4, 2, 5, 3, 6}});
    const std::string from = "False";
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    text.replace(text.find(from), from.size(), "True ");
    const auto array = parseNpy(std::as_bytes(std::span{text.data(), text.size()}), "memory");
    ASSERT_TRUE(array) << array.error().message;
    EXPECT_EQ(array->values, (std::vector<float>{1, 2, 3, 4, 5, 6}));
}

TEST(Npy, EveryTruncationIsAnError)
{
    const auto bytes = formatNpy({{4}, {1, 2, 3, 4}});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(parseNpy(std::span{bytes}.first(size), "memory")) << size;
}

TEST(Npy, HugeShapeIsRefusedWithoutAllocating)
{
    const auto bytes = formatNpy({{1152921504606846976, 16}, {}});
    const auto array = parseNpy(bytes, "huge.npy");
    ASSERT_FALSE(array);
    EXPECT_EQ(array.error().code, ErrorCode::Malformed);
    EXPECT_NE(array.error().message.find("huge.npy"), std::string::npos);
}

namespace
{

std::vector<std::byte> npyWith(const std::string& dictionary, std::size_t dataBytes)
{
    const std::string text = std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(dictionary.size() & 255)
        + static_cast<char>(dictionary.size() >> 8) + dictionary + std::string(dataBytes, '\0');
    const auto bytes = std::as_bytes(std::span{text});
    return {bytes.begin(), bytes.end()};
}

std::string dictionaryOf(const std::string& descr, const std::string& shape)
{
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
}

}

TEST(Npy, ALongHeaderCostsNoStack)
{
    const auto array = parseNpy(npyWith(dictionaryOf("<f4", std::string(60'000, ' ')), 4), "deep.npy");
    ASSERT_TRUE(array) << array.error().message;
    EXPECT_TRUE(array->shape.empty());
    EXPECT_EQ(array->values.size(), 1U);
}

TEST(Npy, TypesThatAreNotReadAreUnsupported)
{
    for (const std::string descr : {">f4", "|O", "<c8", "<U7", "|V2"}) {
        const auto array = parseNpy(npyWith(dictionaryOf(descr, "1,"), 64), "odd.npy");
        ASSERT_FALSE(array) << descr;
        EXPECT_EQ(array.error().code, ErrorCode::Unsupported) << array.error().message;
        EXPECT_NE(array.error().message.find("odd.npy"), std::string::npos);
    }
}

TEST(Npy, ShapesThatLieAreMalformed)
{
    for (const std::string shape : {"", "2,", "-1,", "x,", "1152921504606846976, 0", "0, 1152921504606846976",
             "2147483648, 2147483648, 0", "1,1,1,1,1,1,1,1,1"}) {
        const auto array = parseNpy(npyWith(dictionaryOf("<f4", shape), 0), "odd.npy");
        ASSERT_FALSE(array) << shape;
        EXPECT_EQ(array.error().code, ErrorCode::Malformed) << array.error().message;
    }
}
