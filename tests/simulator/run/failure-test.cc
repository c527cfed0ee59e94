// SPDX-License-Identifier: GPL-2.0-only
// What becomes of samples when nodes go off. All links: 10 Mbit/s, 1 ms; sections take exactly 50
// us. Scores take 1.048 ms a hop, so a sample is judged locally 1.098 ms after its capture
// (latency-test.cc).
#include "analysis/run-summary.h"
#include "simulator/run/simulation.h"
#include "small-world.h"
#include "switched-run.h"

#include <gtest/gtest.h>

using namespace simulator;
using analysis::LossReason;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::Seconds;

namespace
{

constexpr std::int64_t judged = 1'098'000; // ns

class FailureTest : public testing::Test
{
  protected:
    FailureTest()
    {
        scenario.workload.samples = 9;
        scenario.localWait.time = MilliSeconds(20);
        scenario.localThreshold = 0;
        for (ProcessorProfile* profile :
             {&scenario.deviceProcessor, &scenario.edgeProcessor, &scenario.cloudProcessor})
        {
            profile->binaryRate = profile->realRate = 1e18;
        }
    }

    analysis::RunRecord Run(const nn::NetworkDescription& description,
                            const std::vector<Switch>& switches)
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        return SimulateSwitched(scenario, *MakeNetwork(description, dataset), dataset, switches);
    }

    void ExpectAllLost(const analysis::RunRecord& run, LossReason reason)
    {
        EXPECT_EQ(run.samples.size(), scenario.workload.samples);
        for (const analysis::SampleRecord& sample : run.samples)
        {
            EXPECT_EQ(sample.exit, "lost");
            EXPECT_EQ(sample.lossReason, reason) << sample.sample;
        }
    }

    Scenario scenario = MakeScenario();
};

} // namespace

TEST_F(FailureTest, ADeadDeviceCostsTheWaitForThreeSamplesAndRejoinsWithinOne)
{
    // Captures every 100 ms. device-2 is off from 150 to 650 ms: samples 2, 3 and 4 wait 20 ms for
    // it, 5 and 6 do not. 7 is closed by device-1, a moment before device-2 reports, which is
    // waited for again from then on.
    scenario.localThreshold = 1;
    const auto run = Run(Describe(2, {4}),
                         {{"device-2", MilliSeconds(150), Switch::To::Off},
                          {"device-2", MilliSeconds(650), Switch::To::On}});
    const std::vector<std::uint32_t> missing = {0, 0, 1, 1, 1, 1, 1, 1, 0};
    ASSERT_EQ(run.samples.size(), missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i)
    {
        const bool waits = i >= 2 && i <= 4;
        EXPECT_EQ(run.samples[i].decisionLatency, judged + (waits ? 20 * millisecond : 0)) << i;
        EXPECT_EQ(run.samples[i].wait, waits ? 20 * millisecond : 0) << i;
        EXPECT_EQ(run.samples[i].viewsMissing, missing[i]) << i;
    }
    using Kind = analysis::SuspicionRecord::Kind;
    ASSERT_EQ(run.suspicions.size(), 2U);
    EXPECT_EQ(run.suspicions[0].kind, Kind::Suspected);
    EXPECT_EQ(run.suspicions[0].time, 400 * millisecond + judged + 20 * millisecond);
    EXPECT_EQ(run.suspicions[0].point, "local exit");
    EXPECT_EQ(run.suspicions[0].node, "gateway-1");
    EXPECT_EQ(run.suspicions[0].child, "device-2");
    EXPECT_EQ(run.suspicions[1].kind, Kind::Rejoined);
    EXPECT_EQ(run.suspicions[1].time, 700 * millisecond + judged);
}

