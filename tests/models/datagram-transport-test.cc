// SPDX-License-Identifier: GPL-2.0-only
// UdpTransport and LinkTransport: the same bytes at the same times.
#include "message-traffic.h"

#include <ns3/error-model.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// Bytes before every payload on a point-to-point link: MessageHeader 18, UDP 8, IPv4 20, PPP 2.
constexpr int headers = 18 + 8 + 20 + 2;

struct Kind
{
    const char* name;
    InstallTransport install;
};

void
PrintTo(const Kind& kind, std::ostream* stream)
{
    *stream << kind.name;
}

class DatagramTransportTest : public testing::TestWithParam<Kind>
{
  protected:
    const InstallTransport install = GetParam().install;
};

INSTANTIATE_TEST_SUITE_P(Kinds,
                         DatagramTransportTest,
                         testing::Values(Kind{"Udp", InstallUdp}, Kind{"Link", InstallLink}),
                         [](const auto& info) { return info.param.name; });

} // namespace

TEST_P(DatagramTransportTest, OneMessageTakesBitsByRatePlusDelay)
{
    // 12 bytes of scores: (12 + 48) bytes = 480 bits at 1 Mbit/s = 480 us; plus 10 ms = 10.48 ms.
    TwoNodes network(DataRate(1000000), MilliSeconds(10), install);
    const auto arrivals = Exchange(network, {MakeMessage(12)});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, NanoSeconds(10480000));
    EXPECT_EQ(arrivals[0].message.payload, MakeMessage(12).payload);
    EXPECT_EQ(arrivals[0].message.account.network, NanoSeconds(10480000));
    EXPECT_EQ(arrivals[0].message.account.GetTotal(), NanoSeconds(10480000));
}

TEST_P(DatagramTransportTest, AtAnOddRateToTheNanosecond)
{
    // 128 + 48 = 176 bytes = 1408 bits at 250 kbit/s = 5.632 ms; plus 3 ms.
    TwoNodes network(DataRate(250000), MilliSeconds(3), install);
    const auto arrivals = Exchange(network, {MakeMessage(128)});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, NanoSeconds(8632000));
}

TEST_P(DatagramTransportTest, EmptyPayloadArrives)
{
    // Control messages: 48 bytes = 384 bits = 384 us at 1 Mbit/s, plus 1 ms.
    TwoNodes network(DataRate(1000000), MilliSeconds(1), install);
    Message message;
    message.type = MessageType::Escalate;
    const auto arrivals = Exchange(network, {message});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, NanoSeconds(1384000));
    EXPECT_TRUE(arrivals[0].message.payload.empty());
    EXPECT_EQ(arrivals[0].message.type, MessageType::Escalate);
}

TEST_P(DatagramTransportTest, TheSecondMessageQueuesBehindTheFirst)
{
    // Each (100 + 48) bytes = 1184 bits = 1.184 ms at 1 Mbit/s. The second starts when the first
    // has left: 2 x 1.184 ms + 5 ms = 7.368 ms.
    TwoNodes network(DataRate(1000000), MilliSeconds(5), install);
    const auto arrivals = Exchange(network, {MakeMessage(100, 1), MakeMessage(100, 2)});
    ASSERT_EQ(arrivals.size(), 2U);
    EXPECT_EQ(arrivals[0].time, NanoSeconds(6184000));
    EXPECT_EQ(arrivals[1].time, NanoSeconds(7368000));
    EXPECT_EQ(arrivals[1].message.account.network, NanoSeconds(7368000));
}

TEST_P(DatagramTransportTest, ARawImageTravelsInThreeParts)
{
    // 1500 - 20 - 8 - 18 = 1454 bytes a part: 3072 = 1454 + 1454 + 164. On the wire 3072 + 3 x 48
    // = 3216 bytes = 25728 bits = 25.728 ms at 1 Mbit/s, back to back; plus 10 ms.
    TwoNodes network(DataRate(1000000), MilliSeconds(10), install);
    const FrameSizes frames(network.devices.Get(0));
    const auto arrivals = Exchange(network, {MakeMessage(3072)});
    EXPECT_EQ(frames.sizes,
              (std::vector<std::uint32_t>{1454 + headers, 1454 + headers, 164 + headers}));
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, NanoSeconds(35728000));
    EXPECT_EQ(arrivals[0].message.payload, MakeMessage(3072).payload);
    EXPECT_EQ(arrivals[0].message.account.network, NanoSeconds(35728000));
}

TEST_P(DatagramTransportTest, CutsAtTheMtuAndNotBefore)
{
    for (const auto& [bytes, parts] : {std::pair{1454, 1U}, {1455, 2U}, {2908, 2U}, {2909, 3U}})
    {
        TwoNodes network(DataRate(1000000), MilliSeconds(1), install);
        const FrameSizes frames(network.devices.Get(0));
        EXPECT_EQ(Exchange(network, {MakeMessage(bytes)}).size(), 1U) << bytes;
        EXPECT_EQ(frames.sizes.size(), parts) << bytes;
    }
}

TEST_P(DatagramTransportTest, AMessageWithALostPartNeverArrivesAndTheNextDoes)
{
    TwoNodes network(DataRate(1000000), MilliSeconds(1), install);
    auto losses = CreateObject<ReceiveListErrorModel>();
    losses->SetList({1}); // the second frame received
    DynamicCast<PointToPointNetDevice>(network.devices.Get(1))->SetReceiveErrorModel(losses);
    const auto arrivals = Exchange(network, {MakeMessage(3072, 1), MakeMessage(3072, 2)});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].message.id.sample, 2U);
    EXPECT_EQ(arrivals[0].message.payload, MakeMessage(3072).payload);
}

TEST_P(DatagramTransportTest, MessagesToTheOwnNodeCrossNoLinkAndTakeNoTime)
{
    TwoNodes network(DataRate(1000000), MilliSeconds(10), install);
    const FrameSizes frames(network.devices.Get(0));
    std::vector<bool> crossing;
    network.GetTransport(0)->TraceConnectWithoutContext(
        "Tx", Callback<void, const Message&, bool>([&](const Message&, bool crosses) {
            crossing.push_back(crosses);
        }));
    Time arrival = Seconds(-1);
    network.GetTransport(0)->Listen(exitPort, [&](const Message&) { arrival = Simulator::Now(); });
    Simulator::Schedule(MilliSeconds(7), [&] {
        network.GetTransport(0)->Send(network.GetEndpoint(0, exitPort), MakeMessage(12));
    });
    Simulator::Run();
    EXPECT_EQ(arrival, MilliSeconds(7));
    EXPECT_EQ(frames.sizes.size(), 0U);
    EXPECT_EQ(crossing, std::vector<bool>{false});
}
