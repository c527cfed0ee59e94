// SPDX-License-Identifier: GPL-2.0-only
// Waiting where there are edges: two groups of two devices, the exits at the first. All links: 10
// Mbit/s, 1 ms; sections take exactly 50 us; aggregation takes no time. A hop takes, for
// - scores:   12 bytes + 48 of headers (latency-test.cc) = 60 bytes: 48 us + 1 ms = 1048 us,
// - escalate: 48 bytes: 38.4 us + 1 ms = 1038.4 us,
// - features: 128 bytes + 48 = 176 bytes: 140.8 us + 1 ms = 1140.8 us.
// The local exit escalates all, the edge exit answers all. Hops between nodes:
// - device-1 and device-2 to the local exit: 1, to edge-1: 2; edge-1 to the edge exit: 0,
// - device-3 and device-4 to the local exit: 4 (gateway-2, edge-2, edge-1, gateway-1), to edge-2:
// 2;
//   edge-2 to the edge exit: 1.
#include "simulator/run/run-warnings.h"
#include "simulator/run/simulation.h"
#include "simulator/topology/short-waits.h"
#include "small-world.h"
#include "switched-run.h"

#include <gtest/gtest.h>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::Seconds;
using Kind = analysis::SuspicionRecord::Kind;

namespace
{

constexpr std::int64_t microsecond = 1000; // ns

// device-3 alone at the local exit: 50 + 4 x 1048 = 4242 us. Escalated: + 4 x 1038.4 = 8395.6 us.
// Features at edge-2: + 2 x 1140.8 = 10677.2 us. At the edge exit: + 50 + 1048 = 11775.2 us. edge-1
// is there before: escalated at 4242 + 1038.4, with its two features after two hops, the second of
// which they take one after the other: 4242 + 1038.4 + 3 x 140.8 + 2000 + 50 = 7752.8 us.
constexpr std::int64_t withoutDevice4 = 11'775'200; // ns

// With device-4, right behind device-3: its scores come 48 us later. It is escalated 38.4 us behind
// device-3, so its features are at gateway-2 while device-3's are still being sent (140.8 us), and
// come 140.8 us behind them: 4242 + 48 + 4153.6 + 2281.6 + 140.8 + 50 + 1048 = 11964 us.
constexpr std::int64_t withAll = 11'964'000; // ns

class EdgeWaitTest : public testing::Test
{
  protected:
    EdgeWaitTest()
    {
        scenario.workload.samples = 9;
        scenario.localWait.time = scenario.edgeWait.time = MilliSeconds(20);
        scenario.localThreshold = 0;
        scenario.edgeThreshold = 1;
        for (ProcessorProfile* profile :
             {&scenario.deviceProcessor, &scenario.edgeProcessor, &scenario.cloudProcessor})
        {
            profile->binaryRate = profile->realRate = 1e18;
        }
    }

    analysis::RunRecord Run(const std::vector<Switch>& switches)
    {
        const nn::MultiViewDataSet dataset = MakeNoise(4);
        return SimulateSwitched(scenario, *MakeNetwork(network, dataset), dataset, switches);
    }

    static void ExpectSuspicion(const analysis::SuspicionRecord& record,
                                Kind kind,
                                const std::string& point,
                                const std::string& child,
                                std::int64_t time)
    {
        EXPECT_EQ(record.kind, kind);
        EXPECT_EQ(record.point, point);
        EXPECT_EQ(record.child, child);
        EXPECT_EQ(record.time, time);
    }

    const nn::NetworkDescription network = Describe(4, {4}, {{0, 1}, {2, 3}});
    Scenario scenario = MakeScenario();
};

} // namespace

