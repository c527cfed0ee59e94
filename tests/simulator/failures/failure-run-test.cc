// SPDX-License-Identifier: GPL-2.0-only
// Whole runs in which something fails. All links: 10 Mbit/s (0.8 us a byte), 1 ms; scores are 60
// bytes on the wire: 48 us. Devices compute for 50 us and no more. A sample every 100 ms from 0 on,
// all of which exit locally (unless said): a failure from 450 ms to 950 ms hits samples 5 to 9.
#include "analysis/detection.h"
#include "analysis/run-summary.h"
#include "analysis/timeline.h"
#include "failure-run.h"
#include "nn/network/evaluation.h"
#include "simulator/links/csma-link.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/setting.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace simulator;
using ns3::MilliSeconds;

namespace
{

/// A run in which a device is off from the first capture on, beside what is evaluated without it.
struct DeadDevice
{
    static constexpr nn::Thresholds thresholds = {0.8, 0.8};

    DeadDevice(Scenario scenario, const nn::NetworkDescription& description, int device)
        : dataset(MakeNoise(description.GetDeviceCount())),
          network(MakeNetwork(description, dataset)),
          evaluation(nn::Evaluate(*network, dataset, dataset.GetTestSamples(), {device}))
    {
        scenario.failures = {MakeFailure("node", "device-" + std::to_string(device + 1))};
        scenario.failures[0].at = ns3::Time(0);
        scenario.failures[0].duration.reset();
        scenario.localThreshold = thresholds.local;
        scenario.edgeThreshold = thresholds.edge;
        run = Simulate(scenario, *network, dataset, 1);
    }

    void ExpectSameAnswer(std::size_t sample) const
    {
        const nn::Answer answer = evaluation.GetAnswer(evaluation.GetSamples()[sample], thresholds);
        EXPECT_EQ(run.samples[sample].prediction, answer.prediction) << sample;
        EXPECT_EQ(run.samples[sample].exit, GetExitName(answer.exit)) << sample;
    }

    nn::MultiViewDataSet dataset;
    std::shared_ptr<const nn::NetworkInference> network;
    nn::Evaluation evaluation;
    analysis::RunRecord run;
};

} // namespace

TEST_F(FailureRunTest, WithADeadDeviceAccuracyIsThatWithoutIt)
{
    for (const int device : {0, 1, 2})
    {
        const DeadDevice dead(scenario, Describe(3, {4}), device);
        ASSERT_EQ(dead.run.samples.size(), 20U);
        for (std::size_t sample = 0; sample < 20; ++sample)
        {
            EXPECT_EQ(dead.run.samples[sample].viewsMissing, 1U);
            dead.ExpectSameAnswer(sample);
        }
        EXPECT_DOUBLE_EQ(*analysis::Summarize(dead.run).accuracy,
                         dead.evaluation.GetResult(DeadDevice::thresholds).accuracy);
    }
}

TEST_F(FailureRunTest, AFailureIsDetectedAndRecoveredFrom)
{
    // The gateway waits 20 ms for the scores of device-2 in samples 5, 6 and 7, from 1.098 ms after
    // each capture on: it suspects at 721.098 ms. The scores of sample 10 come at 1001.098 ms.
    scenario.suspectAfter = 3;
    scenario.failures = {MakeFailure("node", "device-2")};
    const analysis::RunRecord run = Run();
    const auto detections = analysis::FindDetections(run);
    ASSERT_EQ(detections.size(), 1U);
    EXPECT_EQ(detections[0].detected, 721'098'000 - 450'000'000);
    EXPECT_EQ(detections[0].recovered, 1'001'098'000 - 950'000'000);
    // Two devices, but for one half of the first second.
    const auto timeline = analysis::MakeTimeline(run);
    ASSERT_EQ(timeline.size(), 2U);
    EXPECT_EQ(timeline[0].devicesAlive, 1.5);
    EXPECT_EQ(timeline[1].devicesAlive, 2.0);
}

TEST_F(FailureRunTest, ADeadGatewayLosesAllSamplesOfThatTime)
{
    scenario.failures = {MakeFailure("node", "gateway-1")};
    const analysis::RunRecord run = Run();
    EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7, 8, 9}));
    EXPECT_EQ(Find(run, MissesAView), (Samples{5, 6, 7, 8, 9}));
    ASSERT_EQ(run.failures.size(), 1U);
    EXPECT_EQ(run.failures[0].target, "gateway-1");
    EXPECT_EQ(run.failures[0].kind, "off");
    EXPECT_EQ(run.failures[0].begin, 450'000'000);
    EXPECT_EQ(run.failures[0].end, 950'000'000);
    const auto gateway = std::find_if(run.nodes.begin(), run.nodes.end(), [](const auto& node) {
        return node.node == "gateway-1";
    });
    const auto cloud = std::find_if(
        run.nodes.begin(), run.nodes.end(), [](const auto& node) { return node.node == "cloud"; });
    EXPECT_NEAR(cloud->aliveSeconds - gateway->aliveSeconds, 0.5, 1e-9);
}

