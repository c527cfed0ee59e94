// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/timeline.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t millisecond = 1'000'000;

/// Captured so long after the first capture, which is at 3 s. Label 1.
SampleRecord
MakeSample(std::int64_t sinceFirst, int prediction, std::int64_t latency)
{
    SampleRecord sample;
    sample.site = 1;
    sample.capture = 3 * second + sinceFirst;
    sample.label = 1;
    sample.prediction = prediction;
    sample.exit = prediction < 0 ? "lost" : "cloud";
    if (prediction >= 0)
    {
        sample.decisionLatency = latency;
    }
    return sample;
}

NodeRecord
MakeNode(const std::string& tier)
{
    NodeRecord node;
    node.tier = tier;
    return node;
}

/// Two devices, a gateway and a cloud, from 3 s to 5.5 s.
RunRecord
MakeRun()
{
    RunRecord run;
    run.firstCapture = 3 * second;
    run.end = 5 * second + 500 * millisecond;
    run.nodes = {MakeNode("device"), MakeNode("device"), MakeNode("gateway"), MakeNode("cloud")};
    run.samples = {MakeSample(0, 1, 10)};
    return run;
}

SwitchRecord
MakeSwitch(std::int64_t sinceFirst, const std::string& tier, SwitchRecord::To to)
{
    return {3 * second + sinceFirst, tier, to};
}

constexpr auto off = SwitchRecord::To::Off;
constexpr auto on = SwitchRecord::To::On;

} // namespace

TEST(Timeline, SamplesBelongToTheSecondOfTheirCapture)
{
    // Second 0: right after 10 ns, wrong after 30 ns, lost; of two latencies, p95 is the second.
    // Second 1 begins with its first nanosecond: one lost sample, so no latency.
    RunRecord run = MakeRun();
    run.samples = {MakeSample(0, 1, 10),
                   MakeSample(1, 0, 30),
                   MakeSample(second - 1, -1, 0),
                   MakeSample(second, -1, 0)};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].second, 0);
    EXPECT_EQ(rows[0].begin, 3 * second);
    EXPECT_EQ(rows[0].samples, 3U);
    EXPECT_DOUBLE_EQ(*rows[0].accuracy, 1.0 / 3);
    EXPECT_DOUBLE_EQ(*rows[0].lost, 1.0 / 3);
    EXPECT_DOUBLE_EQ(*rows[0].decisionLatencyMean, 20);
    EXPECT_EQ(rows[0].decisionLatencyP95, 30);
    EXPECT_EQ(rows[1].second, 1);
    EXPECT_EQ(rows[1].begin, 4 * second);
    EXPECT_EQ(rows[1].samples, 1U);
    EXPECT_EQ(rows[1].accuracy, 0.0);
    EXPECT_EQ(rows[1].lost, 1.0);
    EXPECT_FALSE(rows[1].decisionLatencyMean.has_value());
    EXPECT_FALSE(rows[1].decisionLatencyP95.has_value());
}

TEST(Timeline, ASecondWithTrafficAloneHasNoAccuracy)
{
    RunRecord run = MakeRun();
    run.traffic = {{0, 100, 60}, {2, 40, 0}};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].wireBytes, 100U);
    EXPECT_EQ(rows[0].payloadBytes, 60U);
    EXPECT_EQ(rows[1].second, 2);
    EXPECT_EQ(rows[1].samples, 0U);
    EXPECT_FALSE(rows[1].accuracy.has_value());
    EXPECT_FALSE(rows[1].lost.has_value());
    EXPECT_EQ(rows[1].wireBytes, 40U);
}

TEST(Timeline, NodesAliveAreAMeanOverTheSecond)
{
    // Device off from 0.75 s to 2.25 s: (2 x 0.75 + 1 x 0.25) / 1 = 1.75 in second 0; 1 in second
    // 1; the run ends at 2.5 s, so (1 x 0.25 + 2 x 0.25) / 0.5 = 1.5 in second 2.
    RunRecord run = MakeRun();
    run.switches = {MakeSwitch(750 * millisecond, "device", off),
                    MakeSwitch(2250 * millisecond, "device", on)};
    run.traffic = {{1, 1, 0}};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 3U);
    const std::vector<double> devices = {1.75, 1, 1.5};
    for (std::size_t i = 0; i < 3; ++i)
    {
        EXPECT_EQ(rows[i].devicesAlive, devices[i]) << i;
        EXPECT_EQ(rows[i].gatewaysAlive, 1.0);
        EXPECT_FALSE(rows[i].edgesAlive.has_value());
        EXPECT_EQ(rows[i].cloudAlive, 1.0);
    }
}

TEST(Timeline, SwitchesDuringTheWarmUpAndAtABoundaryCount)
{
    // Gateway off during the warm-up, on at 1 s; both devices off at 2 s.
    RunRecord run = MakeRun();
    run.switches = {MakeSwitch(-second, "gateway", off),
                    MakeSwitch(second, "gateway", on),
                    MakeSwitch(2 * second, "device", off),
                    MakeSwitch(2 * second, "device", off)};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].gatewaysAlive, 0.0);
    EXPECT_EQ(rows[1].gatewaysAlive, 1.0);
    EXPECT_EQ(rows[1].devicesAlive, 2.0);
    EXPECT_EQ(rows[2].devicesAlive, 0.0);
}

TEST(Timeline, WhatIsSwitchedAfterTheEndIsNotSeen)
{
    // A battery goes on emptying when nothing else happens: at 2.5 s the run is over.
    RunRecord run = MakeRun();
    run.switches = {MakeSwitch(2500 * millisecond, "device", off),
                    MakeSwitch(100 * second, "device", off)};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].devicesAlive, 2.0);
}

TEST(Timeline, ASecondOfNoLengthShowsItsMoment)
{
    // A sample that nobody sees ends at its capture, and the run with it.
    RunRecord run = MakeRun();
    run.end = run.firstCapture;
    run.switches = {MakeSwitch(0, "device", off)};
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].devicesAlive, 1.0);
}

TEST(Timeline, QuietSecondsHaveNoRows)
{
    // A capture an hour for a week: 168 rows, not 601201.
    RunRecord run = MakeRun();
    run.samples.clear();
    for (std::int64_t hour = 0; hour < 168; ++hour)
    {
        run.samples.push_back(MakeSample(hour * 3600 * second, 1, 10));
    }
    run.end = run.samples.back().capture + 10;
    const auto rows = MakeTimeline(run);
    ASSERT_EQ(rows.size(), 168U);
    EXPECT_EQ(rows.back().second, 167 * 3600);
}
