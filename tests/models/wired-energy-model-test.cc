// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-wired-energy-model.h"
#include "two-nodes.h"

#include <ns3/packet.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// 1 Mbit/s, 10 ms. Each end: 0.4 W idle, 0.1 W more sending, 0.05 W more receiving.
class WiredEnergyModelTest : public testing::Test
{
  protected:
    WiredEnergyModelTest()
    {
        for (std::uint32_t i = 0; i < 2; ++i)
        {
            nodes.nodes.Get(i)->AggregateObject(CreateObject<NodeState>());
            nodes.nodes.Get(i)->AggregateObject(CreateObject<NodeEnergy>());
        }
        for (std::uint32_t i = 0; i < 2; ++i)
        {
            CreateObject<WiredEnergyModel>(WiredEnergyModel::Powers{0.4, 0.1, 0.05})
                ->Install(nodes.devices.Get(i));
        }
        nodes.GetTransport(1)->Listen(sectionPort, [](const Message&) {});
    }

    /// A message of 130 payload bytes.
    void Send()
    {
        Message message;
        message.type = MessageType::Features;
        message.payload.resize(130);
        nodes.GetTransport(0)->Send(nodes.GetEndpoint(1, sectionPort), message);
    }

    Ptr<NodeEnergy> GetEnergy(std::uint32_t i) const
    {
        return nodes.nodes.Get(i)->GetObject<NodeEnergy>();
    }

    TwoNodes nodes{DataRate(1000000), MilliSeconds(10)};
};

} // namespace

TEST_F(WiredEnergyModelTest, OneMessageCostsPowerTimesItsTimeOnTheWire)
{
    // Payload 130, header 18, UDP 8, IPv4 20, PPP 2: 178 bytes, 8 x 178 / 1e6 s = 1.424 ms. The
    // sender spends 0.1 W x 1.424 ms = 142.4 uJ, the receiver 0.05 W x 1.424 ms = 71.2 uJ.
    Send();
    Simulator::Run();
    const Time end = Seconds(1);
    EXPECT_DOUBLE_EQ(GetEnergy(0)->GetJoules(EnergyCause::RadioSend, end), 142.4e-6);
    EXPECT_DOUBLE_EQ(GetEnergy(0)->GetJoules(EnergyCause::RadioReceive, end), 0);
    EXPECT_DOUBLE_EQ(GetEnergy(1)->GetJoules(EnergyCause::RadioSend, end), 0);
    EXPECT_DOUBLE_EQ(GetEnergy(1)->GetJoules(EnergyCause::RadioReceive, end), 71.2e-6);
    for (std::uint32_t i = 0; i < 2; ++i)
    {
        EXPECT_DOUBLE_EQ(GetEnergy(i)->GetJoules(EnergyCause::RadioIdle, end), 0.4);
    }
}

TEST_F(WiredEnergyModelTest, PowerIsUpWhileTheFrameIsOnTheWire)
{
    // Sent from 5 ms to 6.424 ms; arrives from 15 ms to 16.424 ms.
    Simulator::Schedule(MilliSeconds(5), [this] { Send(); });
    const auto expect = [this](Time time, std::uint32_t node, double watt) {
        Simulator::Schedule(
            time, [this, node, watt] { EXPECT_DOUBLE_EQ(GetEnergy(node)->GetPowerWatt(), watt); });
    };
    expect(MicroSeconds(4999), 0, 0.4);
    expect(MicroSeconds(5001), 0, 0.5);
    expect(MicroSeconds(6423), 0, 0.5);
    expect(MicroSeconds(6425), 0, 0.4);
    expect(MicroSeconds(14999), 1, 0.4);
    expect(MicroSeconds(15001), 1, 0.45);
    expect(MicroSeconds(16423), 1, 0.45);
    expect(MicroSeconds(16425), 1, 0.4);
    Simulator::Run();
    EXPECT_EQ(GetEnergy(1)->GetLastActivity(), MicroSeconds(16424));
}

TEST_F(WiredEnergyModelTest, FramesBehindEachOtherCostTheSum)
{
    for (int i = 0; i < 3; ++i)
    {
        Send();
    }
    Simulator::Run();
    EXPECT_DOUBLE_EQ(GetEnergy(0)->GetJoules(EnergyCause::RadioSend, Seconds(1)), 3 * 142.4e-6);
    EXPECT_DOUBLE_EQ(GetEnergy(1)->GetJoules(EnergyCause::RadioReceive, Seconds(1)), 3 * 71.2e-6);
}