TEST_F(EdgeWaitTest, ADeadDeviceCostsEachPointItsWaitForThreeSamplesAndRejoinsWithinOne)
{
    // Captures every 100 ms. device-4 is off from 150 to 650 ms. Samples 2 to 4 wait 20 ms for it
    // from device-1's scores on, at the local exit (50 + 1048 us after the capture), and 20 ms from
    // device-3's features on, at edge-2: 1098 + 20000 + 4153.6 + 2281.6 + 20000 + 50 + 1048 =
    // 48631.2 us. The edge exit, with 220 ms, waits for edge-2. Samples 5 and 6 wait for nobody.
    // Sample 7 is closed by device-3 at both points, a moment before device-4 reports.
    const auto run = Run({{"device-4", MilliSeconds(150), Switch::To::Off},
                          {"device-4", MilliSeconds(650), Switch::To::On}});
    ASSERT_EQ(run.samples.size(), 9U);
    for (std::size_t i = 0; i < run.samples.size(); ++i)
    {
        const bool isComplete = i < 2 || i == 8;
        const bool waits = i >= 2 && i <= 4;
        const std::int64_t latency = isComplete ? withAll : waits ? 48'631'200 : withoutDevice4;
        EXPECT_EQ(run.samples[i].exit, "edge") << i;
        EXPECT_EQ(run.samples[i].decisionLatency, latency) << i;
        EXPECT_EQ(run.samples[i].wait, waits ? 40 * millisecond : 0) << i;
        EXPECT_EQ(run.samples[i].viewsMissing, isComplete ? 0U : 1U) << i;
    }
    // At edge-2: 27533.2 us and 20 ms; back 140.8 us behind device-3.
    ASSERT_EQ(run.suspicions.size(), 4U);
    ExpectSuspicion(
        run.suspicions[0], Kind::Suspected, "local exit", "device-4", 421'098 * microsecond);
    ExpectSuspicion(run.suspicions[1], Kind::Suspected, "edge", "device-4", 447'533'200);
    ExpectSuspicion(
        run.suspicions[2], Kind::Rejoined, "local exit", "device-4", 704'290 * microsecond);
    ExpectSuspicion(run.suspicions[3], Kind::Rejoined, "edge", "device-4", 710'818 * microsecond);
}

TEST_F(EdgeWaitTest, AnEdgeExitThatWaitsNoLongerThanItsEdgesGivesThemUp)
{
    // edge-1's scores are at the exit at 1098 + 20000 + 1038.4 + 2281.6 + 140.8 + 50 = 24608.8 us.
    // The exit closes 20 ms later, and 4022.4 us before edge-2's come.
    scenario.workload.samples = 1;
    scenario.edgeExitWait.time = MilliSeconds(20);
    const std::vector<Switch> switches = {{"device-4", Seconds(0), Switch::To::Off}};
    EXPECT_EQ(Run(switches).samples[0].viewsMissing, 2U);
    EXPECT_EQ(Run(switches).samples[0].decisionLatency, 44'608'800);
    scenario.edgeExitWait.time = MicroSeconds(24023);
    EXPECT_EQ(Run(switches).samples[0].viewsMissing, 1U);
    EXPECT_EQ(Run(switches).samples[0].decisionLatency, 48'631'200);
}

TEST_F(EdgeWaitTest, AnEdgeWithoutDevicesCostsTheWaitOfTheEdgeExit)
{
    // device-3 and device-4 are off: edge-2 has nothing to send. Captures every second. The local
    // exit waits 20 ms for them, the edge exit 220 ms from edge-1's scores on: 24608.8 + 220000 us;
    // both for three samples. Then edge-1 is alone. device-2's scores come at 1098 us, too.
    scenario.workload.period = Seconds(1);
    scenario.workload.samples = 5;
    const auto run =
        Run({{"device-3", Seconds(0), Switch::To::Off}, {"device-4", Seconds(0), Switch::To::Off}});
    for (std::size_t i = 0; i < run.samples.size(); ++i)
    {
        const bool waits = i < 3;
        EXPECT_EQ(run.samples[i].decisionLatency, waits ? 244'608'800 : 4'608'800) << i;
        EXPECT_EQ(run.samples[i].wait, waits ? 240 * millisecond : 0) << i;
        EXPECT_EQ(run.samples[i].viewsMissing, 2U) << i;
    }
    ASSERT_EQ(run.suspicions.size(), 3U);
    ExpectSuspicion(run.suspicions[2], Kind::Suspected, "edge exit", "edge-2", 2'244'608'800);
}

TEST_F(EdgeWaitTest, WithoutTheGatewayOrTheEdgeOfAGroupItsDevicesAreMissing)
{
    // Their scores and features go through both.
    for (const char* node : {"gateway-2", "edge-2"})
    {
        const auto run = Run({{node, Seconds(0), Switch::To::Off}});
        for (const analysis::SampleRecord& sample : run.samples)
        {
            EXPECT_EQ(sample.exit, "edge");
            EXPECT_EQ(sample.viewsMissing, 2U) << node;
        }
    }
}

TEST_F(EdgeWaitTest, ShortWaitsAreWarnedOf)
{
    scenario.file = "s.yaml";
    scenario.places = {{"waits.edge", "s.yaml:3:9"}, {"waits.edge_exit.time", "s.yaml:4:9"}};
    EXPECT_TRUE(FindShortWaits(scenario, network).empty());
    scenario.edgeExitWait.time = MilliSeconds(20);
    const auto warnings = FindWarnings(scenario, network);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0],
              "s.yaml:4:9: waits.edge_exit.time 20ms is not longer than waits.edge.time 20ms: the "
              "edge exit may give up an edge that waits for a dead device");
    scenario.edgeExitWait.time = MilliSeconds(21);
    EXPECT_TRUE(FindShortWaits(scenario, network).empty());
}

TEST_F(EdgeWaitTest, TheCloudsWaitMattersIfTheEdgeExitMayGiveUp)
{
    // When an edge exit that waits for all escalates, all edges have their features at hand.
    scenario.file = "s.yaml";
    scenario.places = {{"waits.edge", "s.yaml:3:9"}};
    scenario.edgeWait.time = MilliSeconds(500); // as the cloud's
    EXPECT_TRUE(FindShortWaits(scenario, network).empty());
    scenario.edgeExitWait.rule = "quorum";
    const auto warnings = FindShortWaits(scenario, network);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0],
              "s.yaml:3:9: waits.cloud.time 500ms is not longer than waits.edge.time 500ms: the "
              "cloud may give up an edge that waits for a dead device");
    scenario.places["waits.cloud"] = "s.yaml:5:9";
    EXPECT_EQ(FindShortWaits(scenario, network).at(0).substr(0, 10), "s.yaml:5:9");
    scenario.edgeWait.time = MilliSeconds(499);
    EXPECT_TRUE(FindShortWaits(scenario, network).empty());
}

TEST_F(EdgeWaitTest, WhereNoEdgeWaitsAloneNoWaitIsShort)
{
    scenario.edgeExitWait.time = MilliSeconds(1);
    EXPECT_EQ(FindShortWaits(scenario, network).size(), 1U);
    EXPECT_TRUE(FindShortWaits(scenario, Describe(4, {4})).empty());
    EXPECT_TRUE(FindShortWaits(scenario, Describe(4, {4}, {{0, 1, 2, 3}})).empty());
    EXPECT_TRUE(FindShortWaits(scenario, Describe(2, {4}, {{0}, {1}})).empty());
}
