// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <set>

using namespace simulator;

TEST(Sites, ShareTheCloudAndSeeTheSamplesFromDifferentOffsets)
{
    const nn::MultiViewDataSet dataset = MakeNoise(2);
    const auto network = MakeNetwork(Describe(2, {2}), dataset);
    Scenario scenario = MakeScenario();
    scenario.sites = 4;
    scenario.localThreshold = 0.7;
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    ASSERT_EQ(run.samples.size(), 4 * 20U);
    EXPECT_EQ(run.deviceCount, 8U);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        // 20 test samples, 4 sites: offsets 0, 5, 10, 15.
        const std::size_t position = (5 * (sample.site - 1) + sample.sample) % 20;
        const int index = dataset.GetTestSamples()[position];
        const nn::Answer expected = ClassifyOffline(*network, dataset, index, scenario);
        EXPECT_EQ(sample.prediction, expected.prediction);
        EXPECT_EQ(sample.exit, GetExitName(expected.exit));
    }
    std::set<std::string> names;
    unsigned clouds = 0;
    for (const analysis::NodeRecord& node : run.nodes)
    {
        EXPECT_TRUE(names.insert(node.node).second) << node.node;
        clouds += node.tier == "cloud" ? 1 : 0;
    }
    EXPECT_EQ(clouds, 1U);
    EXPECT_EQ(names.count("site-3/device-2"), 1U);
}

TEST(Sites, TheTestSplitIsRepeatedIfMoreIsAskedFor)
{
    const nn::MultiViewDataSet dataset = MakeNoise(1);
    const auto network = MakeNetwork(Describe(1, {2}), dataset);
    Scenario scenario = MakeScenario();
    scenario.workload.samples = 45;
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1);
    ASSERT_EQ(run.samples.size(), 45U);
    EXPECT_EQ(run.samples[44].prediction, run.samples[4].prediction);
    EXPECT_EQ(run.samples[44].entropyLocal, run.samples[4].entropyLocal);
    EXPECT_EQ(run.samples[44].capture, 44 * 100000000LL);
}

namespace
{

std::vector<std::int64_t>
GetCaptures(int devices, std::uint32_t sites, std::uint32_t replication)
{
    const nn::MultiViewDataSet dataset = MakeNoise(devices);
    const auto network = MakeNetwork(Describe(devices, {1}), dataset);
    Scenario scenario = MakeScenario();
    scenario.sites = sites;
    scenario.workload.arrivals = "poisson";
    std::vector<std::int64_t> captures;
    for (const auto& sample : Simulate(scenario, *network, dataset, replication).samples)
    {
        if (sample.site == 1)
        {
            captures.push_back(sample.capture);
        }
    }
    return captures;
}

} // namespace

TEST(Streams, OneMoreCameraOrSiteChangesNoArrival)
{
    const auto captures = GetCaptures(2, 1, 1);
    EXPECT_EQ(captures.size(), 20U);
    EXPECT_EQ(GetCaptures(3, 1, 1), captures);
    EXPECT_EQ(GetCaptures(2, 2, 1), captures);
    EXPECT_NE(GetCaptures(2, 1, 2), captures); // another replication
}
