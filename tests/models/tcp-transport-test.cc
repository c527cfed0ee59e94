// SPDX-License-Identifier: GPL-2.0-only
#include "message-traffic.h"
#include "models/ddnn-payload-tag.h"
#include "models/transport/ddnn-tcp-transport.h"

#include <ns3/error-model.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// Share of frames lost in both directions from now on.
void
SetLoss(const TwoNodes& network, double share)
{
    for (std::uint32_t i = 0; i < 2; ++i)
    {
        auto model = CreateObject<RateErrorModel>();
        model->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
        model->SetRate(share);
        model->AssignStreams(i);
        DynamicCast<PointToPointNetDevice>(network.devices.Get(i))->SetReceiveErrorModel(model);
    }
}

/// 1 Mbit/s and 10 ms. Node 0 has opened its connection long before `later`.
class TcpTransportTest : public testing::Test
{
  protected:
    TcpTransportTest()
    {
        for (std::uint32_t i = 0; i < 2; ++i)
        {
            network.GetTransport(i)->TraceConnectWithoutContext(
                "Dropped",
                Callback<void, std::uint64_t>([this](std::uint64_t n) { dropped += n; }));
        }
    }

    /// Opens the connection from node 0.
    void Prepare()
    {
        Message hello;
        hello.type = MessageType::Hello;
        SendAt(network, Time(0), 0, {hello});
    }

    void SetAttribute(const std::string& name, const AttributeValue& value)
    {
        network.GetTransport(0)->SetAttribute(name, value);
        network.GetTransport(1)->SetAttribute(name, value);
    }

    void SetLoss(double share) const
    {
        ::SetLoss(network, share);
    }

    static void ExpectSamples(const std::vector<Arrival>& arrivals,
                              std::uint32_t first,
                              std::size_t count)
    {
        ASSERT_EQ(arrivals.size(), count);
        for (std::size_t i = 0; i < count; ++i)
        {
            EXPECT_EQ(arrivals[i].message.id.sample, first + i);
        }
    }

    const Time later = Seconds(1);
    TwoNodes network{DataRate(1000000), MilliSeconds(10), InstallTcp};
    std::uint64_t dropped = 0;
};

std::vector<Message>
MakeMessages(std::size_t count, std::size_t bytes)
{
    std::vector<Message> messages;
    for (std::size_t i = 0; i < count; ++i)
    {
        messages.push_back(MakeMessage(bytes + i, static_cast<std::uint32_t>(i)));
    }
    return messages;
}

/// ns-3's TCP sends this long after it was given something to send.
const Time afterSend = NanoSeconds(1);

/// Bytes of every segment besides its part of the stream: IPv4 20, TCP 20, timestamps 12, PPP 2.
constexpr std::uint32_t segment = 20 + 20 + 12 + 2;

} // namespace

TEST_F(TcpTransportTest, OneMessageOnAnOpenConnection)
{
    // 12 bytes of scores + 6 framing + 18 MessageHeader + 54 = 90 bytes = 720 us at 1 Mbit/s;
    // plus 10 ms = 10.72 ms.
    Prepare();
    const auto arrivals = Exchange(network, {MakeMessage(12)}, later);
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, later + MicroSeconds(10720) + afterSend);
    EXPECT_EQ(arrivals[0].message.payload, MakeMessage(12).payload);
    EXPECT_EQ(arrivals[0].message.account.network, MicroSeconds(10720) + afterSend);
    EXPECT_EQ(arrivals[0].message.account.GetTotal(), MicroSeconds(10720) + afterSend);
}

TEST_F(TcpTransportTest, TheFirstMessagePaysForTheHandshake)
{
    // SYN and its answer: IPv4 20, TCP 20, options 16 (timestamps 10, window scale 3, SACK
    // permitted 2, padding 1), PPP 2 = 58 bytes = 464 us each way; then the last part of the
    // handshake, an empty segment of 54 bytes = 432 us, and behind it the message, 720 us. Three
    // times 10 ms: 2 x 0.464 + 0.432 + 0.72 + 30 = 32.08 ms.
    const auto arrivals = Exchange(network, {MakeMessage(12)});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, MicroSeconds(32080));
    EXPECT_EQ(arrivals[0].message.account.network, MicroSeconds(32080));
}

TEST_F(TcpTransportTest, ARawImageTravelsInThreeSegments)
{
    // 3072 + 24 = 3096 = 1448 + 1448 + 200 bytes of the stream, back to back: 3096 + 3 x 54 = 3258
    // bytes = 26.064 ms; plus 10 ms = 36.064 ms.
    Prepare();
    const FrameSizes frames(network.devices.Get(0));
    const auto arrivals = Exchange(network, {MakeMessage(3072)}, later);
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, later + MicroSeconds(36064) + afterSend);
    EXPECT_EQ(arrivals[0].message.payload, MakeMessage(3072).payload);
    ASSERT_EQ(frames.sizes.size(), 6U); // two of the handshake and the hello before
    EXPECT_EQ(std::vector<std::uint32_t>(frames.sizes.begin() + 3, frames.sizes.end()),
              (std::vector<std::uint32_t>{1448 + segment, 1448 + segment, 200 + segment}));
}

TEST_F(TcpTransportTest, TheOtherDirectionUsesTheSameConnection)
{
    // No second handshake: 10.72 ms again.
    Prepare();
    std::vector<Arrival> arrivals;
    Record(network, 0, arrivals);
    SendAt(network, later, 1, {MakeMessage(12)});
    Exchange(network, {});
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].time, later + MicroSeconds(10720) + afterSend);
}

