// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/quantity.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

using namespace simulator;

namespace
{

template <typename Parse>
std::string
GetError(Parse parse, const std::string& text)
{
    try
    {
        parse(text);
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

std::int64_t
ToNanoseconds(const std::string& text)
{
    return ParseTime(text).GetNanoSeconds();
}

std::uint64_t
ToBitRate(const std::string& text)
{
    return ParseDataRate(text).GetBitRate();
}

} // namespace

TEST(ParseTime, UnderstandsEveryUnit)
{
    EXPECT_EQ(ToNanoseconds("10ns"), 10);
    EXPECT_EQ(ToNanoseconds("200us"), 200'000);
    EXPECT_EQ(ToNanoseconds("40ms"), 40'000'000);
    EXPECT_EQ(ToNanoseconds("1s"), 1'000'000'000);
    EXPECT_EQ(ToNanoseconds("1min"), 60'000'000'000);
    EXPECT_EQ(ToNanoseconds("1h"), 3'600'000'000'000);
    EXPECT_EQ(ToNanoseconds("0s"), 0);
}

TEST(ParseTime, IsExact)
{
    EXPECT_EQ(ToNanoseconds("1.5s"), 1'500'000'000);
    EXPECT_EQ(ToNanoseconds("0.000000001s"), 1);
    EXPECT_EQ(ToNanoseconds("0.1s"), 100'000'000);
    EXPECT_EQ(ToNanoseconds("1.50000000000000000000s"), 1'500'000'000);
    EXPECT_EQ(ToNanoseconds("0.25h"), 900'000'000'000);
    EXPECT_EQ(ToNanoseconds("9223372036854775807ns"), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(ToNanoseconds("9223372036.854775807s"), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(ToNanoseconds("-2.5ms"), -2'500'000);
}

TEST(ParseTime, SaysWhatIsWrong)
{
    EXPECT_EQ(GetError(ParseTime, "10"), "'10' has no unit");
    EXPECT_EQ(GetError(ParseTime, "10 ms"), "'10 ms' has the unknown unit ' ms'");
    EXPECT_EQ(GetError(ParseTime, " 10ms"), "' 10ms' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "10ms "), "'10ms ' has the unknown unit 'ms '");
    EXPECT_EQ(GetError(ParseTime, "10bananas"), "'10bananas' has the unknown unit 'bananas'");
    EXPECT_EQ(GetError(ParseTime, "1e3ms"), "'1e3ms' has the unknown unit 'e3ms'");
    EXPECT_EQ(GetError(ParseTime, "1.ms"), "'1.ms' has the unknown unit '.ms'");
    EXPECT_EQ(GetError(ParseTime, ".5s"), "'.5s' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "+5s"), "'+5s' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "010ms"), "'010ms' has a leading zero");
    EXPECT_EQ(GetError(ParseTime, ""), "'' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "nans"), "'nans' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "infs"), "'infs' does not start with a number");
    EXPECT_EQ(GetError(ParseTime, "0x10ms"), "'0x10ms' has the unknown unit 'x10ms'");
    EXPECT_EQ(GetError(ParseTime, "1,5s"), "'1,5s' has the unknown unit ',5s'");
}

TEST(ParseTime, RefusesWhatDoesNotFit)
{
    EXPECT_EQ(GetError(ParseTime, "0.5ns"), "'0.5ns' is no whole number of nanoseconds");
    EXPECT_EQ(GetError(ParseTime, "0.0000000001s"),
              "'0.0000000001s' is no whole number of nanoseconds");
    EXPECT_EQ(GetError(ParseTime, "9223372036854775808ns"), "'9223372036854775808ns' is too large");
    EXPECT_EQ(GetError(ParseTime, "3000000h"), "'3000000h' is too large");
    EXPECT_EQ(GetError(ParseTime, "99999999999999999999s"),
              "'99999999999999999999s' has too many digits");
    EXPECT_EQ(GetError(ParseTime, "0.0000000000000000001s"),
              "'0.0000000000000000001s' has too many digits");
}

TEST(FormatTime, ParsesBack)
{
    for (const char* text : {"0s", "1ns", "999us", "40ms", "1500ms", "1s", "3600s", "-5ms"})
    {
        EXPECT_EQ(FormatTime(ParseTime(text)), text);
    }
    EXPECT_EQ(FormatTime(ParseTime("1.5s")), "1500ms");
}

TEST(ParseDataRate, UnderstandsTheSpellingsOfNs3)
{
    EXPECT_EQ(ToBitRate("1bps"), 1U);
    EXPECT_EQ(ToBitRate("250kbps"), 250'000U);
    EXPECT_EQ(ToBitRate("250Kbps"), 250'000U);
    EXPECT_EQ(ToBitRate("64kb/s"), 64'000U);
    EXPECT_EQ(ToBitRate("10Mbps"), 10'000'000U);
    EXPECT_EQ(ToBitRate("1.5Gbps"), 1'500'000'000U);
    EXPECT_EQ(ToBitRate("1MBps"), 8'000'000U);
    EXPECT_EQ(ToBitRate("2kB/s"), 16'000U);
    EXPECT_EQ(ToBitRate("1Kib/s"), 1'024U);
    EXPECT_EQ(ToBitRate("1KiB/s"), 8'192U);
    EXPECT_EQ(ToBitRate("1Gib/s"), 1'073'741'824U);
}

TEST(ParseDataRate, AgreesWithNs3)
{
    for (const char* text : {"3bps",
                             "3b/s",
                             "3Bps",
                             "3B/s",
                             "3kbps",
                             "3KBps",
                             "3Kb/s",
                             "3Mb/s",
                             "3MB/s",
                             "3Gb/s",
                             "3GBps",
                             "3Kib/s",
                             "3MiB/s",
                             "3GiB/s",
                             "2.5Mbps"})
    {
        EXPECT_EQ(ToBitRate(text), ns3::DataRate(text).GetBitRate()) << text;
    }
}

TEST(ParseDataRate, SaysWhatIsWrong)
{
    EXPECT_EQ(GetError(ParseDataRate, "10"), "'10' has no unit");
    EXPECT_EQ(GetError(ParseDataRate, "5 Mbps"), "'5 Mbps' has the unknown unit ' Mbps'");
    EXPECT_EQ(GetError(ParseDataRate, "5mbps"), "'5mbps' has the unknown unit 'mbps'");
    EXPECT_EQ(GetError(ParseDataRate, "-5Mbps"), "'-5Mbps' is negative");
    EXPECT_EQ(GetError(ParseDataRate, "0.5bps"), "'0.5bps' is no whole number of bits per second");
    EXPECT_EQ(GetError(ParseDataRate, "20000000000000Gbps"), "'20000000000000Gbps' is too large");
    EXPECT_EQ(GetError(ParseDataRate, "abc"), "'abc' does not start with a number");
}

TEST(FormatDataRate, ParsesBack)
{
    for (const char* text : {"0bps", "999bps", "250kbps", "10Mbps", "1500Mbps", "1Gbps"})
    {
        EXPECT_EQ(FormatDataRate(ParseDataRate(text)), text);
    }
}

TEST(ParseLength, IsInMetres)
{
    EXPECT_EQ(ParseLength("20m"), 20);
    EXPECT_EQ(ParseLength("2.5cm"), 0.025);
    EXPECT_EQ(ParseLength("1.2km"), 1200);
    EXPECT_EQ(GetError(ParseLength, "20"), "'20' has no unit");
    EXPECT_EQ(GetError(ParseLength, "-20m"), "'-20m' is negative");
    EXPECT_EQ(GetError(ParseLength, "20ft"), "'20ft' has the unknown unit 'ft'");
    EXPECT_EQ(FormatLength(0.5), "0.5m");
    EXPECT_EQ(FormatLength(1000), "1km");
}

TEST(ParsePowerLevel, IsInDecibelsOverAMilliwatt)
{
    EXPECT_EQ(ParsePowerLevel("16dBm"), 16);
    EXPECT_EQ(ParsePowerLevel("-7.5dBm"), -7.5);
    EXPECT_EQ(ParsePowerLevel("0dBm"), 0);
    EXPECT_EQ(GetError(ParsePowerLevel, "16"), "'16' has no unit");
    EXPECT_EQ(GetError(ParsePowerLevel, "16dB"), "'16dB' has the unknown unit 'dB'");
    EXPECT_EQ(FormatPowerLevel(-7.5), "-7.5dBm");
}

TEST(ParseDecibels, IsARatio)
{
    EXPECT_EQ(ParseDecibels("10dB"), 10);
    EXPECT_EQ(ParseDecibels("-7.5dB"), -7.5);
    EXPECT_EQ(GetError(ParseDecibels, "10"), "'10' has no unit");
    EXPECT_EQ(GetError(ParseDecibels, "10dBm"), "'10dBm' has the unknown unit 'dBm'");
    EXPECT_EQ(FormatDecibels(7.5), "7.5dB");
}

TEST(ParsePower, IsInWatts)
{
    EXPECT_DOUBLE_EQ(ParsePower("2W"), 2);
    EXPECT_DOUBLE_EQ(ParsePower("300mW"), 0.3);
    EXPECT_DOUBLE_EQ(ParsePower("15uW"), 15e-6);
    EXPECT_DOUBLE_EQ(ParsePower("1.5kW"), 1500);
    EXPECT_EQ(GetError(ParsePower, "2"), "'2' has no unit");
    EXPECT_EQ(GetError(ParsePower, "-2W"), "'-2W' is negative");
    EXPECT_EQ(GetError(ParsePower, "2w"), "'2w' has the unknown unit 'w'");
}

TEST(ParsePower, IsTheNumberNearestToTheText)
{
    EXPECT_EQ(ParsePower("15mW"), 0.015);
    EXPECT_EQ(ParsePower("0.015W"), 0.015);
    EXPECT_EQ(ParsePower("139mW"), 0.139);
}

TEST(FormatPower, ParsesBackToTheSame)
{
    EXPECT_EQ(FormatPower(0.015), "15mW");
    EXPECT_EQ(FormatPower(0), "0W");
    EXPECT_EQ(FormatPower(6.4), "6.4W");
    EXPECT_EQ(FormatPower(1e6), "1000kW");
    EXPECT_EQ(FormatPower(1e-6), "1uW");
    for (const double watt : {0.1 / 3, 1.0 / 7, 1e-6 / 3, 123456.789, 2.0 / 3 * 1e5, 1e-9})
    {
        EXPECT_EQ(ParsePower(FormatPower(watt)), watt) << FormatPower(watt);
    }
}

TEST(ParseEnergy, IsInJoules)
{
    EXPECT_DOUBLE_EQ(ParseEnergy("10kJ"), 10000);
    EXPECT_DOUBLE_EQ(ParseEnergy("2Wh"), 7200);
    EXPECT_DOUBLE_EQ(ParseEnergy("1.5mWh"), 5.4);
    EXPECT_DOUBLE_EQ(ParseEnergy("3mJ"), 0.003);
    EXPECT_DOUBLE_EQ(ParseEnergy("1kWh"), 3.6e6);
    EXPECT_DOUBLE_EQ(ParseEnergy("1MJ"), 1e6);
    EXPECT_EQ(GetError(ParseEnergy, "3"), "'3' has no unit");
    EXPECT_EQ(GetError(ParseEnergy, "-3J"), "'-3J' is negative");
    EXPECT_EQ(GetError(ParseEnergy, "3Ah"), "'3Ah' has the unknown unit 'Ah'");
}

TEST(FormatEnergy, ParsesBackToTheSame)
{
    EXPECT_EQ(FormatEnergy(10000), "10kJ");
    EXPECT_EQ(FormatEnergy(13320), "13.32kJ");
    EXPECT_EQ(FormatEnergy(0.5), "500mJ");
    for (const double joules : {1.0 / 3, 1e4 / 7, 1e-5 / 3, 1e9 / 7})
    {
        EXPECT_EQ(ParseEnergy(FormatEnergy(joules)), joules) << FormatEnergy(joules);
    }
}

TEST(ParseNumber, TakesExponents)
{
    EXPECT_DOUBLE_EQ(ParseNumber("0.8"), 0.8);
    EXPECT_DOUBLE_EQ(ParseNumber("-3"), -3);
    EXPECT_DOUBLE_EQ(ParseNumber("1e-3"), 0.001);
    EXPECT_DOUBLE_EQ(ParseNumber("0"), 0);
}

TEST(ParseNumber, SaysWhatIsWrong)
{
    EXPECT_EQ(GetError(ParseNumber, "nan"), "'nan' does not start with a number");
    EXPECT_EQ(GetError(ParseNumber, "-inf"), "'-inf' does not start with a number");
    EXPECT_EQ(GetError(ParseNumber, "1e999"), "'1e999' is too large or too small");
    EXPECT_EQ(GetError(ParseNumber, "0x1"), "'0x1' is not a number");
    EXPECT_EQ(GetError(ParseNumber, "0.8 "), "'0.8 ' is not a number");
    EXPECT_EQ(GetError(ParseNumber, "1,5"), "'1,5' is not a number");
    EXPECT_EQ(GetError(ParseNumber, "00.5"), "'00.5' has a leading zero");
}

TEST(FormatNumber, ParsesBackToTheSame)
{
    for (const double number : {0.0, 0.8, 1.0 / 3, 1e-300, 123456789.125, -2.5})
    {
        EXPECT_EQ(ParseNumber(FormatNumber(number)), number);
    }
}

TEST(ParseInteger, IsDecimalOnly)
{
    EXPECT_EQ(ParseInteger("0"), 0U);
    EXPECT_EQ(ParseInteger("171"), 171U);
    EXPECT_EQ(ParseInteger("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(GetError(ParseInteger, "010"), "'010' has a leading zero");
    EXPECT_EQ(GetError(ParseInteger, "1e3"), "'1e3' is not a whole number");
    EXPECT_EQ(GetError(ParseInteger, "1.5"), "'1.5' is not a whole number");
    EXPECT_EQ(GetError(ParseInteger, "0x10"), "'0x10' is not a whole number");
    EXPECT_EQ(GetError(ParseInteger, "-1"), "'-1' is negative");
    EXPECT_EQ(GetError(ParseInteger, "-"), "'-' does not start with a number");
    EXPECT_EQ(GetError(ParseInteger, ""), "'' is not a whole number");
    EXPECT_EQ(GetError(ParseInteger, "18446744073709551616"),
              "'18446744073709551616' has too many digits");
}
