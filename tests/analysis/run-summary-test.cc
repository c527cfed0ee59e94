// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/run-summary.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

SampleRecord
MakeSample(const std::string& exit, int label, int prediction, std::int64_t latency)
{
    SampleRecord sample;
    sample.site = 1;
    sample.label = label;
    sample.prediction = prediction;
    sample.exit = exit;
    sample.payloadBytes = 60;
    if (exit != "lost")
    {
        sample.decisionLatency = latency;
        sample.responseLatency = latency + 5;
    }
    return sample;
}

/// Five samples of six devices: three right, one wrong, one lost.
RunRecord
MakeRun()
{
    RunRecord run;
    run.scenario = "c";
    run.run = 3;
    run.seed = 9;
    run.replication = 2;
    run.deviceCount = 6;
    run.events = 1234;
    run.samples = {MakeSample("local", 0, 0, 10),
                   MakeSample("local", 1, 1, 20),
                   MakeSample("edge", 2, 0, 30),
                   MakeSample("cloud", 2, 2, 100),
                   MakeSample("lost", 0, 0, 0)};
    return run;
}

NodeRecord
MakeNode(const std::string& tier, double aliveSeconds, const EnergyRecord& energy)
{
    NodeRecord node;
    node.tier = tier;
    node.aliveSeconds = aliveSeconds;
    node.energy = energy;
    return node;
}

} // namespace

TEST(RunSummary, CopiesTheIdentity)
{
    const RunSummary summary = Summarize(MakeRun());
    EXPECT_EQ(summary.scenario, "c");
    EXPECT_EQ(summary.run, 3U);
    EXPECT_EQ(summary.seed, 9U);
    EXPECT_EQ(summary.replication, 2U);
    EXPECT_EQ(summary.events, 1234U);
    EXPECT_EQ(summary.samples, 5U);
}

TEST(RunSummary, LostSamplesAreWrong)
{
    const RunSummary summary = Summarize(MakeRun());
    EXPECT_DOUBLE_EQ(*summary.accuracy, 3.0 / 5);
    EXPECT_DOUBLE_EQ(*summary.accuracyDecided, 3.0 / 4);
}

TEST(RunSummary, SharesOfCapturedSamples)
{
    const RunSummary summary = Summarize(MakeRun());
    EXPECT_DOUBLE_EQ(*summary.exitLocal, 0.4);
    EXPECT_DOUBLE_EQ(*summary.exitEdge, 0.2);
    EXPECT_DOUBLE_EQ(*summary.exitCloud, 0.2);
    EXPECT_DOUBLE_EQ(*summary.lost, 0.2);
}

TEST(RunSummary, LostSamplesByReasonSumToLost)
{
    RunRecord run = MakeRun();
    run.samples.resize(10, MakeSample("lost", 0, 0, 0)); // six lost of ten
    run.samples[4].lossReason = LossReason::NoView;
    run.samples[5].lossReason = LossReason::NoScores;
    run.samples[6].lossReason = LossReason::NoFeatures;
    run.samples[7].lossReason = LossReason::NoFeatures;
    run.samples[8].lossReason = LossReason::Expired;
    run.samples[9].lossReason = LossReason::NodeOff;
    const RunSummary summary = Summarize(run);
    EXPECT_EQ(summary.lostNoView, 0.1);
    EXPECT_EQ(summary.lostNoScores, 0.1);
    EXPECT_EQ(summary.lostNoFeatures, 0.2);
    EXPECT_EQ(summary.lostExpired, 0.1);
    EXPECT_EQ(summary.lostNodeOff, 0.1);
    EXPECT_EQ(summary.lost, 0.6);
}

TEST(RunSummary, FallbacksAndAnswersThatAreLost)
{
    RunRecord run = MakeRun();
    run.samples[1].isFallback = true;
    run.samples[2].responseLatency.reset();
    run.nodes.resize(2);
    run.nodes[0].late = 3;
    run.nodes[1].late = 4;
    const RunSummary summary = Summarize(run);
    EXPECT_EQ(summary.fallback, 0.2);
    EXPECT_EQ(summary.answerLost, 0.2);
    EXPECT_EQ(summary.late, 7U);
}

TEST(RunSummary, AMissedDeadlineIsALaterAnswerOrNone)
{
    // Responses 15, 25, 35, 105, none.
    RunRecord run = MakeRun();
    EXPECT_FALSE(Summarize(run).missedDeadline.has_value());
    run.deadline = 35;
    EXPECT_EQ(Summarize(run).missedDeadline, 0.4);
    run.deadline = 34;
    EXPECT_EQ(Summarize(run).missedDeadline, 0.6);
}

TEST(RunSummary, AnOutageIsAWindowBelowTheTarget)
{
    // Captures at 100, 109 | 110 | (nothing) | 130, 139, in windows of 10 from 100 on. Right, right
    // | wrong | right, lost: accuracies 1, 0 and 0.5 of three windows.
    RunRecord run = MakeRun();
    const std::vector<std::int64_t> captures = {100, 109, 110, 130, 139};
    for (std::size_t i = 0; i < captures.size(); ++i)
    {
        run.samples[i].capture = captures[i];
    }
    EXPECT_FALSE(Summarize(run).inferenceOutage.has_value());
    run.outageWindow = 10;
    run.outageAccuracy = 0.5; // "below": 0.5 is none
    EXPECT_EQ(Summarize(run).inferenceOutage, 1.0 / 3);
    run.outageAccuracy = 0.51;
    EXPECT_EQ(Summarize(run).inferenceOutage, 2.0 / 3);
}

