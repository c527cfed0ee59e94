// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/number-format.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

using namespace analysis;

TEST(FormatNumber, HasNineSignificantDigits)
{
    EXPECT_EQ(FormatNumber(0), "0");
    EXPECT_EQ(FormatNumber(0.8), "0.8");
    EXPECT_EQ(FormatNumber(1.0 / 3), "0.333333333");
    EXPECT_EQ(FormatNumber(123456789012.0), "1.23456789e+11");
    EXPECT_EQ(FormatNumber(-2.5), "-2.5");
}

TEST(FormatSeconds, HasNoTrailingZeros)
{
    EXPECT_EQ(FormatSeconds(0), "0");
    EXPECT_EQ(FormatSeconds(1), "0.000000001");
    EXPECT_EQ(FormatSeconds(40'000'001), "0.040000001");
    EXPECT_EQ(FormatSeconds(999'999'999), "0.999999999");
    EXPECT_EQ(FormatSeconds(1'000'000'000), "1");
    EXPECT_EQ(FormatSeconds(1'500'000'000), "1.5");
    EXPECT_EQ(FormatSeconds(-20'000'000), "-0.02");
}

TEST(FormatSeconds, IsExactForEveryInteger)
{
    EXPECT_EQ(FormatSeconds(1'000'000'005), "1.000000005");
    EXPECT_EQ(FormatSeconds(123'456'789'012), "123.456789012");
    EXPECT_EQ(FormatSeconds(std::numeric_limits<std::int64_t>::max()), "9223372036.854775807");
    EXPECT_EQ(FormatSeconds(std::numeric_limits<std::int64_t>::min()), "-9223372036.854775808");
}

TEST(FormatFixed, KeepsTrailingZeros)
{
    EXPECT_EQ(FormatFixed(97.25, 1), "97.2");
    EXPECT_EQ(FormatFixed(3, 2), "3.00");
}
