// SPDX-License-Identifier: GPL-2.0-only
// Whole runs in which an edge dies that has a standby. All links: 10 Mbit/s (0.8 us a byte), 1 ms.
// A sample every 100 ms from 0 on, and a heartbeat too: of 24 bytes, 54 with IPv4, UDP and PPP. An
// edge that is off from 450 ms to 950 ms does not send back those of 500, 600 and 700 ms: at 800 ms
// it is lost. That of 1000 ms comes back after 2 x (43.2 us + 1 ms).
#include "analysis/detection.h"
#include "failure-run.h"
#include "simulator/links/link-type.h"

#include <gtest/gtest.h>

#include <map>

using namespace simulator;
using ns3::MilliSeconds;

namespace
{

class StandbyRunTest : public FailureRunTest
{
  protected:
    StandbyRunTest()
    {
        scenario.localThreshold = 0.5;
        scenario.edgeThreshold = 0.8;
        for (ProcessorProfile* profile : {&scenario.edgeProcessor, &scenario.cloudProcessor})
        {
            profile->binaryRate = profile->realRate = 1e18;
        }
    }

    /// Three edges, the first of which hosts the edge exit.
    static nn::NetworkDescription DescribeThreeEdges()
    {
        return Describe(6, {2}, {{0, 1}, {2, 3}, {4, 5}});
    }

    /// Samples whose answer is not the one that the whole network gives.
    Samples FindOthers(const nn::NetworkDescription& description) const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        const auto network = MakeNetwork(description, dataset);
        const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
        EXPECT_EQ(run.samples.size(), 20U);
        std::map<std::string, int> exits;
        Samples others = Find(run, [&](const analysis::SampleRecord& sample) {
            const nn::Answer whole = ClassifyOffline(
                *network, dataset, dataset.GetTestSamples()[sample.sample], scenario);
            ++exits[GetExitName(whole.exit)];
            return sample.prediction != whole.prediction ||
                   sample.exit != GetExitName(whole.exit) || sample.viewsMissing > 0;
        });
        // Or nobody would notice who stands by for whom.
        EXPECT_GT(exits["edge"], 2);
        EXPECT_GT(exits["cloud"], 2);
        return others;
    }
};

} // namespace

TEST_F(StandbyRunTest, AllButTheSamplesBeforeItsDeathIsKnownAreAnsweredAsIfNothingHadFailed)
{
    for (const std::string edge : {"edge-1", "edge-2"})
    {
        for (const std::string host : {"edge-3", "cloud"})
        {
            for (const std::string transport : {"udp", "link"})
            {
                for (const std::string escalation : {"on-demand", "eager"})
                {
                    SCOPED_TRACE(testing::Message()
                                 << edge << ' ' << host << ' ' << transport << ' ' << escalation);
                    scenario.transport = transport;
                    scenario.escalation = escalation;
                    scenario.failures = {MakeFailure("node", edge)};
                    scenario.standbys = {{edge, host}};
                    for (const std::uint32_t sample : FindOthers(DescribeThreeEdges()))
                    {
                        // Features of sample 10 that come unasked come before the edge is back.
                        EXPECT_TRUE((sample >= 5 && sample <= 7) ||
                                    (sample == 10 && escalation == "eager"))
                            << sample;
                    }
                    scenario.standbys = {{edge, "none"}};
                    EXPECT_GT(FindOthers(DescribeThreeEdges()).size(), 3U);
                }
            }
        }
    }
}

