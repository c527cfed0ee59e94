// SPDX-License-Identifier: GPL-2.0-only
// Energy of whole runs, worked out from what the nodes did.
#include "analysis/timeline.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <map>

using namespace simulator;

namespace
{

/// Three devices, gateway, cloud. Processors 1 W idle, 2 W busy; interfaces 0.5 W idle, 0.2 W more
/// sending, 0.1 W more receiving; all links 10 Mbit/s. 20 samples, one every 100 ms.
class EnergyTest : public testing::Test
{
  protected:
    EnergyTest()
    {
        scenario.localThreshold = 0.7;
    }

    analysis::RunRecord Run() const
    {
        return Simulate(scenario, *network, dataset, 1);
    }

    static analysis::NodeRecord GetNode(const analysis::RunRecord& run, const std::string& name)
    {
        for (const analysis::NodeRecord& node : run.nodes)
        {
            if (node.node == name)
            {
                return node;
            }
        }
        throw std::out_of_range(name);
    }

    static std::uint64_t CountLost(const analysis::RunRecord& run)
    {
        std::uint64_t lost = 0;
        for (const analysis::SampleRecord& sample : run.samples)
        {
            lost += sample.exit == "lost" ? 1 : 0;
        }
        return lost;
    }

    /// Devices draw 1.5 W, whatever they do.
    void MakePowerConstant()
    {
        scenario.deviceProcessor.busyPowerWatt = scenario.deviceProcessor.idlePowerWatt;
        scenario.links.at("local").interface.sendPowerWatt = 0;
        scenario.links.at("local").interface.receivePowerWatt = 0;
    }

    const nn::MultiViewDataSet dataset = MakeNoise(3);
    const std::shared_ptr<const nn::NetworkInference> network =
        MakeNetwork(Describe(3, {2}), dataset);
    Scenario scenario = MakeScenario();
};

/// Bytes that each node sent and received, from the links' records.
struct Traffic
{
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
};

std::map<std::string, Traffic>
SumTraffic(const analysis::RunRecord& run)
{
    std::map<std::string, Traffic> traffic;
    for (const analysis::LinkRecord& row : run.links)
    {
        if (row.kind != "total")
        {
            continue;
        }
        const bool local = row.link.rfind("local-", 0) == 0;
        const std::string lower = local ? "device-" + row.link.substr(6) : "gateway-1";
        const std::string upper = local ? "gateway-1" : "cloud";
        traffic[row.direction == "up" ? lower : upper].sent += row.bytes;
        traffic[row.direction == "up" ? upper : lower].received += row.bytes;
    }
    return traffic;
}

} // namespace

TEST_F(EnergyTest, EveryNodeSpendsPowerTimesTime)
{
    const analysis::RunRecord run = Run();
    const std::map<std::string, Traffic> traffic = SumTraffic(run);
    const std::map<std::string, int> interfaces = {
        {"device-1", 1}, {"device-2", 1}, {"device-3", 1}, {"gateway-1", 4}, {"cloud", 1}};
    const double end = run.nodes.front().aliveSeconds;
    ASSERT_GE(end, 1.9);
    ASSERT_EQ(run.nodes.size(), interfaces.size());
    for (const analysis::NodeRecord& node : run.nodes)
    {
        SCOPED_TRACE(node.node);
        const Traffic& bytes = traffic.at(node.node);
        const double secondsPerByte = 8 / 10e6;
        EXPECT_EQ(node.aliveSeconds, end);
        EXPECT_NEAR(node.energy.computeBusy, 2 * node.busySeconds, 1e-12);
        EXPECT_NEAR(node.energy.computeIdle, 1 * (end - node.busySeconds), 1e-12);
        EXPECT_NEAR(node.energy.radioIdle, 0.5 * interfaces.at(node.node) * end, 1e-12);
        EXPECT_NEAR(node.energy.radioSend, 0.2 * secondsPerByte * bytes.sent, 1e-12);
        EXPECT_NEAR(node.energy.radioReceive, 0.1 * secondsPerByte * bytes.received, 1e-12);
        EXPECT_GT(node.energy.radioSend, 0);
        EXPECT_FALSE(node.batteryJoules);
    }
    EXPECT_EQ(GetNode(run, "gateway-1").inferences, 0U);
}

TEST_F(EnergyTest, ADeviceDiesWhenItsBatteryIsEmpty)
{
    // 1.4475 J at 1.5 W: 0.965 s. Samples 0 to 9 were captured by then, and the other ten are lost:
    // nobody sees them.
    MakePowerConstant();
    scenario.batteries["device"] = 1.4475;
    const analysis::RunRecord run = Run();
    for (const char* name : {"device-1", "device-2", "device-3"})
    {
        const analysis::NodeRecord device = GetNode(run, name);
        EXPECT_EQ(device.aliveSeconds, 0.965);
        EXPECT_NEAR(device.energy.GetTotal(), 1.4475, 1e-9);
        EXPECT_EQ(device.batteryJoules, 1.4475);
        EXPECT_EQ(device.inferences, 10U);
    }
    EXPECT_GE(GetNode(run, "cloud").aliveSeconds, 1.9);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.exit == "lost", sample.sample >= 10);
        EXPECT_EQ(sample.payloadBytes == 0, sample.sample >= 10);
        EXPECT_EQ(sample.viewsMissing, sample.sample >= 10 ? 3U : 0U);
    }
}

