// SPDX-License-Identifier: GPL-2.0-only
// What a node that is off does: nothing.
#include "models/energy/ddnn-battery.h"
#include "models/failures/ddnn-wired-gate.h"
#include "two-nodes.h"

#include <ns3/packet.h>
#include <ns3/pointer.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// 1 Mbit/s, 10 ms. A message of 77 payload bytes is a frame of 125 bytes, which takes 1 ms.
class WiredGateTest : public testing::Test
{
  protected:
    WiredGateTest()
    {
        for (std::uint32_t i = 0; i < 2; ++i)
        {
            auto state = CreateObject<NodeState>();
            nodes.nodes.Get(i)->AggregateObject(state);
            CreateObject<WiredGate>()->Install(nodes.devices.Get(i), state);
        }
        nodes.GetTransport(1)->Listen(
            sectionPort, [this](const Message&) { arrivals.push_back(Simulator::Now()); });
    }

    Ptr<NodeState> GetState(std::uint32_t i) const
    {
        return nodes.nodes.Get(i)->GetObject<NodeState>();
    }

    void Send(Time when)
    {
        Message message;
        message.type = MessageType::Features;
        message.payload.resize(77);
        Simulator::Schedule(when, [this, message] {
            nodes.GetTransport(0)->Send(nodes.GetEndpoint(1, sectionPort), message);
        });
    }

    TwoNodes nodes{DataRate(1000000), MilliSeconds(10)};
    std::vector<Time> arrivals;
};

} // namespace

TEST_F(WiredGateTest, ASenderThatIsOffSendsNothing)
{
    int sent = 0;
    const auto count = [&sent](const Message&, bool) { ++sent; };
    nodes.GetTransport(0)->TraceConnectWithoutContext("Tx",
                                                      Callback<void, const Message&, bool>(count));
    Simulator::Schedule(MilliSeconds(5), &NodeState::SwitchOff, GetState(0));
    Simulator::Schedule(MilliSeconds(15), &NodeState::SwitchOn, GetState(0));
    Send(MilliSeconds(0));
    Send(MilliSeconds(10));
    Send(MilliSeconds(20));
    Simulator::Run();
    EXPECT_EQ(arrivals, (std::vector<Time>{MilliSeconds(11), MilliSeconds(31)}));
    EXPECT_EQ(sent, 2);
}

TEST_F(WiredGateTest, WhatWaitsInTheQueueIsLost)
{
    // Three frames at once, off after 0.5 ms: the first is on the wire and is sent to its end.
    for (int i = 0; i < 3; ++i)
    {
        Send(Time(0));
    }
    Simulator::Schedule(MicroSeconds(500), &NodeState::SwitchOff, GetState(0));
    Simulator::Run();
    EXPECT_EQ(arrivals, std::vector<Time>{MilliSeconds(11)});
}

TEST_F(WiredGateTest, FramesToANodeThatIsOffAreLost)
{
    // The first is on the wire when the receiver goes off, the second is sent while it is off: they
    // arrive at 11 ms and 21 ms. The third is sent before it is on again, and arrives after.
    int dropped = 0;
    const auto count = [&dropped](Ptr<const Packet>) { ++dropped; };
    nodes.devices.Get(1)->TraceConnectWithoutContext("PhyRxDrop",
                                                     Callback<void, Ptr<const Packet>>(count));
    Simulator::Schedule(MilliSeconds(5), &NodeState::SwitchOff, GetState(1));
    Simulator::Schedule(MilliSeconds(25), &NodeState::SwitchOn, GetState(1));
    Send(MilliSeconds(0));
    Send(MilliSeconds(10));
    Send(MilliSeconds(20));
    Simulator::Run();
    EXPECT_EQ(arrivals, std::vector<Time>{MilliSeconds(31)});
    EXPECT_EQ(dropped, 2);
}

TEST_F(WiredGateTest, TheLossesOfTheDeviceComeBack)
{
    auto loss = CreateObject<ReceiveListErrorModel>(); // the second frame it sees
    loss->SetList({1});
    nodes.devices.Get(1)->SetAttribute("ReceiveErrorModel", PointerValue(loss));
    Simulator::Schedule(MilliSeconds(15), &NodeState::SwitchOff, GetState(1));
    Simulator::Schedule(MilliSeconds(25), &NodeState::SwitchOn, GetState(1));
    for (int i = 0; i < 4; ++i)
    {
        Send(MilliSeconds(10 * i)); // arrive at 11, 21 (off), 31 (lost), 41 ms
    }
    Simulator::Run();
    EXPECT_EQ(arrivals, (std::vector<Time>{MilliSeconds(11), MilliSeconds(41)}));
}

TEST_F(WiredGateTest, NoProtocolSendsFromANodeThatIsOff)
{
    // As TCP would, which knows nothing of the node's state.
    const auto send = [this] {
        return nodes.devices.Get(0)->Send(
            Create<Packet>(100), nodes.devices.Get(1)->GetAddress(), 0x0800);
    };
    Simulator::Schedule(MilliSeconds(1), &NodeState::SwitchOff, GetState(0));
    Simulator::Schedule(MilliSeconds(2), [&] { EXPECT_FALSE(send()); });
    Simulator::Schedule(MilliSeconds(3), &NodeState::SwitchOn, GetState(0));
    Simulator::Schedule(MilliSeconds(4), [&] { EXPECT_TRUE(send()); });
    Simulator::Run();
}

TEST_F(WiredGateTest, MessagesWithinANodeThatIsOffAreNotDelivered)
{
    Message message;
    message.type = MessageType::Scores;
    nodes.GetTransport(1)->Send(nodes.GetEndpoint(1, sectionPort), message);
    GetState(1)->SwitchOff(); // before the event that hands the message over
    Simulator::Run();
    EXPECT_TRUE(arrivals.empty());
}

TEST(WiredGate, StaysClosedIfTheBatteryIsEmptyWhenTheNodeComesBack)
{
    // 1 W and 3 ms of it. The failure begins at the nanosecond at which the battery is empty, so
    // the battery speaks up in the middle of the recovery, before the gate hears of it.
    TwoNodes nodes(DataRate(1000000), MilliSeconds(10));
    const Ptr<Node> node = nodes.nodes.Get(0);
    const Ptr<NetDevice> device = nodes.devices.Get(0);
    const auto state = CreateObject<NodeState>();
    Simulator::Schedule(MilliSeconds(3), &NodeState::Fail, state);
    Simulator::Schedule(MilliSeconds(4), &NodeState::Recover, state);
    const auto energy = CreateObject<NodeEnergy>();
    node->AggregateObject(state);
    node->AggregateObject(energy);
    const auto battery = CreateObject<Battery>();
    battery->Install(0.003, energy, state);
    energy->AddLoad(EnergyCause::ComputeIdle, 1);
    CreateObject<WiredGate>()->Install(device, state);
    int dropped = 0;
    const auto count = [&dropped](Ptr<const Packet>) { ++dropped; };
    device->TraceConnectWithoutContext("PhyRxDrop", Callback<void, Ptr<const Packet>>(count));
    Simulator::Schedule(MilliSeconds(5), [&nodes, device] {
        EXPECT_FALSE(device->Send(Create<Packet>(100), nodes.devices.Get(1)->GetAddress(), 0x0800));
        nodes.devices.Get(1)->Send(Create<Packet>(100), device->GetAddress(), 0x0800);
    });
    Simulator::Run();
    EXPECT_EQ(dropped, 1);
    battery->Dispose();
}
