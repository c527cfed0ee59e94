// SPDX-License-Identifier: GPL-2.0-only
#include "parse-text.h"

#include <gtest/gtest.h>

using namespace simulator;

TEST(StandbyKeys, TheFileAndSettingsNameEdges)
{
    const Scenario scenario = ParseText("standbys: {edge-1: edge-2, edge-12: none}\n",
                                        {"standbys.edge-2=cloud", "heartbeat.misses=5"});
    const std::map<std::string, std::string> expected = {
        {"edge-1", "edge-2"}, {"edge-12", "none"}, {"edge-2", "cloud"}};
    EXPECT_EQ(scenario.standbys, expected);
    EXPECT_EQ(scenario.heartbeat.misses, 5U);
    EXPECT_EQ(scenario.heartbeat.interval, ns3::MilliSeconds(100));
    EXPECT_TRUE(ParseText("").standbys.empty());
}

TEST(StandbyKeys, OnlyEdgesHaveOne)
{
    EXPECT_EQ(GetTextError("standbys: {edge-0: cloud}\n"),
              "c.yaml:2:12: standbys: 'edge-0' is out of range, expected an edge such as edge-1");
    EXPECT_EQ(GetTextError("standbys: {gateway-1: cloud}\n"),
              "c.yaml:2:12: standbys: 'gateway-1' is no edge, expected an edge such as edge-1");
    EXPECT_EQ(GetTextError("standbys: {edge-1: cloud, edge-1: edge-2}\n"),
              "c.yaml:2:27: duplicate key 'edge-1'");
    EXPECT_EQ(GetTextError("standbys: [edge-1]\n").rfind("c.yaml:2:11: ", 0), 0U);
}