TEST_F(StandbyRunTest, TheGatewayFindsOutByItsHeartbeats)
{
    scenario.standbys = {{"edge-2", "cloud"}};
    scenario.failures = {MakeFailure("node", "edge-2")};
    const analysis::RunRecord run = Run(DescribeThreeEdges());
    using Kind = analysis::SuspicionRecord::Kind;
    ASSERT_EQ(run.suspicions.size(), 2U);
    EXPECT_EQ(run.suspicions[0].kind, Kind::Suspected);
    EXPECT_EQ(run.suspicions[0].time, 800'000'000);
    EXPECT_EQ(run.suspicions[0].node, "gateway-2");
    EXPECT_EQ(run.suspicions[0].point, "heartbeat");
    EXPECT_EQ(run.suspicions[0].child, "edge-2");
    EXPECT_EQ(run.suspicions[1].kind, Kind::Rejoined);
    EXPECT_EQ(run.suspicions[1].time, 1'002'086'400);
    const auto detections = analysis::FindDetections(run);
    ASSERT_EQ(detections.size(), 1U);
    EXPECT_EQ(detections[0].detected, 350'000'000);
    EXPECT_EQ(detections[0].recovered, 52'086'400);
}

TEST_F(StandbyRunTest, ADeadLinkToTheEdgeIsLikeADeadEdge)
{
    scenario.standbys = {{"edge-1", "edge-2"}};
    scenario.failures = {MakeFailure("link", "edge-1", "down")};
    for (const std::uint32_t sample : FindOthers(DescribeThreeEdges()))
    {
        EXPECT_TRUE(sample >= 5 && sample <= 7) << sample;
    }
}

TEST_F(StandbyRunTest, TwoEdgesStandByForEachOther)
{
    scenario.standbys = {{"edge-1", "edge-2"}, {"edge-2", "edge-1"}};
    for (const std::string edge : {"edge-1", "edge-2"})
    {
        scenario.failures = {MakeFailure("node", edge)};
        for (const std::uint32_t sample : FindOthers(Describe(4, {2}, {{0, 1}, {2, 3}})))
        {
            EXPECT_TRUE(sample >= 5 && sample <= 7) << edge << ' ' << sample;
        }
    }
}

TEST_F(StandbyRunTest, OneEdgeStandsByForTwo)
{
    scenario.standbys = {{"edge-1", "edge-3"}, {"edge-2", "edge-3"}};
    scenario.failures = {MakeFailure("node", "edge-1"), MakeFailure("node", "edge-2")};
    for (const std::uint32_t sample : FindOthers(DescribeThreeEdges()))
    {
        EXPECT_TRUE(sample >= 5 && sample <= 7) << sample;
    }
}

TEST_F(StandbyRunTest, OverTcpOnlyWhatWasUnderWayIsLate)
{
    scenario.transport = "tcp";
    scenario.standbys = {{"edge-2", "edge-3"}};
    scenario.failures = {MakeFailure("node", "edge-2")};
    scenario.failures[0].duration.reset();
    const Samples others = FindOthers(DescribeThreeEdges());
    EXPECT_TRUE(others.empty() || others.back() <= 7);
}

TEST_F(StandbyRunTest, RoutesChangeOverIpv6Too)
{
    // An lr-wpan radio carries nothing else. Features of 64 bytes take about 4 ms at 250 kbit/s.
    scenario.links["spare"] = MakeLinkSettings("lr-wpan", "spare");
    scenario.workload.start = ns3::Seconds(5); // neighbours are asked for
    scenario.standbys = {{"edge-2", "edge-3"}};
    scenario.failures = {MakeFailure("node", "edge-2")};
    for (const std::uint32_t sample : FindOthers(DescribeThreeEdges()))
    {
        EXPECT_TRUE(sample >= 5 && sample <= 7) << sample;
    }
}

TEST_F(StandbyRunTest, OverTcpEdgesSpeakToEachOther)
{
    // The standby of the edge exit is on edge-3: edge-2 opens a connection to it before anything
    // fails, and both ends must find the way.
    scenario.transport = "tcp";
    scenario.standbys = {{"edge-1", "edge-3"}};
    const analysis::RunRecord run = Run(DescribeThreeEdges());
    EXPECT_TRUE(run.warnings.empty()) << run.warnings.front();
    EXPECT_LT(run.firstCapture, 3'000'000'000);
    scenario.failures = {MakeFailure("node", "edge-1")};
    scenario.failures[0].duration.reset();
    const Samples others = FindOthers(DescribeThreeEdges());
    EXPECT_TRUE(others.empty() || others.back() <= 7);
}

TEST_F(StandbyRunTest, WithoutTheSpareLinkNobodyTakesOver)
{
    scenario.standbys = {{"edge-2", "edge-3"}};
    scenario.failures = {MakeFailure("node", "edge-2"), MakeFailure("link", "spare-2", "down")};
    const analysis::RunRecord run = Run(DescribeThreeEdges());
    EXPECT_EQ(Find(run, MissesAView), (Samples{5, 6, 7, 8, 9}));
}

TEST_F(StandbyRunTest, TheWayOverTheSpareLinkTakesItsTime)
{
    // One device, which is its own local exit and escalates everything; the edge exit answers
    // everything. Device and section compute for 50 us each. Features: one filter over 16 x 16, 32
    // bytes, with the message header 50, 80 on the wire: 64 us on each of the two links, 1 ms on
    // the first, 1 ms on the link to the edge, 7 ms on the one to the cloud.
    scenario.localThreshold = 0;
    scenario.edgeThreshold = 1;
    scenario.standbys = {{"edge-1", "cloud"}};
    GetP2p(scenario, "spare").delay = MilliSeconds(7);
    scenario.failures = {MakeFailure("node", "edge-1")};
    const analysis::RunRecord run = Run(Describe(1, {1}, {{0}}));
    EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7}));
    // Sample 10 takes that way, too, as the gateway forwards its features at 1001.114 ms. When the
    // cloud has run the section, the edge is back, and its exit takes the scores: 60 bytes, 48 us
    // and 1 ms more.
    const std::map<std::uint32_t, std::int64_t> latencies = {
        {5, 0}, {6, 0}, {7, 0}, {8, 8'228'000}, {9, 8'228'000}, {10, 9'276'000}};
    for (const analysis::SampleRecord& sample : run.samples)
    {
        const auto special = latencies.find(sample.sample);
        EXPECT_EQ(sample.decisionLatency.value_or(0),
                  special != latencies.end() ? special->second : 2'228'000)
            << sample.sample;
    }
}

