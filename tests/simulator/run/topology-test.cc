// SPDX-License-Identifier: GPL-2.0-only
// What must hold for every tree of devices, edges and cloud.
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

using namespace simulator;

namespace
{

struct Tree
{
    const char* name;
    nn::NetworkDescription network;
    std::uint32_t localExitGateway = 1;
    std::uint32_t edgeExitEdge = 1;
};

void
PrintTo(const Tree& tree, std::ostream* stream)
{
    *stream << tree.name;
}

std::vector<Tree>
MakeTrees()
{
    nn::NetworkDescription averages = Describe(4, {2}, {{0, 1}, {2, 3}});
    averages.device.exit = nn::Aggregation::Average;
    averages.edge.input = nn::Aggregation::Average;
    averages.edge.exit = nn::Aggregation::Concatenate;
    averages.cloud.input = nn::Aggregation::Max;
    return {
        {"RawViews", Describe(3, {})},
        {"RawViewsToEdges", Describe(3, {}, {{0, 2}, {1}})},
        {"OneDevice", Describe(1, {4})},
        {"OneDeviceOneEdge", Describe(1, {4}, {{0}})},
        {"ThirteenDevices", Describe(13, {1})},
        {"FiveFilters", Describe(3, {5})},
        {"TwoBlocks", Describe(3, {2, 3})},
        {"OneEdge", Describe(4, {2}, {{0, 1, 2, 3}})},
        {"ThreeUnevenEdges", Describe(6, {2}, {{5, 0}, {1, 2, 3}, {4}}), 3, 2},
        {"Averages", averages, 2, 1},
    };
}

class TopologyTest : public testing::TestWithParam<std::tuple<Tree, const char*>>
{
  protected:
    TopologyTest()
        : tree(std::get<0>(GetParam())),
          dataset(MakeNoise(tree.network.GetDeviceCount())),
          network(MakeNetwork(tree.network, dataset)),
          scenario(MakeScenario())
    {
        scenario.localExitGateway = tree.localExitGateway;
        scenario.edgeExitEdge = tree.edgeExitEdge;
        scenario.escalation = std::get<1>(GetParam());
        scenario.localThreshold = 0.7;
        scenario.edgeThreshold = 0.7;
    }

    std::size_t GetFeatureBytes() const
    {
        return tree.network.HasLocalExit() ? network->GetDevice(0)->Run({&blank}).features.size()
                                           : 3072;
    }

    const Tree tree;
    const nn::MultiViewDataSet dataset;
    const std::shared_ptr<const nn::NetworkInference> network;
    const std::vector<std::uint8_t> blank = std::vector<std::uint8_t>(3072);
    Scenario scenario;
};

std::string
GetTestName(const testing::TestParamInfo<std::tuple<Tree, const char*>>& info)
{
    return std::string(std::get<0>(info.param).name) +
           (std::get<1>(info.param) == std::string("eager") ? "Eager" : "OnDemand");
}

INSTANTIATE_TEST_SUITE_P(Trees,
                         TopologyTest,
                         testing::Combine(testing::ValuesIn(MakeTrees()),
                                          testing::Values("on-demand", "eager")),
                         GetTestName);

} // namespace

TEST_P(TopologyTest, AnswersAreThoseOfTheNetworkAlone)
{
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    ASSERT_EQ(run.samples.size(), 20U);
    std::set<std::string> exits;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        const int index = dataset.GetTestSamples()[sample.sample];
        const nn::Answer expected = ClassifyOffline(*network, dataset, index, scenario);
        EXPECT_EQ(sample.label, dataset.GetLabel(index));
        EXPECT_EQ(sample.prediction, expected.prediction);
        EXPECT_EQ(sample.exit, GetExitName(expected.exit));
        EXPECT_EQ(sample.viewsMissing, 0U);
        EXPECT_EQ(sample.entropyLocal.value_or(-1), expected.localEntropy);
        EXPECT_EQ(sample.entropyEdge.value_or(-1), expected.edgeEntropy);
        exits.insert(sample.exit);
    }
    EXPECT_TRUE(exits.size() > 1 || !tree.network.HasLocalExit()) << "the test tests too little";
}

TEST_P(TopologyTest, LatencyIsTheSumOfItsParts)
{
    // All samples at nearly the same time, so that there are queues.
    scenario.workload.period = ns3::MicroSeconds(10);
    scenario.bufferSamples = 1000;
    for (const auto& [name, link] : scenario.links)
    {
        GetP2p(scenario, name).queue = 100000;
    }
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    std::int64_t queue = 0;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        ASSERT_TRUE(sample.decisionLatency.has_value());
        EXPECT_EQ(sample.compute + sample.queue + sample.network + sample.wait,
                  *sample.decisionLatency);
        EXPECT_GE(sample.responseLatency.value(), *sample.decisionLatency);
        queue += sample.queue;
    }
    EXPECT_TRUE(queue > 0 || !tree.network.HasLocalExit()) << "the test tests too little";
}

TEST_P(TopologyTest, PayloadIsEquationOne)
{
    // Eq. (1): 4 |C| + (1 - l) f o / 8 bytes per device and sample. A single device is its own
    // exit: its scores cross no link. Eager features are always sent.
    const std::size_t devices = tree.network.cameras.size();
    const bool sendsScores = tree.network.HasLocalExit() && devices > 1;
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        const bool sendsFeatures = sample.exit != "local" || scenario.escalation == "eager";
        const std::size_t perDevice =
            (sendsScores ? 4 * 3 : 0) + (sendsFeatures ? GetFeatureBytes() : 0);
        EXPECT_EQ(sample.payloadBytes, devices * perDevice);
    }
}

TEST_P(TopologyTest, KindsSumToTheTotalOfEveryLink)
{
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    std::map<std::pair<std::string, std::string>, std::int64_t> balance;
    std::uint64_t payloadOfDevices = 0;
    for (const analysis::LinkRecord& row : run.links)
    {
        const auto bytes = static_cast<std::int64_t>(row.bytes);
        balance[{row.link, row.direction}] += row.kind == "total" ? -bytes : bytes;
        EXPECT_EQ(row.dropped, 0U);
        EXPECT_LE(row.utilization.value_or(0), 1.0);
        if (row.kind == "payload" && row.direction == "up" && row.link.rfind("local", 0) == 0)
        {
            payloadOfDevices += row.bytes;
        }
    }
    for (const auto& [link, sum] : balance)
    {
        EXPECT_EQ(sum, 0) << link.first << ' ' << link.second;
    }
    std::uint64_t sent = 0;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        sent += sample.payloadBytes;
    }
    EXPECT_EQ(payloadOfDevices, sent);
}

TEST_P(TopologyTest, WithLossesEverySampleIsAccountedFor)
{
    for (const auto& [name, link] : scenario.links)
    {
        GetP2p(scenario, name).loss = 0.2;
    }
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    ASSERT_EQ(run.samples.size(), 20U);
    std::uint64_t dropped = 0;
    for (const analysis::LinkRecord& row : run.links)
    {
        dropped += row.dropped;
    }
    EXPECT_GT(dropped, 0U);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.exit == "lost", !sample.decisionLatency.has_value());
        EXPECT_EQ(sample.exit == "lost", sample.prediction == -1);
        EXPECT_EQ(sample.compute + sample.queue + sample.network + sample.wait,
                  sample.decisionLatency.value_or(0));
        EXPECT_LE(sample.viewsMissing, tree.network.cameras.size());
    }
}
