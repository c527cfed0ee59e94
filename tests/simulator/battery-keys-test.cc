// SPDX-License-Identifier: GPL-2.0-only
// Batteries of tiers, and of single nodes.
#include "tests/simulator/parse-text.h"

#include <gtest/gtest.h>

using namespace simulator;

TEST(BatteryKeys, OfATierAndOfOneNode)
{
    const Scenario scenario =
        ParseText("batteries: {device-12: {capacity: 1J}, device: {capacity: 2J}}\n",
                  {"batteries.edge-1.capacity=1Wh"});
    EXPECT_EQ(scenario.batteries.at("device"), 2.0);
    EXPECT_EQ(scenario.batteries.at("device-12"), 1.0);
    EXPECT_EQ(scenario.batteries.at("edge-1"), 3600.0);
    EXPECT_FALSE(scenario.batteries.at("gateway"));
    EXPECT_EQ(scenario.batteries.count("device-1"), 0U);
}

TEST(BatteryKeys, TheyAreWrittenOut)
{
    const std::string text = FormatScenario(
        ParseText("batteries: {gateway: {capacity: 3kJ}, device-2: {capacity: 2Wh}}\n"));
    const Scenario copy = ParseScenario(TemporaryFile("c.yaml", text).GetPath(), {});
    EXPECT_EQ(FormatScenario(copy), text);
    EXPECT_EQ(copy.batteries.at("gateway"), 3000.0);
    EXPECT_EQ(copy.batteries.at("device-2"), 7200.0);
}

TEST(BatteryKeys, WhatIsNoNodeIsRefused)
{
    const std::string expected = ", expected a node such as device-1";
    EXPECT_EQ(GetTextError("batteries: {device-0: {capacity: 1J}}\n"),
              "c.yaml:2:13: 'device-0' is out of range" + expected);
    EXPECT_EQ(GetTextError("batteries: {device-x: {capacity: 1J}}\n"),
              "c.yaml:2:13: 'x' is not a whole number" + expected);
    EXPECT_EQ(GetTextError("batteries: {device-03: {capacity: 1J}}\n"),
              "c.yaml:2:13: '03' has a leading zero" + expected);
    EXPECT_EQ(GetTextError("", {"batteries.device-0.capacity=1J"}).find("--set"), 0U);
    EXPECT_EQ(GetTextError("batteries: {devize: {capacity: 1J}}\n"),
              "c.yaml:2:13: unknown key 'devize', did you mean 'device'?");
    EXPECT_EQ(
        GetTextError("batteries: {cloud: {capacity: 1J}}\n").rfind("c.yaml:2:13: unknown key", 0),
        0U);
    EXPECT_EQ(GetTextError("batteries: [1J]\n").rfind("c.yaml:2:12: ", 0), 0U);
}
