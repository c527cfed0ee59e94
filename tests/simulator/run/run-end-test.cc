// SPDX-License-Identifier: GPL-2.0-only
// A world with an event that always comes again, as beacons do: 20 samples, one every 100 ms from 0
// on, so the last at 1.9 s. All that follows from a sample takes less than 100 ms.
#include "simulator/run/run-end.h"
#include "simulator/topology/deployment-builder.h"
#include "small-world.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

void
Beat()
{
    ns3::Simulator::Schedule(ns3::MilliSeconds(100), Beat);
}

class RunEndTest : public testing::Test
{
  protected:
    ~RunEndTest() override
    {
        ns3::Simulator::Destroy();
    }

    /// When the run ends.
    ns3::Time Run()
    {
        const nn::MultiViewDataSet dataset = MakeNoise(2);
        const auto network = MakeNetwork(Describe(2, {4}), dataset);
        const Deployment deployment = BuildDeployment(scenario, *network, dataset);
        const RunEnd end(deployment, 20);
        deployment.warmUp->Start();
        Beat();
        ns3::Simulator::Stop(ns3::Seconds(1000));
        ns3::Simulator::Run();
        for (const DeployedFlow& background : deployment.background)
        {
            packets += background.flow->GetSent();
        }
        return ns3::Simulator::Now();
    }

    Scenario scenario = MakeScenario();
    std::uint64_t packets = 0; //!< of background traffic
};

} // namespace

TEST_F(RunEndTest, ASecondAfterTheLastMessage)
{
    // At 2 s the last message is less than 100 ms old, at 3 s more than a second.
    EXPECT_EQ(Run(), ns3::Seconds(3));
}

TEST_F(RunEndTest, AMinuteAfterTheLastMessageIfSamplesAreLost)
{
    // Nothing arrives: the last message is sent a moment after 1.9 s. 61 s is too early, 62 s is
    // not.
    GetP2p(scenario, "local").loss = 1;
    EXPECT_EQ(Run(), ns3::Seconds(62));
}

TEST_F(RunEndTest, NotBetweenCaptures)
{
    // Two minutes between captures: the last of 20 is at 38 minutes; the guard of the test ends it.
    scenario.workload.period = ns3::Minutes(2);
    EXPECT_EQ(Run(), ns3::Seconds(1000));
}

TEST_F(RunEndTest, BackgroundTrafficEndsASecondAfterTheLastMessage)
{
    // Packets of 1000 bytes at 4 Mbit/s: one every 2 ms. The last message is sent a moment after
    // 1.9 s, so the flow ends at 3 s, also if samples are lost and the run lasts until 62 s.
    GetP2p(scenario, "local").loss = 1;
    scenario.background.resize(1);
    scenario.background[0].from = "gateway-1";
    scenario.background[0].to = "cloud";
    scenario.background[0].rate = ns3::DataRate(4'000'000);
    EXPECT_EQ(Run(), ns3::Seconds(62));
    EXPECT_EQ(packets, 1500U);
}
