// SPDX-License-Identifier: GPL-2.0-only
// Whole runs in which a radio link fails: both devices of the group are on it. A failure from 450
// ms to 950 ms hits samples 5 to 9, captured from 500 ms to 900 ms.
#include "failure-run.h"
#include "simulator/links/lr-wpan-link.h"
#include "simulator/links/wifi-link.h"

#include <array>
#include <set>
#include <utility>

using namespace simulator;
using ns3::MilliSeconds;

namespace
{

class RadioFailureRunTest : public FailureRunTest
{
  protected:
    void SetType(const std::string& type)
    {
        scenario.links["local"] = MakeLinkSettings(type, "local");
        // lr-wpan repeats a frame for up to 4 x 5.3 ms, longer if the other device is in the way.
        scenario.localWait.time = MilliSeconds(type == "lr-wpan" ? 60 : 20);
    }

    void Fail(const std::string& kind, const LinkCondition& condition)
    {
        scenario.failures = {MakeFailure("link", "local-1", kind)};
        if (kind != "down")
        {
            scenario.failures[0].values = condition;
        }
    }
};

} // namespace

TEST_F(RadioFailureRunTest, ALinkThatIsDownLosesTheSamplesOfThatTimeAndNoOthers)
{
    // Ten scores are given up; on wifi also hellos of the warm-up, before the association.
    for (const char* type : {"wifi", "lr-wpan", "lte"})
    {
        SetType(type);
        scenario.failures.clear();
        const std::uint64_t dropped = GetTotal(Run(), "local-1", "up").dropped;
        Fail("down", {});
        const analysis::RunRecord run = Run();
        EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7, 8, 9})) << type;
        EXPECT_EQ(Find(run, MissesAView), (Samples{5, 6, 7, 8, 9})) << type;
        EXPECT_EQ(GetTotal(run, "local-1", "up").dropped, dropped + 10) << type;
        ASSERT_EQ(run.failures.size(), 1U);
        EXPECT_EQ(run.failures[0].end.value() - run.failures[0].begin, 500'000'000);
    }
}

TEST_F(RadioFailureRunTest, ALinkThatLosesAllIsDown)
{
    LinkCondition lost;
    lost.loss = 1;
    SetType("wifi");
    Fail("down", {});
    const analysis::RunRecord down = Run();
    for (const char* kind : {"loss", "degrade"})
    {
        Fail(kind, lost);
        const analysis::RunRecord run = Run();
        EXPECT_EQ(Find(run, IsLost), (Samples{5, 6, 7, 8, 9})) << kind;
        EXPECT_EQ(GetTotal(run, "local-1", "up").bytes, GetTotal(down, "local-1", "up").bytes);
    }
}

TEST_F(RadioFailureRunTest, BeforeAFailureAllIsAsWithoutIt)
{
    LinkCondition worse;
    worse.pathLoss = 60;
    for (const char* type : {"wifi", "lr-wpan", "lte"})
    {
        SetType(type);
        scenario.failures.clear();
        const analysis::RunRecord well = Run();
        Fail("degrade", worse);
        const analysis::RunRecord failing = Run();
        ASSERT_EQ(failing.samples.size(), well.samples.size());
        for (std::size_t i = 0; i < 5; ++i)
        {
            EXPECT_EQ(failing.samples[i].decisionLatency, well.samples[i].decisionLatency) << type;
        }
        for (std::size_t i = 0; i < well.samples.size(); ++i)
        {
            EXPECT_EQ(failing.samples[i].capture, well.samples[i].capture) << type;
        }
        const bool isKept = std::string(type) == "lte"; // until the signal is back
        EXPECT_EQ(Find(failing, IsLost), isKept ? Samples{} : (Samples{5, 6, 7, 8, 9})) << type;
        EXPECT_TRUE(Find(well, MissesAView).empty()) << type;
    }
}

TEST_F(RadioFailureRunTest, AUeSendsLaterWhatItKeptInTheMeantime)
{
    // Sample 5 is captured at 500 ms, 450 ms before the signal is back; each further one has 100 ms
    // less to wait, and the others take the 12 ms of the radio and the 15 ms of the core.
    LinkCondition worse;
    worse.pathLoss = 60;
    SetType("lte");
    Fail("degrade", worse);
    for (const analysis::SampleRecord& sample : Run().samples)
    {
        const std::int64_t capture = 100 * static_cast<std::int64_t>(sample.sample);
        const std::int64_t kept = capture >= 500 && capture < 950 ? 950 - capture : 0;
        EXPECT_GT(sample.network, kept * 1'000'000) << sample.sample;
        EXPECT_LT(sample.network, (kept + 60) * 1'000'000) << sample.sample;
        EXPECT_EQ(sample.viewsMissing, 0U) << sample.sample;
    }
}