TEST_F(FailureTest, WithoutTheCloudTheGatewayAnswersAtTheDeadline)
{
    scenario.deadline = MilliSeconds(100);
    scenario.fallback = "best-exit";
    const auto run = Run(Describe(2, {4}), {{"cloud", Seconds(0), Switch::To::Off}});
    scenario.localThreshold = 1;
    const auto local = Run(Describe(2, {4}), {});
    for (std::size_t i = 0; i < run.samples.size(); ++i)
    {
        const analysis::SampleRecord& sample = run.samples[i];
        EXPECT_TRUE(sample.isFallback);
        EXPECT_EQ(sample.exit, "local");
        EXPECT_EQ(sample.prediction, local.samples[i].prediction);
        EXPECT_EQ(sample.decisionLatency, 100 * millisecond);
        EXPECT_EQ(sample.responseLatency, 100 * millisecond);
        EXPECT_EQ(sample.wait, 100 * millisecond - judged);
        EXPECT_EQ(sample.viewsMissing, 0U);
    }
    const auto summary = analysis::Summarize(run);
    EXPECT_EQ(summary.fallback, 1.0);
    EXPECT_EQ(summary.missedDeadline, 0.0); // at the deadline is in time
}

TEST_F(FailureTest, WithoutAFallbackTheyAreLostAndTheDeadlineIsMissed)
{
    scenario.deadline = MilliSeconds(100);
    const auto run = Run(Describe(2, {4}), {{"cloud", Seconds(0), Switch::To::Off}});
    ExpectAllLost(run, LossReason::NoFeatures);
    const auto summary = analysis::Summarize(run);
    EXPECT_EQ(summary.missedDeadline, 1.0);
    EXPECT_EQ(summary.lostNoFeatures, 1.0);
    EXPECT_EQ(summary.lost, 1.0);
}

TEST_F(FailureTest, TheAnswerOfASlowCloudIsLate)
{
    GetP2p(scenario, "backhaul").delay = MilliSeconds(60); // 120 ms there and back
    scenario.deadline = MilliSeconds(100);
    scenario.fallback = "best-exit";
    const auto run = Run(Describe(2, {4}), {});
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_TRUE(sample.isFallback);
        EXPECT_EQ(sample.responseLatency, 100 * millisecond);
    }
    EXPECT_EQ(analysis::Summarize(run).late, 9U);
}

TEST_F(FailureTest, AnAnswerInTimeLeavesTheFallbackAlone)
{
    scenario.deadline = MilliSeconds(100);
    const auto without = Run(Describe(2, {4}), {});
    scenario.fallback = "best-exit";
    const auto with = Run(Describe(2, {4}), {});
    for (std::size_t i = 0; i < with.samples.size(); ++i)
    {
        EXPECT_FALSE(with.samples[i].isFallback);
        EXPECT_EQ(with.samples[i].exit, "cloud");
        EXPECT_EQ(with.samples[i].responseLatency, without.samples[i].responseLatency);
    }
    EXPECT_EQ(analysis::Summarize(with).late, 0U);
}

TEST_F(FailureTest, TheHighestExitIsTheBest)
{
    scenario.edgeThreshold = 0;
    scenario.deadline = MilliSeconds(100);
    scenario.fallback = "best-exit";
    const auto run = Run(Describe(2, {4}, {{0, 1}}), {{"cloud", Seconds(0), Switch::To::Off}});
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_TRUE(sample.isFallback);
        EXPECT_EQ(sample.exit, "edge");
        EXPECT_EQ(sample.responseLatency, 100 * millisecond);
        EXPECT_EQ(sample.decisionLatency,
                  sample.compute + sample.queue + sample.network + sample.wait);
    }
}

TEST_F(FailureTest, LateScoresGoIntoTheVerdictIfTheyAreAccepted)
{
    // One view is enough to judge; the other comes at the same time, behind it: late.
    scenario.workload.samples = 1;
    scenario.localWait.rule = "quorum";
    scenario.localWait.quorum = 1;
    scenario.deadline = MilliSeconds(100);
    scenario.fallback = "best-exit";
    const std::vector<Switch> switches = {{"cloud", Seconds(0), Switch::To::Off}};
    EXPECT_EQ(Run(Describe(2, {4}), switches).samples[0].viewsMissing, 1U);
    scenario.acceptLate = true;
    const auto run = Run(Describe(2, {4}), switches);
    EXPECT_EQ(run.samples[0].viewsMissing, 0U);
    EXPECT_EQ(run.samples[0].decisionLatency, 100 * millisecond);
    EXPECT_TRUE(run.samples[0].isFallback);
}