TEST(RunSummary, LatenciesOfDecidedSamples)
{
    const RunSummary summary = Summarize(MakeRun());
    EXPECT_DOUBLE_EQ(*summary.decisionLatencyMean, 40);
    EXPECT_EQ(summary.decisionLatencyP50, 20);
    EXPECT_EQ(summary.decisionLatencyP95, 100);
    EXPECT_EQ(summary.decisionLatencyP99, 100);
    EXPECT_EQ(summary.responseLatencyP50, 25);
}

// 5 samples of 60 bytes by 6 devices.
TEST(RunSummary, PayloadIsPerDeviceAndSample)
{
    EXPECT_DOUBLE_EQ(*Summarize(MakeRun()).payloadBytes, 10);
}

// Twice the sites: a sample still comes from the six devices of its own site.
TEST(RunSummary, PayloadOfSeveralSites)
{
    RunRecord run = MakeRun();
    run.deviceCount = 12;
    run.samples[1].site = 2;
    run.samples[3].site = 2;
    EXPECT_DOUBLE_EQ(*Summarize(run).payloadBytes, 10);
}

TEST(RunSummary, WireBytesAreTotalsOfAllLinksWithoutTheirWarmUp)
{
    RunRecord run = MakeRun();
    run.links = {{"local-1", "up", "payload", 100, 1, 0, {}},
                 {"local-1", "up", "warmup", 64, 1, 0, {}},
                 {"local-1", "up", "total", 130 + 64, 2, 0, 0.5},
                 {"local-1", "down", "total", 7, 1, 0, 0.1}};
    EXPECT_EQ(Summarize(run).wireBytes, 137U);
}

TEST(RunSummary, EnergyIsTheSumOverNodesAndCauses)
{
    RunRecord run = MakeRun();
    run.nodes = {MakeNode("device", 10, {1, 2, 4, 8, 16}),
                 MakeNode("cloud", 10, {32, 0, 0, 0, 64})};
    EXPECT_DOUBLE_EQ(Summarize(run).energyJoules, 127);
}

TEST(RunSummary, EnergyPerCorrectAnswer)
{
    RunRecord run;
    run.nodes = {MakeNode("device", 10, {1, 2, 0, 0, 0})};
    run.samples = {MakeSample("local", 0, 0, 1), MakeSample("local", 0, 1, 1)};
    EXPECT_DOUBLE_EQ(*Summarize(run).joulesPerCorrect, 3);
    run.samples = {MakeSample("local", 1, 0, 1)};
    EXPECT_FALSE(Summarize(run).joulesPerCorrect);
}

TEST(RunSummary, BatteryLifeIsCapacityByMeanPower)
{
    // Two devices: 3 J in 10 s, and 3 J in 2 s until it died; 6 J in 12 s are 0.5 W. Batteries of
    // 1000 J on the average last 2000 s. The edge and a third device are on mains.
    RunRecord run;
    run.nodes = {MakeNode("device", 10, {1, 1, 1, 0, 0}),
                 MakeNode("device", 2, {1, 1, 0, 0.5, 0.5}),
                 MakeNode("edge", 10, {9, 0, 0, 0, 0}),
                 MakeNode("device", 10, {9, 0, 0, 0, 0})};
    run.nodes[0].batteryJoules = 1997;
    run.nodes[1].batteryJoules = 3;
    const RunSummary summary = Summarize(run);
    EXPECT_DOUBLE_EQ(*summary.batteryLifeDevice, 2000);
    EXPECT_FALSE(summary.batteryLifeGateway);
    EXPECT_FALSE(summary.batteryLifeEdge);
}

TEST(RunSummary, AnEmptyRunHasNoMetrics)
{
    const RunSummary summary = Summarize(RunRecord{});
    EXPECT_FALSE(summary.accuracy);
    EXPECT_FALSE(summary.accuracyDecided);
    EXPECT_FALSE(summary.exitLocal);
    EXPECT_FALSE(summary.decisionLatencyMean);
    EXPECT_FALSE(summary.responseLatencyP50);
    EXPECT_FALSE(summary.payloadBytes);
    EXPECT_EQ(summary.energyJoules, 0);
    EXPECT_FALSE(summary.joulesPerCorrect);
    EXPECT_FALSE(summary.batteryLifeDevice);
}

TEST(RunSummary, NothingDecidedHasNoAccuracyOfDecided)
{
    RunRecord run;
    run.samples = {MakeSample("lost", 0, -1, 0)};
    const RunSummary summary = Summarize(run);
    EXPECT_EQ(summary.accuracy, 0.0);
    EXPECT_EQ(summary.lost, 1.0);
    EXPECT_FALSE(summary.accuracyDecided);
    EXPECT_FALSE(summary.decisionLatencyP50);
}
