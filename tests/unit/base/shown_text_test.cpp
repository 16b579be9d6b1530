// tests/unit/base/shown_text_test.cpp: texts of others give terminals no commands and turn nothing around.
#include "core/base/shown_text.h"
#include <gtest/gtest.h>

using namespace patchlight;
using namespace std::string_literals;

TEST(ShownText, ControlsAndOverridesAreSpaces)
{
    EXPECT_EQ(harmlessText("a\x1b[2J\x7f\n\tb"), "a [2J \n\tb");
    EXPECT_EQ(harmlessLine("a\n\tb\rc"), "a  b c");
    EXPECT_EQ(harmlessLine("a\xC2\x9B"
                           "31mRED"),
        "a 31mRED"); // U+009B is CSI
    EXPECT_EQ(harmlessLine("\xE2\x80\xAEgpj.exe\xE2\x81\xA6x\xE2\x80\xA8y"), " gpj.exe x y");
    EXPECT_EQ(harmlessLine("stray \x9b 8-bit"), "stray   8-bit");
    EXPECT_EQ(harmlessLine("caf\xE9"), "caf\xE9") << "a name in Latin-1 stays what it is";
}

TEST(ShownText, OrdinaryTextIsUntouched)
{
    for (const std::string text : {"", "plain", "Zwölf Boxkämpfer · 2 × 3", "猫、犬", "עברית", "👩‍👩‍👧", "a\xC2\xA0 b"})
        EXPECT_EQ(harmlessLine(text), text);
}

TEST(ShownText, InJsonTheyAreEscaped)
{
    EXPECT_EQ(harmlessJson("{\"name\": \"\xC2\x9B\xE2\x80\xAEx\"}\n"), "{\"name\": \"\\u009b\\u202ex\"}\n");
}

TEST(ShownText, IsCutBetweenCharacters)
{
    EXPECT_EQ(shortened("äöü", 3), "äöü");
    EXPECT_EQ(shortened("äöüß", 3), "äöü…");
    EXPECT_EQ(shortened("", 0), "");
    EXPECT_EQ(asWritten("a b"), "\"a b\"");
    EXPECT_EQ(asWritten(std::string(5000, 'a')).size(), 120 + std::string("\"…\"").size());
    EXPECT_EQ(shortened(std::string(5, '\xFF'), 2), "\xFF\xFF…");
}

TEST(ShownText, TheFirstLineThatIsNoneIsFound)
{
    EXPECT_FALSE(firstLineThatIsNoText("a\nö\n"));
    EXPECT_EQ(firstLineThatIsNoText("a\nb\nK\xF6nig\n"), 3U);
    EXPECT_EQ(firstLineThatIsNoText("a\0b"s), 1U);
    for (const char* broken : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"})
        EXPECT_EQ(firstLineThatIsNoText(broken), 1U);
}