TEST_F(EnergyTest, WhenOneBatteryIsEmptyItsViewIsMissing)
{
    // Device 2: 1.4475 J at 1.5 W, 0.965 s. The exit hears of it in samples 0 to 9, and goes on
    // with the other two. Every sample is forwarded: the views are those that the cloud got.
    MakePowerConstant();
    scenario.localThreshold = 0;
    scenario.localWait.time = ns3::MilliSeconds(20);
    scenario.cloudWait.time = ns3::MilliSeconds(20);
    scenario.batteries["device-2"] = 1.4475;
    const analysis::RunRecord run = Run();
    EXPECT_EQ(GetNode(run, "device-2").aliveSeconds, 0.965);
    EXPECT_EQ(GetNode(run, "device-2").inferences, 10U);
    EXPECT_NEAR(GetNode(run, "device-2").energy.GetTotal(), 1.4475, 1e-9);
    EXPECT_EQ(GetNode(run, "device-1").inferences, 20U);
    EXPECT_FALSE(GetNode(run, "device-1").batteryJoules);
    for (const analysis::SampleRecord& sample : run.samples)
    {
        EXPECT_EQ(sample.exit, "cloud");
        EXPECT_EQ(sample.viewsMissing, sample.sample >= 10 ? 1U : 0U) << sample.sample;
    }
    ASSERT_EQ(run.failures.size(), 1U);
    EXPECT_EQ(run.failures[0].target, "device-2");
    EXPECT_EQ(run.failures[0].kind, "battery");
    EXPECT_EQ(run.failures[0].begin, 965'000'000);
    EXPECT_FALSE(run.failures[0].end.has_value());
    // Three devices for 0.965 s, two for the rest of the first second, and of the run.
    const auto timeline = analysis::MakeTimeline(run);
    ASSERT_EQ(timeline.size(), 2U);
    EXPECT_DOUBLE_EQ(*timeline[0].devicesAlive, 3 * 0.965 + 2 * 0.035);
    EXPECT_EQ(timeline[1].devicesAlive, 2.0);
}

TEST_F(EnergyTest, ABatteryOfANodeIsInsteadOfThatOfItsTier)
{
    MakePowerConstant();
    scenario.sites = 2;
    scenario.batteries = {{"device", 1.4475}, {"device-3", 0.75}};
    const analysis::RunRecord run = Run();
    for (const char* site : {"site-1/", "site-2/"})
    {
        EXPECT_EQ(GetNode(run, site + std::string("device-1")).aliveSeconds, 0.965);
        EXPECT_EQ(GetNode(run, site + std::string("device-3")).aliveSeconds, 0.5); // 0.75 / 1.5
    }
}

TEST_F(EnergyTest, WorkEndsABatteryEarlier)
{
    scenario.batteries["device"] = 1.4475;
    const analysis::NodeRecord device = GetNode(Run(), "device-1");
    EXPECT_NEAR(device.energy.GetTotal(), 1.4475, 1e-8);
    // 1.5 W while on, and what work adds: 1 W busy, 0.2 W sending, 0.1 W receiving.
    const double work =
        device.energy.computeBusy / 2 + device.energy.radioSend + device.energy.radioReceive;
    EXPECT_GT(work, 0);
    EXPECT_NEAR(device.aliveSeconds, (1.4475 - work) / 1.5, 1e-8);
}

TEST_F(EnergyTest, ABatteryThatLastsChangesNothing)
{
    const analysis::RunRecord before = Run();
    scenario.batteries["device"] = 1e6;
    const analysis::RunRecord run = Run();
    EXPECT_TRUE(run.failures.empty()); // they do become empty, days after the run is over
    for (std::size_t i = 0; i < run.nodes.size(); ++i)
    {
        EXPECT_EQ(run.nodes[i].energy.GetTotal(), before.nodes[i].energy.GetTotal());
        EXPECT_EQ(run.nodes[i].aliveSeconds, before.nodes[i].aliveSeconds);
    }
    for (std::size_t i = 0; i < run.samples.size(); ++i)
    {
        EXPECT_EQ(run.samples[i].decisionLatency, before.samples[i].decisionLatency);
    }
}

TEST_F(EnergyTest, WithoutItsGatewayASiteIsLost)
{
    // Processor 1 W, four interfaces 2 W: 3 W, and a little more for its frames. Empty after 1 s,
    // or a little earlier: the answers of samples 0 to 9 are known by then.
    scenario.batteries["gateway"] = 3;
    const analysis::RunRecord run = Run();
    const analysis::NodeRecord gateway = GetNode(run, "gateway-1");
    EXPECT_NEAR(gateway.aliveSeconds, 1, 1e-3);
    EXPECT_LT(gateway.aliveSeconds, 1);
    EXPECT_NEAR(gateway.energy.GetTotal(), 3, 1e-8);
    EXPECT_EQ(GetNode(run, "device-1").inferences, 20U); // they do not know
    EXPECT_EQ(CountLost(run), 10U);
}

TEST_F(EnergyTest, AnEdgeMayHaveABattery)
{
    // Processor 1 W, three interfaces at 0.5 W (gateway, cloud, other edge): 2.5 J last for 1 s.
    const nn::MultiViewDataSet views = MakeNoise(4);
    const auto tree = MakeNetwork(Describe(4, {2}, {{0, 1}, {2, 3}}), views);
    scenario.batteries["edge"] = 2.5;
    scenario.localThreshold = 0;
    const analysis::RunRecord run = Simulate(scenario, *tree, views, 1);
    for (const char* name : {"edge-1", "edge-2"})
    {
        EXPECT_NEAR(GetNode(run, name).aliveSeconds, 1, 1e-3);
    }
    EXPECT_GE(CountLost(run), 9U);
}