TEST_F(FailureTest, ADeadlineThatNoSectionCanKeepIsWarnedOf)
{
    scenario.deadline = MicroSeconds(49);
    const auto run = Run(Describe(2, {4}), {});
    ASSERT_EQ(run.warnings.size(), 1U);
    EXPECT_EQ(run.warnings[0],
              "deadline 49us is shorter than the sections up to the first exit compute: 50us");
    scenario.deadline = MicroSeconds(50);
    EXPECT_TRUE(Run(Describe(2, {4}), {}).warnings.empty());
}

TEST_F(FailureTest, WithoutDevicesThereIsNoView)
{
    const auto run =
        Run(Describe(2, {4}),
            {{"device-1", Seconds(0), Switch::To::Off}, {"device-2", Seconds(0), Switch::To::Off}});
    ExpectAllLost(run, LossReason::NoView);
}

TEST_F(FailureTest, WithoutTheGatewayNoScoresArrive)
{
    const auto run = Run(Describe(2, {4}), {{"gateway-1", Seconds(0), Switch::To::Off}});
    ExpectAllLost(run, LossReason::NoScores);
}

TEST_F(FailureTest, FeaturesExpireBeforeTheyAreAskedFor)
{
    // Scores 1.048 ms, escalate 1.0384 ms: asked for after 2.09 ms.
    scenario.bufferLifetime = MilliSeconds(2);
    const auto run = Run(Describe(2, {4}), {});
    ExpectAllLost(run, LossReason::Expired);
    for (const analysis::NodeRecord& node : run.nodes)
    {
        EXPECT_EQ(node.expired, node.tier == "device" ? 9U : 0U) << node.node;
    }
}

TEST_F(FailureTest, ACloudThatGoesOffForgetsWhatItComputes)
{
    scenario.workload.samples = 1;
    scenario.cloudProcessor.fixedCost = Seconds(1);
    const auto run = Run(Describe(2, {4}),
                         {{"cloud", MilliSeconds(500), Switch::To::Off},
                          {"cloud", MilliSeconds(600), Switch::To::On}});
    ExpectAllLost(run, LossReason::NodeOff);
}

TEST_F(FailureTest, AGatewayThatIsOffWhenTheTimerExpiresLosesTheSample)
{
    scenario.workload.samples = 1;
    const auto run = Run(Describe(2, {4}),
                         {{"device-2", Seconds(0), Switch::To::Off},
                          {"gateway-1", MilliSeconds(10), Switch::To::Off},
                          {"gateway-1", MilliSeconds(30), Switch::To::On}});
    ExpectAllLost(run, LossReason::NodeOff);
}

TEST_F(FailureTest, AnHourWithoutTheCloudFillsNoMemory)
{
    scenario.transport = "link";
    scenario.workload.samples = 36000;
    const auto run = Run(Describe(2, {4}), {{"cloud", Seconds(0), Switch::To::Off}});
    ExpectAllLost(run, LossReason::NoFeatures);
}

TEST_F(FailureTest, AnHourWithoutTheGatewayExpires)
{
    // Each device keeps the features of 64 samples; all others have expired.
    scenario.transport = "link";
    scenario.workload.samples = 36000;
    const auto run = Run(Describe(2, {4}), {{"gateway-1", Seconds(0), Switch::To::Off}});
    ExpectAllLost(run, LossReason::NoScores);
    for (const analysis::NodeRecord& node : run.nodes)
    {
        EXPECT_EQ(node.expired, node.tier == "device" ? 36000U - 64U : 0U) << node.node;
    }
}
