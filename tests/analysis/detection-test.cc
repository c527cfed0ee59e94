// SPDX-License-Identifier: GPL-2.0-only
// Times in nanoseconds, small ones: what matters is their order.
#include "analysis/detection.h"
#include "analysis/run-summary.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

constexpr auto suspected = SuspicionRecord::Kind::Suspected;
constexpr auto rejoined = SuspicionRecord::Kind::Rejoined;

SuspicionRecord
ByGateway(std::int64_t time, SuspicionRecord::Kind kind, const std::string& child = "device-1")
{
    return {kind, time, "local exit", "gateway-1", child};
}

SuspicionRecord
ByCloud(std::int64_t time, SuspicionRecord::Kind kind, const std::string& child = "device-1")
{
    return {kind, time, "cloud", "cloud", child};
}

RunRecord
MakeRun(std::vector<FailureRecord> failures, std::vector<SuspicionRecord> suspicions)
{
    RunRecord run;
    run.failures = std::move(failures);
    run.suspicions = std::move(suspicions);
    return run;
}

using Time = std::optional<std::int64_t>;

void
ExpectTimes(const RunRecord& run, const std::vector<std::pair<Time, Time>>& expected)
{
    const auto detections = FindDetections(run);
    ASSERT_EQ(detections.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        EXPECT_EQ(detections[i].detected, expected[i].first) << i;
        EXPECT_EQ(detections[i].recovered, expected[i].second) << i;
    }
}

} // namespace

TEST(Detection, FromTheFirstThatSuspectsToTheLastThatTrusts)
{
    // Off from 100 to 200. The gateway suspects at 130 and the cloud at 160; they trust it again at
    // 210 and 240.
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200}},
                        {ByGateway(130, suspected),
                         ByCloud(160, suspected),
                         ByGateway(210, rejoined),
                         ByCloud(240, rejoined)}),
                {{30, 40}});
}

TEST(Detection, OthersAndEarlierSuspicionsDoNotCount)
{
    // device-2 is another node; what the gateway thought of device-1 before 100 is over by then.
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200}},
                        {ByGateway(50, suspected),
                         ByGateway(60, rejoined),
                         ByGateway(110, suspected, "device-2"),
                         ByGateway(130, suspected),
                         ByGateway(210, rejoined)}),
                {{30, 10}});
}

TEST(Detection, AShortFailureMayBeDetectedWhenItIsOver)
{
    // The third sample that the node missed is closed 20 behind the end; its next comes at 230.
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200}},
                        {ByGateway(220, suspected), ByGateway(230, rejoined)}),
                {{120, 30}});
}

TEST(Detection, WhatNobodyNoticesHasNoTimes)
{
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200}}, {}), {{{}, {}}});
    ExpectTimes(
        MakeRun({{"device-1", "node", "off", 100, 200}}, {ByGateway(110, suspected, "device-2")}),
        {{{}, {}}});
}

TEST(Detection, WithoutAnEndOrARejoinNobodyRecovers)
{
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, {}}}, {ByGateway(130, suspected)}),
                {{30, {}}});
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200}}, {ByGateway(130, suspected)}),
                {{30, {}}});
    ExpectTimes(MakeRun({{"device-1", "node", "battery", 100, {}}}, {ByGateway(130, suspected)}),
                {{30, {}}});
}

TEST(Detection, EachFailureHasItsOwn)
{
    // The second begins at 205, before the node was heard again: still suspected, so detected at
    // once, and the first has no recovery. It ends at 300, and the node is heard at 310. The third
    // is not noticed before the fourth begins; what comes then belongs to the fourth.
    ExpectTimes(MakeRun({{"device-1", "node", "off", 100, 200},
                         {"device-1", "node", "off", 205, 300},
                         {"device-1", "node", "off", 400, 410},
                         {"device-1", "node", "off", 420, 500}},
                        {ByGateway(130, suspected),
                         ByGateway(310, rejoined),
                         ByGateway(450, suspected),
                         ByGateway(505, rejoined)}),
                {{30, {}}, {0, 10}, {{}, {}}, {30, 5}});
}

TEST(Detection, OnlyNodesThatAreOffAreSuspectedRightly)
{
    // A blank camera sends; that its node is off meanwhile is another failure.
    ExpectTimes(
        MakeRun({{"device-1", "camera", "blank", 90, 300}, {"device-1", "node", "off", 100, 200}},
                {ByGateway(130, suspected), ByGateway(210, rejoined)}),
        {{{}, {}}, {30, 10}});
}

TEST(Detection, TheSummaryHasTheMeans)
{
    // Detected after 30 and 60, recovered after 10; one is never noticed.
    RunRecord run = MakeRun({{"device-1", "node", "off", 100, 200},
                             {"device-2", "node", "off", 100, {}},
                             {"gateway-1", "node", "off", 100, 200}},
                            {ByGateway(130, suspected),
                             ByGateway(160, suspected, "device-2"),
                             ByGateway(210, rejoined)});
    EXPECT_EQ(Summarize(run).detect, 45.0);
    EXPECT_EQ(Summarize(run).recover, 10.0);
    run.failures.clear();
    EXPECT_FALSE(Summarize(run).detect.has_value());
    EXPECT_FALSE(Summarize(run).recover.has_value());
}
