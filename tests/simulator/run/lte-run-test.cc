// SPDX-License-Identifier: GPL-2.0-only
// Whole deployments with LTE links.
#include "simulator/links/lte-link.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <tuple>

using namespace simulator;

namespace
{

class LteRunTest : public testing::Test
{
  protected:
    LteRunTest()
    {
        scenario.workload.samples = 5;
        scenario.workload.period = ns3::MilliSeconds(300);
        scenario.localWait.time = scenario.edgeWait.time = scenario.cloudWait.time =
            ns3::Seconds(1);
        UseLte("local");
    }

    void UseLte(const std::string& link)
    {
        scenario.links[link] = MakeLinkSettings("lte", link);
    }

    analysis::RunRecord Answer(const nn::NetworkDescription& description) const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        return Simulate(scenario, *MakeNetwork(description, dataset), dataset, 1);
    }

    Scenario scenario = MakeScenario();
};

std::vector<std::tuple<std::uint32_t, std::string, int, std::uint64_t>>
GetAnswers(const analysis::RunRecord& run)
{
    std::vector<std::tuple<std::uint32_t, std::string, int, std::uint64_t>> answers;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        answers.emplace_back(sample.site, sample.exit, sample.prediction, sample.payloadBytes);
    }
    return answers;
}

std::vector<std::int64_t>
GetCheckedLatencies(const analysis::RunRecord& run)
{
    std::vector<std::int64_t> latencies;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.compute + sample.queue + sample.network + sample.wait,
                  sample.decisionLatency.value_or(-1));
        latencies.push_back(sample.decisionLatency.value_or(-1));
    }
    return latencies;
}

std::uint64_t
GetPayload(const analysis::RunRecord& run, const std::string& link)
{
    std::uint64_t bytes = 0;
    for (const analysis::LinkRecord& row : run.links)
    {
        bytes += row.link == link && row.direction == "up" && row.kind == "payload" ? row.bytes : 0;
    }
    return bytes;
}

} // namespace

TEST_F(LteRunTest, SixUesDeliverEverything)
{
    // All exit at the gateway: the scores of 6 devices in 5 samples, 12 B each.
    scenario.localThreshold = 1;
    const analysis::RunRecord run = Answer(Describe(6, {2}));
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.exit, "local");
        EXPECT_EQ(sample.viewsMissing, 0U);
    }
    EXPECT_EQ(GetPayload(run, "local-1"), 6U * 5 * 12);
    EXPECT_TRUE(run.warnings.empty());
}

TEST_F(LteRunTest, AnswersAreThoseOfOtherLinks)
{
    scenario.localThreshold = 0.7;
    const nn::NetworkDescription network = Describe(3, {2});
    const analysis::RunRecord run = Answer(network);
    EXPECT_TRUE(run.warnings.empty());
    scenario.links["local"] = MakeLinkSettings("p2p", "local");
    EXPECT_EQ(GetAnswers(run), GetAnswers(Answer(network)));
}

TEST_F(LteRunTest, EverySiteHasItsCell)
{
    scenario.localThreshold = 0.7;
    scenario.sites = 2;
    const analysis::RunRecord run = Answer(Describe(2, {2}));
    EXPECT_EQ(run.samples.size(), 2 * 5U);
    EXPECT_TRUE(run.warnings.empty());
    scenario.links["local"] = MakeLinkSettings("p2p", "local");
    EXPECT_EQ(GetAnswers(run), GetAnswers(Answer(Describe(2, {2}))));
}

TEST_F(LteRunTest, AnyLinkMayBeLte)
{
    // Two groups, so that every link is there: gateways and edges are UEs, too, with others behind
    // them. Nothing exits before the cloud.
    for (const char* link : {"edge", "metro", "backhaul"})
    {
        UseLte(link);
    }
    scenario.localThreshold = scenario.edgeThreshold = 0;
    const nn::NetworkDescription network = Describe(4, {2}, {{0, 1}, {2, 3}});
    const analysis::RunRecord run = Answer(network);
    EXPECT_TRUE(run.warnings.empty());
    for (const char* link : {"local", "edge", "metro", "backhaul"})
    {
        scenario.links[link] = MakeLinkSettings("p2p", link);
    }
    EXPECT_EQ(GetAnswers(run), GetAnswers(Answer(network)));
}

TEST_F(LteRunTest, TheSeedAloneDecides)
{
    // Both in one process: ns-3's own numbers must not matter.
    scenario.localThreshold = 0.7;
    const analysis::RunRecord first = Answer(Describe(3, {2}));
    const analysis::RunRecord second = Answer(Describe(3, {2}));
    EXPECT_EQ(GetCheckedLatencies(first), GetCheckedLatencies(second));
    EXPECT_EQ(first.events, second.events);
}

TEST_F(LteRunTest, TcpWorksToo)
{
    scenario.localThreshold = 0.7;
    scenario.transport = "tcp";
    const analysis::RunRecord run = Answer(Describe(2, {2}));
    EXPECT_TRUE(run.warnings.empty());
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_NE(sample.exit, "lost");
        EXPECT_EQ(sample.viewsMissing, 0U);
    }
}
