// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/sweep-range.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

using Texts = std::vector<std::string>;

Texts
Expand(const std::string& range, RangeNumbers numbers = RangeNumbers::Real)
{
    return ExpandRange(YAML::Load(range), {"c.yaml", "", true}, numbers);
}

std::string
GetError(const std::string& range, RangeNumbers numbers = RangeNumbers::Real)
{
    try
    {
        Expand(range, numbers);
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(SweepRange, LogarithmicStepsHaveThreeDigitsAndReadableUnits)
{
    // (100000 / 64)^(1/5) = 4.35275: 64, 278.58, 1212.6, 5278.0, 22974, 100000 kbps.
    EXPECT_EQ(Expand("{from: 64kbps, to: 100Mbps, steps: 6, scale: log}"),
              (Texts{"64kbps", "279kbps", "1.21Mbps", "5.28Mbps", "23Mbps", "100Mbps"}));
    EXPECT_EQ(Expand("{from: 1s, to: 1ms, steps: 4, scale: log}"),
              (Texts{"1s", "100ms", "10ms", "1ms"}));
    // 10^(1/3) = 2.1544, 10^(2/3) = 4.6416.
    EXPECT_EQ(Expand("{from: 0.001, to: 0.01, steps: 4, scale: log}"),
              (Texts{"0.001", "0.00215", "0.00464", "0.01"}));
}

TEST(SweepRange, LinearStepsHaveSixDigits)
{
    EXPECT_EQ(Expand("{from: 0, to: 1, steps: 4}"), (Texts{"0", "0.333333", "0.666667", "1"}));
    EXPECT_EQ(Expand("{from: 0.1, to: 0.5, steps: 5}"), (Texts{"0.1", "0.2", "0.3", "0.4", "0.5"}));
    EXPECT_EQ(Expand("{from: -10dBm, to: 10dBm, steps: 5}"),
              (Texts{"-10dBm", "-5dBm", "0dBm", "5dBm", "10dBm"}));
    EXPECT_EQ(Expand("{from: 0dB, to: 20dB, steps: 5}"),
              (Texts{"0dB", "5dB", "10dB", "15dB", "20dB"}));
    EXPECT_EQ(Expand("{to: 1, from: 5, steps: 3}"), (Texts{"5", "3", "1"}));
}

TEST(SweepRange, UnitIsThatOfBothEndsOrASuitableOne)
{
    EXPECT_EQ(Expand("{from: 500ms, to: 2500ms, steps: 3}"), (Texts{"500ms", "1500ms", "2500ms"}));
    EXPECT_EQ(Expand("{from: 1min, to: 1h, steps: 3}"), (Texts{"1min", "1830s", "1h"}));
    // 1 KiB/s is 8192 bit/s.
    EXPECT_EQ(Expand("{from: 1KiB/s, to: 3KiB/s, steps: 3}"),
              (Texts{"1KiB/s", "16.384kbps", "3KiB/s"}));
    EXPECT_EQ(Expand("{from: 50cm, to: 2m, steps: 3}"), (Texts{"50cm", "1.25m", "2m"}));
}

TEST(SweepRange, RoundsToWholeNumbersWhereOnlyTheyAreTaken)
{
    // 10^(1/3) = 2.15, 10^(2/3) = 4.64.
    EXPECT_EQ(Expand("{from: 1, to: 10, steps: 4, scale: log}", RangeNumbers::Whole),
              (Texts{"1", "2", "5", "10"}));
    // 1.25 and 1.5 ns.
    EXPECT_EQ(Expand("{from: 1ns, to: 2ns, steps: 2}"), (Texts{"1ns", "2ns"}));
    EXPECT_EQ(GetError("{from: 1ns, to: 2ns, steps: 5}"),
              "c.yaml:1:29: steps: '5' gives '1ns' twice, expected fewer");
    EXPECT_EQ(GetError("{from: 1, to: 3, steps: 6}", RangeNumbers::Whole),
              "c.yaml:1:25: steps: '6' gives '1' twice, expected fewer");
}

TEST(SweepRange, EveryValueIsReadBack)
{
    for (int steps = 2; steps < 200; ++steps)
    {
        const std::string rest = ", steps: " + std::to_string(steps) + ", scale: log}";
        for (const std::string& text : Expand("{from: 1kbps, to: 1Gbps" + rest))
        {
            EXPECT_GT(ParseDataRate(text).GetBitRate(), 999U);
            EXPECT_LE(text.size(), 8U) << text; // "1.23Mbps"
        }
        for (const std::string& text : Expand("{from: 1us, to: 1h" + rest))
        {
            EXPECT_GE(ParseTime(text).GetNanoSeconds(), 1000);
        }
        for (const std::string& text : Expand("{from: 1mW, to: 1kW" + rest))
        {
            EXPECT_GE(ParsePower(text), 0.001);
        }
    }
}

TEST(SweepRange, SaysWhatIsWrong)
{
    EXPECT_EQ(GetError("{from: 1, to: 2}"),
              "c.yaml:1:1: missing key 'steps', expected a whole number such as 3");
    EXPECT_EQ(GetError("{from: 1, to: 2, steps: 1}"),
              "c.yaml:1:25: steps: '1' is out of range, expected 2 to 10000");
    EXPECT_EQ(GetError("{from: 1, to: 2, step: 3}"),
              "c.yaml:1:18: unknown key 'step', did you mean 'steps'?");
    EXPECT_EQ(GetError("{from: 1, to: 2, steps: 3, scale: ln}"),
              "c.yaml:1:35: scale: unknown value 'ln', expected linear or log");
    EXPECT_EQ(GetError("{from: 1ms, to: 2Mbps, steps: 3}"),
              "c.yaml:1:17: to: '2Mbps' and '1ms' are not of the same kind, expected units of one "
              "kind");
    EXPECT_EQ(GetError("{from: 0dB, to: 20dBm, steps: 5}"),
              "c.yaml:1:17: to: '20dBm' and '0dB' are not of the same kind, expected units of one "
              "kind");
    EXPECT_EQ(GetError("{from: 2, to: 2, steps: 3}"),
              "c.yaml:1:15: to: '2' is also the start, expected another value");
    EXPECT_EQ(GetError("{from: 0, to: 2, steps: 3, scale: log}"),
              "c.yaml:1:8: from: '0' is not above zero, expected such ends with scale log");
    EXPECT_EQ(GetError("{from: udp, to: tcp, steps: 3}"),
              "c.yaml:1:8: from: 'udp' does not start with a number, expected a number, with a "
              "unit where the key has one");
    EXPECT_EQ(GetError("{from: 1parsec, to: 2, steps: 3}"),
              "c.yaml:1:8: from: '1parsec' has the unknown unit 'parsec', expected a number, with "
              "a unit where the key has one");
}
