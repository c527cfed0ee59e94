// SPDX-License-Identifier: GPL-2.0-only
// One device, a gateway with its exit, and a cloud on two nodes: node 0 is the device, node 1 hosts
// everything else. Every time is worked out by hand.
#include "models/applications/ddnn-device-application.h"
#include "models/applications/ddnn-exit-application.h"
#include "models/applications/ddnn-gateway-application.h"
#include "models/applications/ddnn-section-application.h"
#include "two-nodes.h"

#include <ns3/boolean.h>
#include <ns3/double.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// Answers with fixed bytes; remembers its inputs.
class FakePartition : public Partition
{
  public:
    FakePartition(PartitionOutput output, Operations operations)
        : m_output(std::move(output)), m_operations(operations)
    {
    }

    PartitionOutput Run(const std::vector<const Bytes*>& inputs) const override
    {
        for (const Bytes* input : inputs)
        {
            seen.push_back(input ? *input : Bytes());
        }
        return m_output;
    }

    Operations GetOperations() const override
    {
        return m_operations;
    }

    mutable std::vector<Bytes> seen;

  private:
    PartitionOutput m_output;
    Operations m_operations;
};

class FakeClassifier : public Classifier
{
  public:
    explicit FakeClassifier(Verdict verdict) : m_verdict(verdict) {}

    Verdict Classify(const std::vector<const Bytes*>& scores) const override
    {
        EXPECT_TRUE(scores.at(0));
        return m_verdict;
    }

  private:
    Verdict m_verdict;
};

Ptr<Processor>
MakeProcessor(Time fixedCost)
{
    auto processor = CreateObject<Processor>();
    processor->SetAttribute("FixedCost", TimeValue(fixedCost));
    processor->SetAttribute("BinaryRate", DoubleValue(1e15));
    return processor;
}

/// 1 Mbit/s, 10 ms. Device section 2 ms, cloud section 3 ms. Every message has 48 bytes of headers
/// (18 own, 8 UDP, 20 IPv4, 2 PPP); scores 12, features 128, answer 1.
class ApplicationTest : public testing::Test
{
  protected:
    void Build(double localEntropy, bool eager)
    {
        gateway = CreateObject<GatewayApplication>();
        gateway->TraceConnectWithoutContext(
            "Answered", Callback<void, SampleId, int>([this](SampleId, int prediction) {
                answered.emplace_back(Simulator::Now(), prediction);
            }));
        network.nodes.Get(1)->AddApplication(gateway);
        BuildDevice(eager);
        BuildExit(localEntropy, eager);
        BuildCloud(eager);
        network.GetTransport(0)->TraceConnectWithoutContext(
            "Tx", Callback<void, const Message&, bool>([this](const Message& message, bool) {
                if (IsData(message.type))
                {
                    payload += message.payload.size();
                }
            }));
    }

    void BuildDevice(bool eager)
    {
        device = CreateObject<DeviceApplication>();
        device->SetIdentity({Tier::Device, 0, 0});
        device->SetAttribute("Eager", BooleanValue(eager));
        device->SetPartition(std::make_shared<FakePartition>(
                                 PartitionOutput{Bytes(12, 1), Bytes(128, 2)}, Operations{1, 0}),
                             MakeProcessor(MilliSeconds(2)));
        device->SetExit(network.GetEndpoint(1, exitPort));
        device->SetParent(network.GetEndpoint(1, sectionPort));
        network.nodes.Get(0)->AddApplication(device);
    }

    void BuildExit(double entropy, bool eager)
    {
        auto exit = CreateObject<ExitApplication>();
        exit->SetClassifier(Tier::Device, std::make_shared<FakeClassifier>(Verdict{1, entropy}), 1);
        exit->SetCollector(CreateObject<InputCollector>());
        exit->SetHolders({network.GetEndpoint(eager ? 1 : 0, sectionPort)});
        exit->SetGateway(network.GetEndpoint(1, gatewayPort));
        Listen(exit);
        network.nodes.Get(1)->AddApplication(exit);
    }

    void BuildCloud(bool eager)
    {
        cloudPartition =
            std::make_shared<FakePartition>(PartitionOutput{Bytes(12, 3), {}}, Operations{1, 0});
        auto cloud = CreateObject<SectionApplication>();
        cloud->SetIdentity({Tier::Cloud, 0, 0});
        cloud->SetAttribute("Gated", BooleanValue(eager));
        cloud->SetPartition(cloudPartition, MakeProcessor(MilliSeconds(3)));
        cloud->SetCollector(CreateObject<InputCollector>(), {0});
        cloud->SetLast(std::make_shared<FakeClassifier>(Verdict{2, 0.25}),
                       {network.GetEndpoint(1, gatewayPort)});
        Listen(cloud);
        network.nodes.Get(1)->AddApplication(cloud);
    }

