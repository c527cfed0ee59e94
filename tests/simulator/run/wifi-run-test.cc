// SPDX-License-Identifier: GPL-2.0-only
// Whole deployments whose devices share one access point.
#include "simulator/links/wifi-link.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

using namespace simulator;

namespace
{

class WifiRunTest : public testing::Test
{
  protected:
    WifiRunTest()
    {
        scenario.links["local"] = MakeLinkSettings("wifi", "local");
    }

    WifiSettings& GetWifi()
    {
        return std::any_cast<WifiSettings&>(scenario.links["local"].values);
    }

    analysis::RunRecord Run(int devices) const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(devices);
        return Simulate(scenario, *MakeNetwork(Describe(devices, {4}), dataset), dataset, 1);
    }

    Scenario scenario = MakeScenario();
};

std::uint64_t
GetBytes(const analysis::RunRecord& run, const std::string& direction, const std::string& kind)
{
    std::uint64_t bytes = 0;
    for (const analysis::LinkRecord& row : run.links)
    {
        const bool isAsked =
            row.link == "local-1" && row.direction == direction && row.kind == kind;
        bytes += isAsked ? row.bytes : 0;
    }
    return bytes;
}

} // namespace

TEST_F(WifiRunTest, ThirtyStationsAtTenHertzDeliverEverything)
{
    // 20 samples, one every 100 ms; everything exits at the gateway. Scores of 30 devices: 12 B
    // each, counted once however often they are sent.
    scenario.localThreshold = 1;
    const analysis::RunRecord run = Run(30);
    ASSERT_EQ(run.samples.size(), 20U);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.exit, "local");
        EXPECT_EQ(sample.viewsMissing, 0U);
    }
    EXPECT_EQ(GetBytes(run, "up", "payload"), 20U * 30 * 12);
    EXPECT_TRUE(run.warnings.empty());
}

TEST_F(WifiRunTest, OneAndThirteenStationsAnswerEverySample)
{
    for (const int devices : {1, 13})
    {
        const analysis::RunRecord run = Run(devices);
        EXPECT_TRUE(run.warnings.empty());
        for (const analysis::SampleRecord& sample : run.samples)
        {
            EXPECT_NE(sample.exit, "lost");
            EXPECT_EQ(sample.viewsMissing, 0U);
        }
    }
}

TEST_F(WifiRunTest, TheFirstSampleFindsAnAssociatedDevice)
{
    // The features of one device, 128 B, go to the cloud. On the air 212 bytes (see
    // wifi-link-test.cc): 16 + 1696 + 6 bits are 7 symbols of 260 bits at mcs7, 36 + 28 us, and
    // 66.7 ns for 20 m. Then 176 bytes at 10 Mbit/s, 140.8 us, and 1 ms: 1204.867 us.
    // Only a beacon may be in the way: about 100 bytes at 6 Mbit/s, less than 200 us; the device
    // then waits for AIFS, 43 us, and at most 15 slots, 135 us. An association would take until the
    // next beacon, up to 102.4 ms.
    scenario.localThreshold = 0;
    for (const char* mode : {"infrastructure", "ad-hoc"})
    {
        GetWifi().mode = mode;
        GetWifi().modulation = "mcs7";
        const analysis::RunRecord run = Run(1);
        EXPECT_TRUE(run.warnings.empty());
        EXPECT_GT(GetBytes(run, "up", "warmup"), 0U);
        for (const analysis::SampleRecord& sample : run.samples)
        {
            EXPECT_GE(sample.network, 1204866);
            EXPECT_LE(sample.network, 1204867 + 200000 + 43000 + 135000);
        }
    }
}

TEST_F(WifiRunTest, KindsSumToTheTotal)
{
    GetWifi().loss = 0.2;
    const analysis::RunRecord run = Run(4);
    std::map<std::string, std::int64_t> balance;
    for (const analysis::LinkRecord& row : run.links)
    {
        const auto bytes = static_cast<std::int64_t>(row.bytes);
        balance[row.link + " " + row.direction] += row.kind == "total" ? -bytes : bytes;
    }
    EXPECT_EQ(balance.at("local-1 up"), 0);
    EXPECT_EQ(balance.at("local-1 down"), 0);
    EXPECT_GT(GetBytes(run, "up", "retransmission"), 0U);
    EXPECT_GT(GetBytes(run, "down", "ack"), 0U);
    EXPECT_GT(GetBytes(run, "down", "control"), 0U); // beacons
}

TEST_F(WifiRunTest, ARadioIdlesSendsOrReceives)
{
    // Idle 0.819 W, sending 1.14 W, receiving 0.939 W, one at a time. 20 frames of scores, at least
    // 52 us each, and about 30 beacons are little in 3 s.
    const analysis::RunRecord run = Run(3);
    std::size_t devices = 0;
    for (const analysis::NodeRecord& node : run.nodes)
    {
        if (node.tier != "device")
        {
            continue;
        }
        ++devices;
        const analysis::EnergyRecord& energy = node.energy;
        EXPECT_NEAR(energy.radioIdle / 0.819 + energy.radioSend / 1.14 +
                        energy.radioReceive / 0.939,
                    node.aliveSeconds,
                    1e-9);
        EXPECT_GE(energy.radioSend, 20 * 52e-6 * 1.14);
        EXPECT_GT(energy.radioReceive, 0);
        EXPECT_GT(energy.radioIdle, 0.98 * energy.GetRadio());
    }
    EXPECT_EQ(devices, 3U);
}

TEST_F(WifiRunTest, AnAccessPointWithoutPowerIsSilent)
{
    // Processor 1 W, wifi 0.819 W idle, backhaul 0.5 W: 7 J are gone after 3 s, within the 20
    // samples, and the rest is lost.
    const analysis::RunRecord before = Run(2);
    scenario.batteries["gateway"] = 7;
    const analysis::RunRecord run = Run(2);
    EXPECT_EQ(run.samples.front().exit, before.samples.front().exit);
    EXPECT_EQ(run.samples.back().exit, "lost");
    EXPECT_LT(GetBytes(run, "down", "total"), GetBytes(before, "down", "total"));
    for (const analysis::NodeRecord& node : run.nodes)
    {
        if (node.node == "gateway-1")
        {
            EXPECT_NEAR(node.aliveSeconds, 7 / 2.319, 0.02);
        }
    }
}

TEST_F(WifiRunTest, TheSeedAloneDecides)
{
    const std::vector<std::int64_t> first = GetLatencies(Run(6));
    EXPECT_EQ(GetLatencies(Run(6)), first);
    scenario.seed = 2;
    EXPECT_NE(GetLatencies(Run(6)), first);
}

TEST_F(WifiRunTest, AtLowSignalOrManyLossesTheRunEnds)
{
    // At 60 m the signal has 16 - 46.7 - 30 log(60) = -84 dBm: below -82 dBm, ns-3's radio does not
    // find a frame. With half of all frames lost, ns-3 must not stumble.
    GetWifi().radio.distance = 60;
    const analysis::RunRecord far = Run(2);
    EXPECT_EQ(far.samples.size(), 20U);
    EXPECT_EQ(far.samples[0].exit, "lost");
    EXPECT_EQ(far.warnings.size(), 1U);
    GetWifi().radio.distance = 20;
    for (const char* standard : {"802.11n", "802.11ac", "802.11ax"})
    {
        GetWifi().standard = standard;
        GetWifi().loss = 0.5;
        EXPECT_EQ(Run(3).samples.size(), 20U);
    }
}
