// SPDX-License-Identifier: GPL-2.0-only
// What the warm-up of a whole deployment costs, counted by hand.
#include "simulator/links/csma-link.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

using namespace simulator;

namespace
{

class WarmUpRunTest : public testing::Test
{
  protected:
    analysis::RunRecord SimulateTwoDevices()
    {
        const nn::MultiViewDataSet dataset = MakeNoise(2);
        return Simulate(scenario, *MakeNetwork(Describe(2, {4}), dataset), dataset, 1);
    }

    void UseCsma(double loss = 0)
    {
        scenario.links["local"] = {
            "csma", CsmaSettings{ns3::DataRate(10'000'000), ns3::MicroSeconds(5), loss}};
    }

    Scenario scenario = MakeScenario();
};

/// Bytes and packets of kind warmup, by link and direction.
std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>
GetWarmUp(const analysis::RunRecord& run)
{
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> rows;
    for (const analysis::LinkRecord& row : run.links)
    {
        if (row.kind == "warmup")
        {
            rows[row.link + " " + row.direction] = {row.bytes, row.packets};
        }
    }
    return rows;
}

} // namespace

TEST_F(WarmUpRunTest, PointToPointLinksNeedNone)
{
    const analysis::RunRecord run = SimulateTwoDevices();
    EXPECT_TRUE(GetWarmUp(run).empty());
    EXPECT_EQ(run.samples[0].capture, 0);
}

TEST_F(WarmUpRunTest, AddressesAreResolvedBeforeTheFirstCapture)
{
    // Seven paths: each device to the gateway (scores) and to the cloud (features), the gateway to
    // each device (escalate, release), the cloud to the gateway (answers). A hello and an ARP
    // message are 64-byte frames on csma, a hello 48 bytes on the backhaul. Each device and the
    // gateway ask each other once:
    // local up: 4 hellos, 2 requests, 2 answers; down: 2 hellos, 2 requests, 2 answers;
    // backhaul up: 2 hellos; down: 1.
    UseCsma();
    const analysis::RunRecord run = SimulateTwoDevices();
    const auto warmUp = GetWarmUp(run);
    ASSERT_EQ(warmUp.size(), 4U);
    EXPECT_EQ(warmUp.at("local-1 up"), std::pair(8 * 64UL, 8UL));
    EXPECT_EQ(warmUp.at("local-1 down"), std::pair(6 * 64UL, 6UL));
    EXPECT_EQ(warmUp.at("backhaul-1 up"), std::pair(2 * 48UL, 2UL));
    EXPECT_EQ(warmUp.at("backhaul-1 down"), std::pair(48UL, 1UL));
    EXPECT_EQ(run.samples[0].capture, 1'000'000'000);
    EXPECT_TRUE(run.warnings.empty());
}

TEST_F(WarmUpRunTest, TheFirstSampleFindsTheNetworkAsTheLastDoes)
{
    // One sample a second: nothing is in the way of any. Scores of the first device: 76 B, 60.8 us
    // and 5 us; the second device waits for at least as long, and at most for the longest backoff.
    UseCsma();
    scenario.localThreshold = 1;
    scenario.workload.period = ns3::Seconds(1);
    const analysis::RunRecord run = SimulateTwoDevices();
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_GE(sample.network, 2 * 65800);
        EXPECT_LE(sample.network, 2 * 65800 + 1000000);
    }
}

TEST_F(WarmUpRunTest, CapturesDoNotBeginBeforeTheyShould)
{
    UseCsma();
    scenario.workload.start = ns3::MilliSeconds(3500);
    EXPECT_EQ(SimulateTwoDevices().samples[0].capture, 3'500'000'000);
}

TEST_F(WarmUpRunTest, AfterAMinuteTheRunGoesOnWithAWarning)
{
    UseCsma(1);
    const analysis::RunRecord run = SimulateTwoDevices();
    EXPECT_EQ(run.samples.size(), 20U);
    EXPECT_EQ(run.samples[0].capture, 60'000'000'000);
    EXPECT_EQ(run.samples[0].exit, "lost");
    ASSERT_EQ(run.warnings.size(), 1U);
    EXPECT_EQ(run.warnings[0],
              "the network was not ready at the first capture: nothing got from device-1 to "
              "gateway-1, from device-1 to cloud, from device-2 to gateway-1, and on 3 more paths");
}
