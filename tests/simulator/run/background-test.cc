// SPDX-License-Identifier: GPL-2.0-only
// Traffic of others beside one sample, whose delay is worked out by hand.
//
// All links: 10 Mbit/s, 1 ms, 0.8 us a byte. Packets of 1000 bytes take 1002 x 0.8 = 801.6 us, at
// 4 Mbit/s one comes every 2 ms; scores (60 B) take 48 us. Devices compute for 50 us.
#include "nn/input-error.h"
#include "simulator/run/simulation.h"
#include "simulator/topology/network-fit.h"
#include "small-world.h"

#include <gtest/gtest.h>

using namespace simulator;
using ns3::MicroSeconds;

namespace
{

class BackgroundTest : public testing::TestWithParam<const char*>
{
  protected:
    BackgroundTest()
    {
        scenario.transport = GetParam();
        scenario.workload.samples = 1;
        scenario.localThreshold = 1;
        scenario.deviceProcessor.binaryRate = scenario.deviceProcessor.realRate = 1e18;
    }

    static BackgroundSettings MakeFlow(const std::string& from, const std::string& to)
    {
        BackgroundSettings flow;
        flow.from = from;
        flow.to = to;
        flow.rate = ns3::DataRate(4'000'000);
        return flow;
    }

    analysis::RunRecord Run() const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(2);
        return Simulate(scenario, *MakeNetwork(Describe(2, {4}), dataset), dataset, 1);
    }

    /// Latency of the scores, which all arrive before the local exit answers.
    std::int64_t GetNetworkTime() const
    {
        return Run().samples.at(0).network;
    }

    static const analysis::LinkRecord* Find(const analysis::RunRecord& run,
                                            const std::string& link,
                                            const std::string& direction,
                                            const std::string& kind)
    {
        for (const analysis::LinkRecord& row : run.links)
        {
            if (row.link == link && row.direction == direction && row.kind == kind)
            {
                return &row;
            }
        }
        return nullptr;
    }

    Scenario scenario = MakeScenario();
};

INSTANTIATE_TEST_SUITE_P(Transports, BackgroundTest, testing::Values("udp", "link"));

} // namespace

TEST_P(BackgroundTest, ScoresWaitForThePacketUnderWay)
{
    // A packet of device-1 leaves at the capture, scores are ready 50 us later and wait for the
    // other 751.6 us: 751.6 + 48 us + 1 ms.
    scenario.background = {MakeFlow("device-1", "gateway-1")};
    EXPECT_EQ(GetNetworkTime(), 751600 + 48000 + 1000000);
}

TEST_P(BackgroundTest, ScoresDoNotWaitBetweenPackets)
{
    // The packets leave at 200 us and every 2 ms; scores from 50 to 98 us.
    scenario.background = {MakeFlow("device-1", "gateway-1")};
    scenario.background[0].start = MicroSeconds(200);
    EXPECT_EQ(GetNetworkTime(), 48000 + 1000000);
}

TEST_P(BackgroundTest, TheOtherDirectionIsFree)
{
    scenario.background = {MakeFlow("gateway-1", "device-1")};
    EXPECT_EQ(GetNetworkTime(), 48000 + 1000000);
}

TEST_P(BackgroundTest, IsCountedOnEveryLinkOfItsWayAndAtItsEnds)
{
    // Three packets, at 0, 2 and 4 ms, over local-1 and backhaul-1.
    scenario.background = {MakeFlow("device-1", "cloud")};
    scenario.background[0].stop = ns3::MilliSeconds(6);
    const analysis::RunRecord run = Run();
    for (const char* link : {"local-1", "backhaul-1"})
    {
        const analysis::LinkRecord* const row = Find(run, link, "up", "background");
        ASSERT_NE(row, nullptr) << link;
        EXPECT_EQ(row->packets, 3U);
        EXPECT_EQ(row->bytes, 3 * 1002U);
        EXPECT_EQ(Find(run, link, "down", "background"), nullptr);
    }
    EXPECT_EQ(Find(run, "local-2", "up", "background"), nullptr);
    EXPECT_EQ(Find(run, "local-1", "up", "control")->packets, 0U);
}

TEST_P(BackgroundTest, EndsWithTheRun)
{
    scenario.background = {MakeFlow("device-1", "cloud")};
    const analysis::RunRecord run = Run();
    EXPECT_EQ(run.samples.at(0).exit, "local");
}

TEST_P(BackgroundTest, TheRandomPhasesOfOneFlowDoNotMoveTheCaptures)
{
    scenario.workload.samples = 20;
    scenario.workload.arrivals = "poisson";
    const analysis::RunRecord quiet = Run();
    scenario.background = {MakeFlow("device-1", "device-2")};
    scenario.background[0].pattern = "on-off";
    GetP2p(scenario, "local").loss = 0.3;
    GetP2p(scenario, "local").burst = {0.1, 0.5, 1};
    const analysis::RunRecord busy = Run();
    ASSERT_EQ(busy.samples.size(), 20U);
    for (std::size_t i = 0; i < 20; ++i)
    {
        EXPECT_EQ(quiet.samples[i].capture, busy.samples[i].capture);
    }
}

TEST_P(BackgroundTest, NodesThatAreNotThereAreRefused)
{
    const auto getError = [this](const BackgroundSettings& flow) -> std::string {
        scenario.background = {flow};
        scenario.places["background.1.to"] = "c.yaml:3:7";
        scenario.places["background.1.from"] = "c.yaml:2:7";
        scenario.places["background.1.stop"] = "c.yaml:4:7";
        try
        {
            CheckFit(scenario, Describe(2, {4}));
        }
        catch (const nn::InputError& error)
        {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_EQ(getError(MakeFlow("device-1", "cloud")), "accepted");
    EXPECT_EQ(getError(MakeFlow("device-3", "cloud")),
              "c.yaml:2:7: background.1.from: there is no node 'device-3', did you mean "
              "'device-1'?");
    EXPECT_EQ(getError(MakeFlow("device-1", "edge-1")),
              "c.yaml:3:7: background.1.to: there is no node 'edge-1', expected one such as "
              "device-1 or cloud");
    EXPECT_EQ(getError(MakeFlow("cloud", "cloud")),
              "c.yaml:3:7: background.1.to: the node sends to itself, expected another");
    BackgroundSettings flow = MakeFlow("device-1", "cloud");
    flow.stop = flow.start;
    EXPECT_EQ(getError(flow), "c.yaml:4:7: background.1.stop: is not after start");
    scenario.sites = 2;
    EXPECT_EQ(getError(MakeFlow("site-2/device-2", "site-1/gateway-1")), "accepted");
    EXPECT_EQ(getError(MakeFlow("device-2", "cloud")),
              "c.yaml:2:7: background.1.from: there is no node 'device-2', expected one such as "
              "site-1/device-1 or cloud");
}
