// tests/unit/base/bytes_test.cpp: numbers out of untrusted bytes, and the shapes they state.
#include "core/base/array_shape.h"
#include "core/base/byte_cursor.h"
#include "core/base/message_parts.h"
#include <gtest/gtest.h>
#include <limits>

using namespace patchlight;

namespace
{

constexpr std::string_view kText{"\x01\x02\x03\xff\n!", 6};
const std::span<const std::byte> kBytes = std::as_bytes(std::span{kText});

}

TEST(ByteReader, ReadsEitherOrderAtAnyPlace)
{
    EXPECT_EQ(ByteReader(kBytes, ByteReader::Order::Little).number(0, 3), 0x030201U);
    EXPECT_EQ(ByteReader(kBytes, ByteReader::Order::Big).number(0, 3), 0x010203U);
    EXPECT_TRUE(ByteReader(kBytes, ByteReader::Order::Big).has(5, "!"));
}

TEST(ByteReader, NothingLiesPastTheEnd)
{
    const ByteReader reader{kBytes, ByteReader::Order::Little};
    constexpr auto last = std::numeric_limits<std::uint64_t>::max();
    EXPECT_EQ(reader.number(3, 4), std::nullopt);
    EXPECT_EQ(reader.number(last - 1, 4), std::nullopt);
    EXPECT_FALSE(reader.has(5, "!!"));
    EXPECT_EQ(reader.part(4, last).size(), 2U);
    EXPECT_TRUE(reader.part(last, 1).empty());
}

TEST(ByteCursor, ReadsOneThingAfterTheOther)
{
    ByteCursor cursor(kBytes);
    EXPECT_EQ(cursor.number<std::uint16_t>(), 0x0201);
    EXPECT_EQ(cursor.text(1), "\x03");
    EXPECT_EQ(ByteCursor(kBytes, 3).number<std::int8_t>(), -1);
    EXPECT_EQ(cursor.line(), "\xff");
    EXPECT_EQ(cursor.position(), 5U);
    EXPECT_EQ(cursor.left(), 1U);
    EXPECT_TRUE(cursor.ok());
}

TEST(ByteCursor, AfterWhatDoesNotFitEverythingIsEmpty)
{
    ByteCursor cursor(kBytes, 4);
    EXPECT_EQ(cursor.number<std::uint32_t>(), 0U);
    EXPECT_FALSE(cursor.ok());
    EXPECT_EQ(cursor.number<std::uint8_t>(), 0);
    EXPECT_TRUE(cursor.text(1).empty());
    EXPECT_EQ(cursor.left(), 0U);
    EXPECT_FALSE(ByteCursor(kBytes, 7).ok());
    ByteCursor lines(kBytes, 5);
    EXPECT_TRUE(lines.line().empty());
    EXPECT_FALSE(lines.ok());
}

TEST(ArrayShape, CountsNoFurtherThanItsLimit)
{
    const auto count = [](std::vector<std::int64_t> shape, std::int64_t limit) { return elementCount(shape, limit); };
    constexpr std::int64_t huge = std::int64_t{1} << 60;
    EXPECT_EQ(count({2, 3}, 6), 6);
    EXPECT_EQ(count({2, 3}, 5), std::nullopt);
    EXPECT_EQ(count({}, 1), 1);
    EXPECT_EQ(count({}, 0), std::nullopt);
    EXPECT_EQ(count({7, 0}, 0), 0);
    EXPECT_EQ(count({huge, 0}, huge), std::nullopt);
    EXPECT_EQ(count({huge}, huge), std::nullopt);
    EXPECT_EQ(count({kLongestAxis, kLongestAxis, kLongestAxis, 0}, huge), std::nullopt);
    EXPECT_EQ(count({-1, 0}, 6), std::nullopt);
}

TEST(MessageParts, ControlCharactersDoNotReachTheTerminal)
{
    EXPECT_EQ(inQuotes("evil\x1b]0;owned\x07"), "'evil?]0;owned?'");
    EXPECT_EQ(inQuotes(std::string(200, 'a')).size(), std::string("''…").size() + 120);
}
