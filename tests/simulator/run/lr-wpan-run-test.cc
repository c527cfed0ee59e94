// SPDX-License-Identifier: GPL-2.0-only
// Whole deployments whose devices share one channel of IEEE 802.15.4: all of IPv6.
#include "simulator/links/csma-link.h"
#include "simulator/links/lr-wpan-link.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <map>

using namespace simulator;

namespace
{

class LrWpanRunTest : public testing::Test
{
  protected:
    LrWpanRunTest()
    {
        // As patient as the standard allows, with time to wait: nothing is lost.
        scenario.links["local"] = MakeLinkSettings("lr-wpan", "local");
        LrWpanSettings& settings = GetLrWpan();
        settings.retries = 7;
        settings.backoffs = 5;
        settings.minBackoffExponent = 6;
        settings.maxBackoffExponent = 8;
        scenario.workload.period = ns3::Seconds(2);
        scenario.localWait.time = scenario.edgeWait.time = scenario.cloudWait.time =
            ns3::Seconds(1);
    }

    LrWpanSettings& GetLrWpan()
    {
        return std::any_cast<LrWpanSettings&>(scenario.links["local"].values);
    }

    analysis::RunRecord Run(const nn::NetworkDescription& description) const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        return Simulate(scenario, *MakeNetwork(description, dataset), dataset, 1);
    }

    Scenario scenario = MakeScenario();
};

/// What was answered, where, from how many views, and how many bytes of payload that took.
void
ExpectSameAnswers(const analysis::RunRecord& run, const analysis::RunRecord& other)
{
    ASSERT_EQ(run.samples.size(), other.samples.size());
    for (std::size_t i = 0; i < run.samples.size(); ++i)
    {
        const analysis::SampleRecord& sample = run.samples[i];
        EXPECT_EQ(sample.exit, other.samples[i].exit);
        EXPECT_EQ(sample.prediction, other.samples[i].prediction);
        EXPECT_EQ(sample.viewsMissing, 0U);
        EXPECT_EQ(sample.payloadBytes, other.samples[i].payloadBytes);
    }
}

/// Bytes by link, direction and kind.
std::map<std::string, std::uint64_t>
GetBytes(const analysis::RunRecord& run)
{
    std::map<std::string, std::uint64_t> bytes;
    for (const analysis::LinkRecord& row : run.links)
    {
        bytes[row.link + " " + row.direction + " " + row.kind] = row.bytes;
    }
    return bytes;
}

} // namespace

TEST_F(LrWpanRunTest, AnswersAreThoseOfP2pIfNothingIsLost)
{
    for (const char* transport : {"udp", "tcp"})
    {
        scenario.transport = transport;
        const nn::NetworkDescription six = Describe(6, {4});
        const analysis::RunRecord run = Run(six);
        EXPECT_TRUE(run.warnings.empty());
        Scenario wired = scenario;
        wired.links["local"] = MakeLinkSettings("p2p", "local");
        std::swap(wired, scenario);
        ExpectSameAnswers(run, Run(six));
        std::swap(wired, scenario);
    }
}

TEST_F(LrWpanRunTest, EveryPayloadByteIsCountedOnEveryLink)
{
    // Everything goes to the cloud: 20 samples of 6 devices, scores of 12 B and features of 16 x 16
    // x 4 bits = 128 B each, the latter in two frames. On the backhaul the packets are whole again.
    scenario.localThreshold = 0;
    const std::map<std::string, std::uint64_t> bytes = GetBytes(Run(Describe(6, {4})));
    EXPECT_EQ(bytes.at("local-1 up payload"), 20U * 6 * (12 + 128));
    EXPECT_EQ(bytes.at("backhaul-1 up payload"), 20U * 6 * 128);
    // There, 2 bytes of PPP, 40 of IPv6, 8 of UDP and 18 of MessageHeader stand before them.
    EXPECT_EQ(bytes.at("backhaul-1 up header"), 20U * 6 * (2 + 40 + 8 + 18));
    EXPECT_GT(bytes.at("local-1 down ack"), 20U * 6 * 3 * 5 - 1);
}

TEST_F(LrWpanRunTest, NeighboursAreNotAskedForTwice)
{
    // 20 samples in 200 s; ns-3 itself would ask every neighbour again after 30 s. All control
    // frames are messages of ours: 6 escalates a sample, each 11 + 2 + 3 + 1 + 4 + 18 = 39 bytes.
    scenario.localThreshold = 0;
    scenario.workload.period = ns3::Seconds(10);
    const std::map<std::string, std::uint64_t> bytes = GetBytes(Run(Describe(6, {4})));
    EXPECT_EQ(bytes.count("local-1 up control") ? bytes.at("local-1 up control") : 0, 0U);
    EXPECT_EQ(bytes.at("local-1 down control"), 20U * 6 * 39);
}

TEST_F(LrWpanRunTest, OtherLinksCarryIpv6Too)
{
    // Two groups on two channels, edges, metro; a cable to one of them.
    const nn::NetworkDescription groups = Describe(4, {4}, {{0, 1}, {2, 3}});
    scenario.links["edge"] = MakeLinkSettings("csma", "edge");
    const analysis::RunRecord run = Run(groups);
    EXPECT_TRUE(run.warnings.empty());
    Scenario wired = scenario;
    wired.links["local"] = MakeLinkSettings("p2p", "local");
    std::swap(wired, scenario);
    ExpectSameAnswers(run, Run(groups));
}

TEST_F(LrWpanRunTest, TheSeedAloneDecides)
{
    GetLrWpan().loss = 0.1;
    const analysis::RunRecord run = Run(Describe(3, {4}));
    EXPECT_EQ(GetLatencies(Run(Describe(3, {4}))), GetLatencies(run));
    scenario.seed = 2;
    EXPECT_NE(GetLatencies(Run(Describe(3, {4}))), GetLatencies(run));
}

TEST_F(LrWpanRunTest, OutOfRangeTheRunEnds)
{
    GetLrWpan().radio.distance = 1000;
    const analysis::RunRecord run = Run(Describe(2, {4}));
    EXPECT_EQ(run.samples.size(), 20U);
    EXPECT_EQ(run.samples[0].exit, "lost");
    EXPECT_EQ(run.warnings.size(), 1U);
}