TEST_F(TcpTransportTest, BothMayOpenAtTheSameMoment)
{
    std::vector<Arrival> back;
    Record(network, 0, back);
    SendAt(network, Time(0), 1, MakeMessages(5, 10));
    SendAt(network, later, 1, {MakeMessage(1, 5)});
    const auto arrivals = Exchange(network, MakeMessages(5, 10));
    ExpectSamples(arrivals, 0, 5);
    ExpectSamples(back, 0, 6);
}

TEST_F(TcpTransportTest, ManyMessagesShareSegmentsAndComeInOrder)
{
    // 300 messages of 12 to 311 bytes: the first ten (the initial window) go alone, the others wait
    // for acknowledgements and fill segments: 300 x (24 + 161.5) / 1448 = 38 of them and a few.
    Prepare();
    const FrameSizes frames(network.devices.Get(0));
    const auto messages = MakeMessages(300, 12);
    const auto arrivals = Exchange(network, messages, later);
    ExpectSamples(arrivals, 0, 300);
    for (std::size_t i = 0; i < messages.size(); ++i)
    {
        EXPECT_EQ(arrivals[i].message.payload, messages[i].payload) << i;
    }
    EXPECT_LT(frames.sizes.size(), 80U);
    EXPECT_EQ(dropped, 0U);
}

TEST_F(TcpTransportTest, MessagesLargerThanTheSocketsBufferAreHandedOverInParts)
{
    SetAttribute("SocketBuffer", UintegerValue(2000));
    const auto messages = MakeMessages(20, 5000);
    const auto arrivals = Exchange(network, messages);
    ExpectSamples(arrivals, 0, 20);
    for (std::size_t i = 0; i < messages.size(); ++i)
    {
        EXPECT_EQ(arrivals[i].message.payload, messages[i].payload) << i;
    }
    EXPECT_EQ(dropped, 0U);
}

TEST_F(TcpTransportTest, PayloadIsCountedHoweverTheStreamIsCut)
{
    std::uint64_t payload = 0;
    network.devices.Get(0)->TraceConnectWithoutContext(
        "PhyTxBegin", Callback<void, Ptr<const Packet>>([&](Ptr<const Packet> frame) {
            payload += CountPayloadBytes(*frame);
        }));
    auto messages = MakeMessages(100, 100); // 100 + 101 + ... + 199 = 14950 bytes
    Message control;
    control.type = MessageType::Answer;
    control.id.sample = 100;
    control.payload = {1};
    messages.push_back(control); // no payload
    ExpectSamples(Exchange(network, messages), 0, 101);
    EXPECT_EQ(payload, 14950U);
}

TEST(TcpTransport, WithLossesAllArrivesLater)
{
    const auto messages = MakeMessages(200, 100);
    Time lastWithout;
    for (const double loss : {0.0, 0.1})
    {
        TwoNodes network(DataRate(1000000), MilliSeconds(10), InstallTcp);
        SetLoss(network, loss);
        const auto arrivals = Exchange(network, messages);
        ASSERT_EQ(arrivals.size(), 200U);
        for (std::size_t i = 0; i < messages.size(); ++i)
        {
            EXPECT_EQ(arrivals[i].message.payload, messages[i].payload) << i;
            EXPECT_EQ(arrivals[i].message.account.network, arrivals[i].time);
        }
        EXPECT_GT(arrivals.back().time, lastWithout);
        lastWithout = arrivals.back().time;
    }
}

TEST_F(TcpTransportTest, MoreThanTheQueueTakesIsDroppedAndCounted)
{
    // Nothing leaves the queue before the connection is open.
    SetAttribute("QueueLength", UintegerValue(5));
    ExpectSamples(Exchange(network, MakeMessages(20, 10)), 0, 5);
    EXPECT_EQ(dropped, 15U);
}

TEST_F(TcpTransportTest, AConnectionThatCannotBeOpenedIsTriedAgainWithTheNextMessage)
{
    // Six requests, 1 s, 2 s, 4 s, ... 32 s apart: given up after 63 s.
    SetLoss(1);
    Time gaveUp;
    network.GetTransport(0)->TraceConnectWithoutContext(
        "Dropped",
        Callback<void, std::uint64_t>([&](std::uint64_t) { gaveUp = Simulator::Now(); }));
    SendAt(network, Time(0), 0, MakeMessages(3, 10));
    Simulator::Schedule(Seconds(100), [this] { SetLoss(0); });
    const auto arrivals = Exchange(network, {MakeMessage(10, 7)}, Seconds(100));
    EXPECT_EQ(dropped, 3U);
    EXPECT_EQ(gaveUp, Seconds(63));
    ExpectSamples(arrivals, 7, 1);
}

TEST_F(TcpTransportTest, OfABrokenConnectionTheQueueGoesOverANewOne)
{
    // While nothing gets through, 40 messages of about 1 kB fill the socket's buffer of 10 kB, and
    // the others wait. The retransmissions end after a while; then the link works again.
    SetAttribute("SocketBuffer", UintegerValue(10000));
    Prepare();
    std::vector<Arrival> arrivals;
    Record(network, 1, arrivals);
    Simulator::Schedule(later, [this] { SetLoss(1); });
    SendAt(network, later, 0, MakeMessages(40, 1000));
    bool works = false;
    network.GetTransport(0)->TraceConnectWithoutContext(
        "Dropped", Callback<void, std::uint64_t>([&](std::uint64_t) {
            if (!works)
            {
                SetLoss(0);
                works = true;
            }
        }));
    Simulator::Run();
    // 10000 bytes hold nine messages of 1024 to 1032 bytes, and part of the tenth.
    EXPECT_EQ(dropped, 10U);
    ExpectSamples(arrivals, 10, 30);
}