TEST_F(RadioFailureRunTest, NodesGoOffWhileTheirRadioLinkFails)
{
    // In any order, also with agreements on block acknowledgements (802.11ac and ax) and while UEs
    // attach again, the run ends, every sample is accounted for, and a node that is off for a
    // second is on for one less than the cloud.
    using Variant = std::pair<std::string, std::string>;
    for (const auto& [type, standard] : {Variant{"wifi", "802.11n"},
                                         Variant{"wifi", "802.11ac"},
                                         Variant{"wifi", "802.11ax"},
                                         Variant{"lr-wpan", ""},
                                         Variant{"lte", ""}})
    {
        SetType(type);
        if (type == "wifi")
        {
            std::any_cast<WifiSettings&>(scenario.links["local"].values).standard = standard;
        }
        LinkCondition worse;
        worse.pathLoss = 60;
        scenario.workload.samples = 50;
        Fail("degrade", worse);
        scenario.failures[0].duration = MilliSeconds(1800);
        scenario.failures.push_back(MakeFailure("node", "device-1"));
        scenario.failures[1].at = MilliSeconds(1350);
        scenario.failures[1].duration = ns3::Seconds(1);
        scenario.failures.push_back(MakeFailure("link", "local-1", "down"));
        scenario.failures[2].at = MilliSeconds(3050);
        const analysis::RunRecord run = Run();
        ASSERT_EQ(run.samples.size(), 50U);
        EXPECT_NE(run.samples.back().exit, "lost") << type << standard;
        EXPECT_EQ(run.samples.back().viewsMissing, 0U) << type << standard;
        const auto getAlive = [&run](const std::string& name) {
            return std::find_if(run.nodes.begin(),
                                run.nodes.end(),
                                [&](const auto& node) { return node.node == name; })
                ->aliveSeconds;
        };
        EXPECT_NEAR(getAlive("cloud") - getAlive("device-1"), 1, 1e-9) << type << standard;
    }
}

TEST_F(RadioFailureRunTest, LossesDoNotMakeARunLonger)
{
    // A run in which samples are lost is simulated for a minute more, in case that something comes:
    // the beacons and the power of that minute are not its.
    scenario.links["local"] = MakeLinkSettings("wifi", "local");
    scenario.localThreshold = 0;
    const analysis::RunRecord whole = Run();
    scenario.failures = {MakeFailure("node", "cloud")};
    scenario.failures[0].duration.reset();
    const analysis::RunRecord lossy = Run();
    EXPECT_TRUE(IsLost(lossy.samples.back()));
    EXPECT_FALSE(IsLost(whole.samples.back()));
    EXPECT_LT(lossy.end - whole.end, 3'000'000'000);
}

TEST_F(RadioFailureRunTest, RandomFailuresOfRadiosLetTheRunEnd)
{
    // Losses, outages and weak signals that come and go, over each other: ns-3 must not stumble.
    LinkCondition lossy;
    lossy.loss = 0.5;
    LinkCondition weak;
    weak.pathLoss = 60;
    const std::array<std::pair<const char*, LinkCondition>, 3> kinds = {
        std::pair{"down", LinkCondition{}}, {"loss", lossy}, {"degrade", weak}};
    scenario.workload.samples = 100;
    for (const char* type : {"wifi", "lr-wpan", "lte"})
    {
        SetType(type);
        scenario.failures.clear();
        for (const auto& [kind, condition] : kinds)
        {
            FailureSettings failure = MakeFailure("link", "local-1", kind);
            failure.at.reset();
            failure.duration.reset();
            failure.mtbf = MilliSeconds(700);
            failure.mttr = MilliSeconds(300);
            if (condition.loss > 0 || condition.pathLoss > 0)
            {
                failure.values = condition;
            }
            scenario.failures.push_back(failure);
        }
        const analysis::RunRecord run = Run();
        EXPECT_EQ(run.samples.size(), 100U) << type;
        std::set<std::string> seen;
        for (const auto& failure : run.failures)
        {
            seen.insert(failure.kind);
        }
        EXPECT_EQ(seen.size(), 3U) << type;
    }
}
