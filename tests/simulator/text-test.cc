// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/text.h"

#include <gtest/gtest.h>

using namespace simulator;

TEST(Text, QuoteKeepsMessagesOnOneLine)
{
    EXPECT_EQ(Quote("10"), "'10'");
    EXPECT_EQ(Quote("a\nb\tc\x7f"), "'a?b?c?'");
    EXPECT_EQ(Quote(std::string(61, 'x')), "'" + std::string(60, 'x') + "...'");
    // A code point of two bytes across the limit is left out, not cut.
    EXPECT_EQ(Quote(std::string(59, 'x') + "\xc3\xb6y"), "'" + std::string(59, 'x') + "...'");
}

TEST(Text, NearestWord)
{
    EXPECT_EQ(FindNearest("thresold", {"waits", "threshold"}), "threshold");
    EXPECT_EQ(FindNearest("rnu", {"run", "check"}), "run");
    EXPECT_EQ(FindNearest("seeds", {"seed", "sites"}), "seed");
    EXPECT_EQ(FindNearest("banana", {"run", "check"}), std::nullopt);
    EXPECT_EQ(FindNearest("", {"a"}), std::nullopt);
    EXPECT_EQ(FindNearest("x", {}), std::nullopt);
    EXPECT_EQ(FindNearest(std::string(100'000, 'x'), {"run"}), std::nullopt);
}

TEST(Text, JoinsAlternatives)
{
    EXPECT_EQ(JoinAlternatives({}), "");
    EXPECT_EQ(JoinAlternatives({"a"}), "a");
    EXPECT_EQ(JoinAlternatives({"a", "b"}), "a or b");
    EXPECT_EQ(JoinAlternatives({"a", "b", "c"}), "a, b or c");
}

TEST(Text, FindsBadCharacters)
{
    EXPECT_EQ(FindBadCharacter("plain\ttext\r\n"), std::nullopt);
    EXPECT_EQ(FindBadCharacter("k\xc3\xb6ln \xe2\x82\xac \xf0\x9f\x98\x80"), std::nullopt);
    EXPECT_EQ(FindBadCharacter("a\x01"), 1U);
    EXPECT_EQ(FindBadCharacter(std::string("ab\0", 3)), 2U);
    EXPECT_EQ(FindBadCharacter("a\x80"), 1U);            // continuation without a lead
    EXPECT_EQ(FindBadCharacter("ab\xc3"), 2U);           // cut off
    EXPECT_EQ(FindBadCharacter("\xc0\xaf"), 0U);         // overlong
    EXPECT_EQ(FindBadCharacter("\xe0\x80\xaf"), 0U);     // overlong
    EXPECT_EQ(FindBadCharacter("\xed\xa0\x80"), 0U);     // surrogate
    EXPECT_EQ(FindBadCharacter("\xf4\x90\x80\x80"), 0U); // above U+10FFFF
    EXPECT_EQ(FindBadCharacter("\xe2\x82\x7f\x7f"), 0U); // wrong third byte
}
