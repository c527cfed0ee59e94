// SPDX-License-Identifier: GPL-2.0-only
// Whole deployments with one sample, every time worked out by hand.
//
// All links: 10 Mbit/s, 1 ms. A frame carries 48 bytes before the payload (18 MessageHeader, 8 UDP,
// 20 IPv4, 2 PPP): scores (12 B) take 60 x 8 / 10 = 48 us, control messages 48 x 8 / 10 = 38.4 us,
// an answer (1 B) 49 x 8 / 10 = 39.2 us, and every hop 1 ms more.
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

constexpr std::int64_t scoresHop = 1048000; // ns
constexpr std::int64_t controlHop = 1038400;
constexpr std::int64_t answerHop = 1039200;

class LatencyTest : public testing::Test
{
  protected:
    analysis::SampleRecord SimulateOne(const nn::NetworkDescription& description)
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        const auto network = MakeNetwork(description, dataset);
        scenario.workload.samples = 1;
        // Exactly 50 us of fixed cost: operations take no time.
        scenario.deviceProcessor.binaryRate = scenario.deviceProcessor.realRate = 1e18;
        scenario.edgeProcessor = scenario.cloudProcessor = scenario.deviceProcessor;
        return Simulate(scenario, *network, dataset, 1).samples.at(0);
    }

    Scenario scenario = MakeScenario();
};

} // namespace

TEST_F(LatencyTest, LocalExitAtTheGateway)
{
    scenario.localThreshold = 1;
    const auto sample = SimulateOne(Describe(2, {4}));
    EXPECT_EQ(sample.exit, "local");
    EXPECT_EQ(sample.compute, 50000);
    EXPECT_EQ(sample.network, scoresHop);
    EXPECT_EQ(sample.responseLatency, sample.decisionLatency); // the exit is at the gateway
}

TEST_F(LatencyTest, LocalExitOnTheOnlyDevice)
{
    scenario.localThreshold = 1;
    const auto sample = SimulateOne(Describe(1, {4}));
    EXPECT_EQ(sample.decisionLatency, 50000); // compute only: the scores cross no link
    EXPECT_EQ(sample.responseLatency, 50000 + answerHop);
    EXPECT_EQ(sample.payloadBytes, 0U);
}

TEST_F(LatencyTest, EscalationToTheCloud)
{
    scenario.localThreshold = 0;
    const auto sample = SimulateOne(Describe(2, {4}));
    // Scores, escalate, then features (128 + 48 B: 140.8 us) over the local link and the backhaul.
    // The second device's features queue on the backhaul behind the first's, which came at the same
    // moment: 2 x 140.8 us there.
    const std::int64_t features = 140800 + 1000000 + 2 * 140800 + 1000000;
    EXPECT_EQ(sample.exit, "cloud");
    EXPECT_EQ(sample.compute, 2 * 50000);
    EXPECT_EQ(sample.network, scoresHop + controlHop + features);
    EXPECT_EQ(sample.queue + sample.wait, 0);
    EXPECT_EQ(*sample.responseLatency, *sample.decisionLatency + answerHop);
}

TEST_F(LatencyTest, ScoresOfTheOtherGroupCrossBothEdges)
{
    scenario.localThreshold = 1;
    const auto sample = SimulateOne(Describe(2, {4}, {{0}, {1}}));
    // device-2, gateway-2, edge-2, edge-1, gateway-1: four hops of 60 bytes.
    EXPECT_EQ(sample.exit, "local");
    EXPECT_EQ(sample.network, 4 * scoresHop);
}

TEST_F(LatencyTest, EdgeExit)
{
    scenario.localThreshold = 0;
    scenario.edgeThreshold = 1;
    const auto sample = SimulateOne(Describe(1, {4}, {{0}}));
    // Features (128 + 48 B) over two hops; the edge exit is on the edge itself. The answer goes one
    // hop back to the gateway.
    EXPECT_EQ(sample.exit, "edge");
    EXPECT_EQ(sample.compute, 2 * 50000);
    EXPECT_EQ(sample.network, 2 * (140800 + 1000000));
    EXPECT_EQ(*sample.responseLatency, *sample.decisionLatency + answerHop);
}

TEST_F(LatencyTest, RawViews)
{
    const auto sample = SimulateOne(Describe(1, {}));
    // 3072 = 1454 + 1454 + 164 bytes, 48 more each: 3216 bytes, 2572.8 us on the first hop. The
    // backhaul sends each part when it is whole: the last one (212 B, 169.6 us) leaves the first
    // hop behind the others and the backhaul is still busy: first part done there at 2 x 1201.6 us,
    // second at 3 x 1201.6 us (each 1502 B: 1201.6 us), third 169.6 us later. Plus 2 ms of delay.
    EXPECT_EQ(sample.exit, "cloud");
    EXPECT_EQ(sample.compute, 50000); // the device computes nothing
    EXPECT_EQ(sample.network, 3 * 1201600 + 169600 + 2000000);
    EXPECT_EQ(sample.payloadBytes, 3072U);
    EXPECT_FALSE(sample.entropyLocal.has_value());
}

TEST_F(LatencyTest, AMissingDeviceCostsTheWaitTime)
{
    // Two of three devices are out of reach: their queues hold one frame, and the link loses it.
    scenario.localThreshold = 1;
    GetP2p(scenario, "local").loss = 0.999999999;
    const auto sample = SimulateOne(Describe(2, {4}));
    EXPECT_EQ(sample.exit, "lost"); // nothing arrived at all
    EXPECT_EQ(sample.prediction, -1);
    EXPECT_FALSE(sample.responseLatency.has_value());
    EXPECT_EQ(sample.payloadBytes, 24U); // sent all the same
}

TEST_F(LatencyTest, ATraceCountsFromTheFirstCapture)
{
    // From the capture at 5 s on, local links have 1 Mbit/s: scores take 480 us and 1 ms. Before,
    // and until the row at 1 s, they do not have the 10 and 100 Mbit/s that stand around it.
    scenario.localThreshold = 1;
    scenario.workload.start = ns3::Seconds(5);
    GetP2p(scenario, "local").trace.rows = std::make_shared<const TraceRows>(
        TraceRows{{ns3::Seconds(0), ns3::DataRate(1'000'000), {}, {}},
                  {ns3::Seconds(1), ns3::DataRate(100'000'000), {}, {}}});
    const auto sample = SimulateOne(Describe(2, {4}));
    EXPECT_EQ(sample.capture, 5'000'000'000);
    EXPECT_EQ(sample.network, 480000 + 1000000);
}