TEST_F(StandbyRunTest, HeartbeatsDoNotMakeARunLonger)
{
    // The last one is that of 1900 ms, when the last sample is captured: it is back sooner than the
    // answer.
    const analysis::RunRecord without = Run(DescribeThreeEdges());
    scenario.standbys = {{"edge-1", "edge-2"}};
    const analysis::RunRecord with = Run(DescribeThreeEdges());
    EXPECT_EQ(with.end, without.end);
    // 20 heartbeats of 54 bytes each way, beside what there was.
    for (const char* direction : {"up", "down"})
    {
        EXPECT_EQ(GetTotal(with, "edge-1", direction).bytes,
                  GetTotal(without, "edge-1", direction).bytes + std::uint64_t{20} * 54);
        EXPECT_EQ(GetTotal(with, "spare-1", direction).bytes, 0U);
    }
}

TEST_F(StandbyRunTest, AStandbyChangesNoDrawOfOthers)
{
    GetP2p(scenario, "local").loss = 0.2;
    GetP2p(scenario, "backhaul").loss = 0.2;
    scenario.workload.arrivals = "poisson";
    const analysis::RunRecord without = Run(DescribeThreeEdges());
    scenario.standbys = {{"edge-1", "edge-2"}, {"edge-3", "cloud"}};
    GetP2p(scenario, "spare").loss = 0.2;
    const analysis::RunRecord with = Run(DescribeThreeEdges());
    ASSERT_EQ(with.samples.size(), without.samples.size());
    for (std::size_t i = 0; i < with.samples.size(); ++i)
    {
        EXPECT_EQ(with.samples[i].capture, without.samples[i].capture);
        EXPECT_EQ(with.samples[i].exit, without.samples[i].exit);
        EXPECT_EQ(with.samples[i].viewsMissing, without.samples[i].viewsMissing);
        EXPECT_EQ(with.samples[i].entropyLocal, without.samples[i].entropyLocal);
    }
}