TEST_F(FailureRunTest, WhatFailsForEverHasNoEnd)
{
    scenario.failures = {MakeFailure("node", "cloud")};
    scenario.failures[0].duration.reset();
    const analysis::RunRecord run = Run();
    ASSERT_EQ(run.failures.size(), 1U);
    EXPECT_EQ(run.failures[0].end, std::nullopt);
    EXPECT_TRUE(Find(run, IsLost).empty()); // nobody needs it
}

TEST_F(FailureRunTest, ALinkThatIsDownLosesFramesOfBothDirections)
{
    // Five scores of device-1 go up; as the gateway answers without them, five releases come down.
    scenario.failures = {MakeFailure("link", "local-1", "down")};
    const analysis::RunRecord run = Run();
    EXPECT_EQ(Find(run, MissesAView), (Samples{5, 6, 7, 8, 9}));
    EXPECT_TRUE(Find(run, IsLost).empty());
    EXPECT_EQ(GetTotal(run, "local-1", "up").dropped, 5U);
    EXPECT_EQ(GetTotal(run, "local-1", "down").dropped, 5U);
    EXPECT_EQ(GetTotal(run, "local-1", "up").packets, 20U); // sent all the same
    EXPECT_EQ(GetTotal(run, "local-2", "up").dropped, 0U);
    EXPECT_EQ(GetTotal(run, "backhaul-1", "down").dropped, 0U);
}

TEST_F(FailureRunTest, ASharedCableThatIsDownIsDownForAll)
{
    scenario.links["local"].type = "csma";
    scenario.links["local"].values = CsmaSettings{ns3::DataRate(10'000'000), ns3::MicroSeconds(5)};
    scenario.workload.start = ns3::Seconds(2); // behind the warm-up
    scenario.failures = {MakeFailure("link", "local-1", "down")};
    const analysis::RunRecord run = Run();
    EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7, 8, 9}));
    EXPECT_EQ(GetTotal(run, "local-1", "up").dropped, 10U); // scores of both devices
    EXPECT_EQ(GetTotal(run, "local-1", "down").dropped, 0U);
    ASSERT_EQ(run.failures.size(), 1U);
    EXPECT_EQ(run.failures[0].begin, 2'450'000'000);
}

TEST_F(FailureRunTest, AFrameIsLostIfItsLinkIsDownWhenItArrives)
{
    // Scores leave at 500050 us and arrive at 501098 us.
    for (const auto& [begin, end, lost] : {std::tuple{500060, 501098, false},
                                           std::tuple{500060, 501099, true},
                                           std::tuple{501098, 502000, true},
                                           std::tuple{501099, 502000, false}})
    {
        scenario.failures = {MakeFailure("link", "local-1", "down")};
        scenario.failures[0].at = ns3::MicroSeconds(begin);
        scenario.failures[0].duration = ns3::MicroSeconds(end - begin);
        EXPECT_EQ(Find(Run(), MissesAView), lost ? Samples{5} : Samples{}) << begin << ' ' << end;
    }
}

TEST_F(FailureRunTest, ADegradedLinkHasAnotherRateAndDelay)
{
    // 60 bytes at 1 Mbit/s are 480 us, and 10 ms: 10.48 ms instead of 48 us + 1 ms.
    scenario.failures = {MakeFailure("link", "local-1", "degrade")};
    auto& condition = std::any_cast<LinkCondition&>(scenario.failures[0].values);
    condition.rate = ns3::DataRate(1'000'000);
    condition.delay = MilliSeconds(10);
    for (const analysis::SampleRecord& sample : Run().samples)
    {
        const bool degraded = sample.sample >= 5 && sample.sample < 10;
        EXPECT_EQ(sample.network, degraded ? 10'480'000 : 1'048'000) << sample.sample;
        EXPECT_EQ(sample.viewsMissing, 0U);
    }
}

