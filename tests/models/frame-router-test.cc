// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-frame-header.h"
#include "models/transport/ddnn-frame-router.h"
#include "models/transport/ddnn-link-transport.h"

#include <ns3/csma-helper.h>
#include <ns3/net-device-container.h>
#include <ns3/node-container.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// Nodes with routers; a datagram to node i comes to `arrivals[i]`.
class FrameRouterTest : public testing::Test
{
  protected:
    ~FrameRouterTest() override
    {
        Simulator::Destroy();
    }

    void MakeNodes(std::uint32_t count)
    {
        nodes.Create(count);
        arrivals.resize(count);
        for (std::uint32_t i = 0; i < count; ++i)
        {
            auto router = CreateObject<FrameRouter>();
            nodes.Get(i)->AggregateObject(router);
            router->SetReceiver([this, i](std::uint16_t, const Ptr<const Packet>& frame) {
                EXPECT_FALSE(arrivals[i].has_value());
                arrivals[i] = {Simulator::Now(), frame->GetSize()};
            });
        }
    }

    Ptr<FrameRouter> GetRouter(std::uint32_t i) const
    {
        return nodes.Get(i)->GetObject<FrameRouter>();
    }

    /// Link of 1 Mbit/s and 1 ms between two nodes, whose network is 10.0.`network`.0/30.
    void Link(std::uint32_t first, std::uint32_t second, std::uint32_t network)
    {
        PointToPointHelper helper;
        helper.SetDeviceAttribute("DataRate", DataRateValue(DataRate(1000000)));
        helper.SetChannelAttribute("Delay", TimeValue(MilliSeconds(1)));
        const NetDeviceContainer devices = helper.Install(nodes.Get(first), nodes.Get(second));
        GetRouter(first)->AddAddress(devices.Get(0), {GetAddress(network, 1), Ipv4Mask("/30")});
        GetRouter(second)->AddAddress(devices.Get(1), {GetAddress(network, 2), Ipv4Mask("/30")});
    }

    static Ipv4Address GetAddress(std::uint32_t network, std::uint32_t host)
    {
        return Ipv4Address(0x0a000000 + (network << 8) + host);
    }

    void Send(std::uint32_t from, Ipv4Address to, std::uint32_t bytes)
    {
        Simulator::ScheduleNow(
            [=] { GetRouter(from)->Send(to, sectionPort, Create<Packet>(bytes)); });
        Simulator::Run();
    }

    struct Arrival
    {
        Time time;
        std::uint32_t bytes;
    };

    NodeContainer nodes;
    std::vector<std::optional<Arrival>> arrivals;
};

} // namespace

TEST_F(FrameRouterTest, ForwardsHopByHopByTheLongestPrefix)
{
    // 0 -- 1 -- 2, and 1 -- 3, which the default route of 1 leads to.
    MakeNodes(4);
    Link(0, 1, 1);
    Link(1, 2, 2);
    Link(1, 3, 3);
    GetRouter(0)->AddRoute("0.0.0.0", Ipv4Mask("/0"), GetAddress(1, 2));
    GetRouter(1)->AddRoute("0.0.0.0", Ipv4Mask("/0"), GetAddress(3, 2));
    GetRouter(1)->AddRoute("10.7.0.0", Ipv4Mask("/16"), GetAddress(2, 2));
    GetRouter(2)->AddAddress(nodes.Get(2)->GetDevice(0), {"10.7.0.1", Ipv4Mask("/32")});
    // 100 bytes + 28 + 2 PPP = 1040 bits = 1.04 ms a hop at 1 Mbit/s, and 1 ms of delay.
    Send(0, "10.7.0.1", 100);
    ASSERT_TRUE(arrivals[2].has_value());
    EXPECT_EQ(arrivals[2]->time, MicroSeconds(2 * 2040));
    EXPECT_EQ(arrivals[2]->bytes, 128U);
    EXPECT_FALSE(arrivals[1] || arrivals[3]);
    Send(0, GetAddress(3, 2), 100);
    EXPECT_TRUE(arrivals[3].has_value());
}

TEST_F(FrameRouterTest, ARouteCanBeReplacedAndRemoved)
{
    // 0 -- 1 and 0 -- 2; both are reached by an address of their own in 10.7.0.0/16.
    MakeNodes(3);
    Link(0, 1, 1);
    Link(0, 2, 2);
    GetRouter(1)->AddAddress(nodes.Get(1)->GetDevice(0), {"10.7.0.1", Ipv4Mask("/32")});
    GetRouter(2)->AddAddress(nodes.Get(2)->GetDevice(0), {"10.7.0.1", Ipv4Mask("/32")});
    GetRouter(0)->AddRoute("10.7.0.0", Ipv4Mask("/16"), GetAddress(1, 2));
    Send(0, "10.7.0.1", 100);
    EXPECT_TRUE(arrivals[1].has_value());
    GetRouter(0)->AddRoute("10.7.0.0", Ipv4Mask("/16"), GetAddress(2, 2));
    Send(0, "10.7.0.1", 100);
    EXPECT_TRUE(arrivals[2].has_value());
    GetRouter(0)->RemoveRoute("10.7.0.0", Ipv4Mask("/16"));
    EXPECT_THROW(Send(0, "10.7.0.1", 100), std::runtime_error);
    GetRouter(0)->RemoveRoute(GetAddress(1, 0), Ipv4Mask("/30")); // not one that was added
    arrivals[1].reset();
    Send(0, GetAddress(1, 2), 100);
    EXPECT_TRUE(arrivals[1].has_value());
}

TEST_F(FrameRouterTest, OnASharedMediumTheNeighbourAloneGetsIt)
{
    MakeNodes(4);
    CsmaHelper helper;
    const NetDeviceContainer devices = helper.Install(nodes);
    for (std::uint32_t i = 0; i < 4; ++i)
    {
        GetRouter(i)->AddAddress(devices.Get(i), {GetAddress(1, i + 1), Ipv4Mask("/24")});
    }
    Send(0, GetAddress(1, 4), 100);
    EXPECT_FALSE(arrivals[1] || arrivals[2]);
    ASSERT_TRUE(arrivals[3].has_value());
    EXPECT_EQ(arrivals[3]->bytes, 128U);
}

TEST_F(FrameRouterTest, WithoutARouteItSaysSo)
{
    MakeNodes(2);
    Link(0, 1, 1);
    EXPECT_THROW(Send(0, "10.9.0.1", 1), std::runtime_error);       // no such network
    EXPECT_THROW(Send(0, GetAddress(1, 0), 1), std::runtime_error); // nobody's address
}

TEST(FrameHeader, TwentyEightBytesWithAddressAndPort)
{
    Ptr<Packet> packet = Create<Packet>();
    packet->AddHeader(FrameHeader("10.1.2.3", 0x0fa1));
    std::vector<std::uint8_t> bytes(packet->GetSize());
    packet->CopyData(bytes.data(), packet->GetSize());
    std::vector<std::uint8_t> expected = {10, 1, 2, 3, 0x0f, 0xa1};
    expected.resize(28);
    EXPECT_EQ(bytes, expected);
    const FrameHeader decoded = FrameHeader::Decode(bytes.data());
    EXPECT_EQ(decoded.GetDestination(), Ipv4Address("10.1.2.3"));
    EXPECT_EQ(decoded.GetPort(), 0x0fa1);
    FrameHeader removed;
    EXPECT_EQ(packet->RemoveHeader(removed), FrameHeader::size);
    EXPECT_EQ(removed.GetDestination(), decoded.GetDestination());
}