    void Listen(const Ptr<Application>& application)
    {
        application->TraceConnectWithoutContext(
            "Classified", Callback<void, const ExitReport&>([this](const ExitReport& report) {
                EXPECT_EQ(report.account.GetTotal(), Simulator::Now() - captured);
                reports.push_back(report);
            }));
    }

    void Run()
    {
        Simulator::Schedule(captured, [this] { device->See({0, 7}, Bytes(3072, 9)); });
        Simulator::Run();
    }

    TwoNodes network{DataRate(1000000), MilliSeconds(10)};
    const Time captured = MilliSeconds(100);
    Ptr<DeviceApplication> device;
    Ptr<GatewayApplication> gateway;
    std::shared_ptr<FakePartition> cloudPartition;
    std::vector<ExitReport> reports;
    std::vector<std::pair<Time, int>> answered;
    std::size_t payload = 0;
};

} // namespace

TEST_F(ApplicationTest, AConfidentSampleExitsLocally)
{
    Build(0.8, false); // entropy equal to the threshold: "at most" includes it
    Run();
    // 2 ms compute; scores: (12 + 48) x 8 bit at 1 Mbit/s = 0.48 ms, plus 10 ms.
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].tier, Tier::Device);
    EXPECT_TRUE(reports[0].answers);
    EXPECT_EQ(reports[0].account.compute, MilliSeconds(2));
    EXPECT_EQ(reports[0].account.network, MicroSeconds(10480));
    EXPECT_EQ(reports[0].account.queue + reports[0].account.wait, Time(0));
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_EQ(answered[0].first, captured + MicroSeconds(12480)); // the gateway is the exit's node
    EXPECT_EQ(answered[0].second, 1);
    EXPECT_EQ(payload, 12U);
}

TEST_F(ApplicationTest, AnUncertainSampleIsEscalated)
{
    Build(0.81, false);
    Run();
    // Scores as above: 12.48 ms. Escalate: 48 B = 0.384 ms + 10 ms. Features: (128 + 48) x 8 bit
    // = 1.408 ms + 10 ms. Cloud 3 ms. Network 10.48 + 10.384 + 11.408 = 32.272 ms.
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_FALSE(reports[0].answers);
    EXPECT_EQ(reports[1].tier, Tier::Cloud);
    EXPECT_EQ(reports[1].account.compute, MilliSeconds(5));
    EXPECT_EQ(reports[1].account.network, MicroSeconds(32272));
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_EQ(answered[0].first, captured + MicroSeconds(37272));
    EXPECT_EQ(answered[0].second, 2);
    EXPECT_EQ(cloudPartition->seen, std::vector<Bytes>{Bytes(128, 2)}); // the bytes that arrived
    EXPECT_EQ(payload, 140U);
}

TEST_F(ApplicationTest, EagerFeaturesSaveTheRoundTrip)
{
    Build(0.81, true);
    Run();
    // Scores leave at 2 ms and take 0.48 ms; features behind them 1.408 ms; both 10 ms on the way:
    // scores at 12.48 ms, features at 13.888 ms. The exit has escalated by then (own node, no
    // time). Cloud 3 ms.
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_EQ(answered[0].first, captured + MicroSeconds(16888));
    EXPECT_EQ(reports[1].account.network, MicroSeconds(11888));
    EXPECT_EQ(payload, 140U);
}

TEST_F(ApplicationTest, EagerFeaturesOfAConfidentSampleAreNotUsed)
{
    Build(0.1, true);
    Run();
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_TRUE(cloudPartition->seen.empty());
    EXPECT_EQ(payload, 140U); // sent all the same
}

TEST_F(ApplicationTest, AQueueAtTheDeviceIsQueueTime)
{
    Build(0.1, false);
    Simulator::Schedule(captured, [this] { device->See({0, 6}, Bytes(3072, 9)); });
    Run();
    // Both are captured at once; one has to wait 2 ms for the other.
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[1].account.queue, MilliSeconds(2));
    EXPECT_EQ(reports[1].account.compute, MilliSeconds(2));
}