TEST_F(FailureRunTest, ATraceGoesOnBehindAFailure)
{
    // The trace makes the delay 2 ms at 700 ms: nobody sees it before the failure is over.
    scenario.failures = {MakeFailure("link", "local-1", "degrade")};
    std::any_cast<LinkCondition&>(scenario.failures[0].values).delay = MilliSeconds(10);
    TraceRow row;
    row.time = MilliSeconds(700);
    row.delay = MilliSeconds(2);
    GetP2p(scenario, "local").trace.rows = std::make_shared<const TraceRows>(TraceRows{row});
    for (const analysis::SampleRecord& sample : Run().samples)
    {
        const bool degraded = sample.sample >= 5 && sample.sample < 10;
        const std::int64_t delay = degraded ? 10 : sample.sample < 5 ? 1 : 2;
        EXPECT_EQ(sample.network, 48'000 + delay * 1'000'000) << sample.sample;
    }
}

TEST_F(FailureRunTest, ALossyLinkLosesItsShare)
{
    // A share of 1 of five scores. Shares in between: link-fault-test.
    scenario.failures = {MakeFailure("link", "local-2", "loss")};
    std::any_cast<LinkCondition&>(scenario.failures[0].values).loss = 1;
    EXPECT_EQ(Find(Run(), MissesAView), (Samples{5, 6, 7, 8, 9}));
}

TEST_F(FailureRunTest, ASlowProcessorTakesSomeTimesAsLong)
{
    // 4 x 50 us; the other device waits for nobody.
    scenario.failures = {MakeFailure("processor", "device-1", "slow")};
    KeyTable table;
    GetFailureKind("slow").addKeys(table, "failures.1", scenario.failures[0].values);
    KeyReader(table).ReadSetting(ParseSettings({"failures.1.factor=4"}).front());
    for (const analysis::SampleRecord& sample : Run().samples)
    {
        const bool slow = sample.sample >= 5 && sample.sample < 10;
        EXPECT_EQ(sample.compute, slow ? 200'000 : 50'000) << sample.sample;
    }
}

TEST_F(FailureRunTest, AGroupFailsTogether)
{
    scenario.failures = {MakeFailure("group", "")};
    scenario.failures[0].group = {"device-1", "device-2"};
    const analysis::RunRecord run = Run();
    EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7, 8, 9}));
    ASSERT_EQ(run.failures.size(), 2U);
    EXPECT_EQ(run.failures[0].begin, run.failures[1].begin);
}

TEST_F(FailureRunTest, FailuresThatOverlapAreOneAndSaid)
{
    scenario.failures = {MakeFailure("node", "device-1"), MakeFailure("node", "device-1")};
    scenario.failures[1].at = MilliSeconds(850); // to 1350 ms
    const analysis::RunRecord run = Run();
    EXPECT_EQ(Find(run, MissesAView), (Samples{5, 6, 7, 8, 9, 10, 11, 12, 13}));
    ASSERT_EQ(run.failures.size(), 1U);
    EXPECT_EQ(run.failures[0].end, 1'350'000'000);
    ASSERT_EQ(run.warnings.size(), 1U);
    EXPECT_EQ(run.warnings[0].rfind("failures.1 and failures.2 may overlap at device-1", 0), 0U);
}

TEST_F(FailureRunTest, RandomFailuresMoveNoOtherDrawAndLetTheRunEnd)
{
    scenario.workload.arrivals = "poisson";
    GetP2p(scenario, "local").loss = 0.3;
    const analysis::RunRecord well = Run();
    scenario.failures = {MakeFailure("node", "device-1"), MakeFailure("link", "local-1", "loss")};
    for (FailureSettings& failure : scenario.failures)
    {
        failure.at.reset();
        failure.duration.reset();
        failure.mtbf = MilliSeconds(300);
        failure.mttr = MilliSeconds(300);
    }
    std::any_cast<LinkCondition&>(scenario.failures[1].values).loss = 0.5;
    const analysis::RunRecord failing = Run();
    EXPECT_GT(failing.failures.size(), 2U);
    EXPECT_LT(GetTotal(failing, "local-1", "up").packets, 20U);
    ASSERT_EQ(failing.samples.size(), 20U);
    for (std::size_t i = 0; i < 20; ++i)
    {
        EXPECT_EQ(failing.samples[i].capture, well.samples[i].capture);
    }
    // device-2 sends the same 20 scores, and the same ones are lost.
    EXPECT_EQ(GetTotal(failing, "local-2", "up").packets, 20U);
    EXPECT_EQ(GetTotal(failing, "local-2", "up").dropped, GetTotal(well, "local-2", "up").dropped);
    EXPECT_GT(GetTotal(well, "local-2", "up").dropped, 0U);
}

TEST_F(FailureRunTest, ANodeFailsAtTheSameTimesWhateverElseFails)
{
    const auto getBegin = [this] {
        const analysis::RunRecord run = Run();
        return std::find_if(run.failures.begin(),
                            run.failures.end(),
                            [](const auto& failure) { return failure.target == "device-2"; })
            ->begin;
    };
    scenario.failures = {MakeFailure("class", "device")};
    scenario.failures[0].at.reset();
    scenario.failures[0].duration.reset();
    scenario.failures[0].mtbf = MilliSeconds(300);
    scenario.failures[0].mttr = MilliSeconds(300);
    const std::int64_t alone = getBegin();
    scenario.failures.push_back(MakeFailure("class", "local", "down"));
    EXPECT_EQ(getBegin(), alone);
    scenario.workload.period = MilliSeconds(130);
    EXPECT_EQ(getBegin(), alone);
}
