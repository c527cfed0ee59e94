// SPDX-License-Identifier: GPL-2.0-only
// What ns-3 does with a packet that a UE sends at a time t. Subframes begin at whole milliseconds;
// let n be the first that begins at t or later.
// n: the UE's MAC makes a buffer status report, which waits for 4 subframes;
// n + 4: the report is sent; the eNB has it when the subframe's data end, before n + 5;
// n + 5: the eNB makes a grant, which waits for 2 subframes;
// n + 7: the grant is sent, and used 4 subframes later;
// n + 11: the packet is sent; data end 71.43 us (a symbol) and 1 ns before the subframe does.
// So it is with the eNB 11.92857 ms after n. It crosses S1-U and S5 (10 Gbit/s, no delay) and the
// core link. Scores of 12 B are 58 bytes of IP and 60 on the core link (PPP): at 1 Gbit/s 0.48 us.
// On S1-U and S5, GTP-U, UDP, IP and PPP make them 96: 2 x 0.0768 us. In all 11929.2 us + core
// delay.
//
// On the air, 2 bytes of PDCP and 2 of RLC are before them: 62 bytes.
#include "count-frames.h"
#include "models/ddnn-payload-tag.h"
#include "models/energy/ddnn-node-energy.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/links/lte-link.h"
#include "star.h"

#include <ns3/inet-socket-address.h>
#include <ns3/socket.h>
#include <ns3/udp-socket-factory.h>

#include <gtest/gtest.h>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::Seconds;

namespace
{

/// The UEs are attached long before.
const ns3::Time start = MilliSeconds(1000);

struct CountPayload : public CountFrames
{
    void Send(const Frame& frame) override
    {
        CountFrames::Send(frame);
        payload += ns3::ddnn::CountPayloadBytes(*frame.packet);
    }

    std::uint64_t payload = 0;
};

LteSettings
MakeSettings()
{
    LteSettings settings;
    settings.coreDelay = MilliSeconds(10);
    return settings;
}

/// 0.1 W idle, 1 W connected and 200 ms behind the last block, 1 uJ per bit sent.
InterfaceProfile
MakeProfile()
{
    InterfaceProfile profile;
    profile.idlePowerWatt = 0.1;
    profile.connectedPowerWatt = 1;
    profile.tail = MilliSeconds(200);
    profile.sendJoulesPerBit = 1e-6;
    profile.receiveJoulesPerBit = 0;
    return profile;
}

void
ListenToAll(Star& star, CountPayload& up, CountPayload& down)
{
    star.medium.listen(star.medium.upper, down, up);
    for (const auto& lower : star.medium.lower)
    {
        star.medium.listen(lower, up, down);
    }
}

/// Runs until a second after the start: subframes never end.
void
RunOneSecond()
{
    ns3::Simulator::Stop(start + Seconds(1));
    ns3::Simulator::Run();
}

} // namespace

TEST(LteLink, OneMessageWaitsForItsGrant)
{
    // Sent at the beginning of a subframe, and 0.7 ms behind that of another: 0.3 ms wait.
    Star star({"lte", MakeSettings()}, 1);
    star.SendUp(start, 0, 12);
    star.SendUp(start + MicroSeconds(100700), 0, 12);
    RunOneSecond();
    ASSERT_EQ(star.arrivals.size(), 2U);
    const ns3::Time radioAndCore = ns3::NanoSeconds(11929204);
    EXPECT_NEAR(star.arrivals[0].message.account.network.GetNanoSeconds(),
                (radioAndCore + MilliSeconds(10)).GetNanoSeconds(),
                10);
    EXPECT_NEAR(star.arrivals[1].message.account.network.GetNanoSeconds(),
                (radioAndCore + MilliSeconds(10) + MicroSeconds(300)).GetNanoSeconds(),
                10);
}

TEST(LteLink, ReportsTheBlocksOfEachUe)
{
    // One UE alone gets all resource blocks: 1 ms. Two at once get 50 / 2 each: 25 of 50, 0.5 ms,
    // or 24 of them, 0.48 ms, where the number must have no other divisors than 2, 3 and 5.
    Star star({"lte", MakeSettings()}, 2);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    star.SendUp(start, 0, 12);
    star.SendUp(start + MilliSeconds(100), 0, 12);
    star.SendUp(start + MilliSeconds(100), 1, 12);
    RunOneSecond();
    EXPECT_EQ(star.arrivals.size(), 3U);
    EXPECT_EQ(up.bytes, (std::vector<std::uint32_t>{62, 62, 62}));
    EXPECT_EQ(up.payload, 3U * 12);
    EXPECT_GE(up.airTime, MicroSeconds(1000 + 2 * 480));
    EXPECT_LE(up.airTime, MicroSeconds(1000 + 2 * 500));
    EXPECT_TRUE(down.bytes.empty());
    EXPECT_EQ(up.dropped + down.dropped, 0U);
}

TEST(LteLink, MessagesThatShareABlockKeepTheirAccounts)
{
    // Two messages in one subframe: one report, one grant, one block. The RLC header has 2 bytes
    // more, for the length of the first. 4 + (2 + 58) + (2 + 66) = 132.
    Star star({"lte", MakeSettings()}, 1);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    star.SendUp(start + MicroSeconds(200), 0, 12);
    star.SendUp(start + MicroSeconds(600), 0, 20);
    RunOneSecond();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>{132});
    EXPECT_EQ(up.payload, 12U + 20);
    EXPECT_EQ(star.arrivals[0].message.payload.size(), 12U);
    EXPECT_EQ(star.arrivals[1].message.payload.size(), 20U);
    const auto first = star.arrivals[0].message.account.network;
    const auto second = star.arrivals[1].message.account.network;
    EXPECT_NEAR((first - second).GetNanoSeconds(), 400'000, 1000);
}

TEST(LteLink, PayloadOfAMessageInManyBlocksCountsOnce)
{
    // 3072 bytes are three datagrams of 1454, 1454 and 164, in blocks as large as the signal bears.
    LteSettings settings = MakeSettings();
    settings.bandwidth = "1.4MHz";
    Star star({"lte", settings}, 1);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    star.SendUp(start, 0, 3072);
    RunOneSecond();
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(star.arrivals[0].message.payload.size(), 3072U);
    EXPECT_EQ(up.payload, 3072U);
    EXPECT_GT(up.bytes.size(), 3U);
}

TEST(LteLink, MoreUesThanSubframesForSounding)
{
    // 41 UEs: more than have a subframe of their own within ns-3's 40 ms. All deliver.
    Star star({"lte", MakeSettings()}, 41);
    for (std::uint32_t ue = 0; ue < 41; ++ue)
    {
        star.SendUp(start, ue, 12);
    }
    ns3::Simulator::Stop(start + MilliSeconds(100));
    ns3::Simulator::Run();
    EXPECT_EQ(star.arrivals.size(), 41U);
}

TEST(LteLink, TheCoreLosesWhatItShould)
{
    LteSettings settings = MakeSettings();
    settings.loss = 1;
    Star star({"lte", settings}, 1);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    star.SendUp(start, 0, 12);
    RunOneSecond();
    EXPECT_TRUE(star.arrivals.empty());
    EXPECT_EQ(up.bytes.size(), 1U);
    EXPECT_EQ(up.dropped, 1U);
    EXPECT_EQ(down.dropped, 0U);
}

TEST(LteLink, MoreThanTheBufferHoldsIsDropped)
{
    // Packets of 1500 and 2 bytes of PDCP: 3010 bytes hold two of the three.
    LteSettings settings = MakeSettings();
    settings.buffer = 3010;
    Star star({"lte", settings}, 1);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    for (int i = 0; i < 3; ++i)
    {
        star.SendUp(start, 0, 1454);
    }
    RunOneSecond();
    EXPECT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(up.dropped, 1U);
}

TEST(LteLink, BeyondTheCellNothingArrives)
{
    // At 100 km the signal loses 39 + 30 log(100000) = 189 dB; the eNB's 46 dBm are -143 dBm then,
    // the noise in 9 MHz -95 dBm.
    LteSettings settings = MakeSettings();
    settings.radio.distance = 100'000;
    Star star({"lte", settings}, 2);
    star.SendUp(start, 0, 12);
    RunOneSecond();
    EXPECT_TRUE(star.arrivals.empty());
}

TEST(LteLink, AUeDrawsPowerForEveryBit)
{
    // One block of 62 bytes at 1011 ms: 8 x 62 x 1 uJ. From then on it is connected, at 1 W, for
    // 200 ms; idle, 0.1 W, before and after: 1.011 + 0.789 s until 2 s.
    Star star({"lte", MakeSettings()}, 1);
    const ns3::Ptr<ns3::Node> node = star.place.lower[0].node;
    const auto energy = ns3::CreateObject<ns3::ddnn::NodeEnergy>();
    node->AggregateObject(ns3::CreateObject<ns3::ddnn::NodeState>());
    node->AggregateObject(energy);
    star.medium.connectPower(star.medium.lower[0], MakeProfile());
    star.SendUp(start, 0, 12);
    RunOneSecond();
    EXPECT_NEAR(energy->GetJoules(ns3::ddnn::EnergyCause::RadioSend, Seconds(2)), 496e-6, 1e-12);
    EXPECT_NEAR(energy->GetJoules(ns3::ddnn::EnergyCause::RadioIdle, Seconds(2)),
                0.2 * 1 + 1.8 * 0.1,
                1e-9);
}

TEST(LteLink, AUeThatIsOffSendsNothing)
{
    Star star({"lte", MakeSettings()}, 1);
    CountPayload up;
    CountPayload down;
    ListenToAll(star, up, down);
    const ns3::Ptr<ns3::Node> node = star.place.lower[0].node;
    const auto state = ns3::CreateObject<ns3::ddnn::NodeState>();
    node->AggregateObject(state);
    node->AggregateObject(ns3::CreateObject<ns3::ddnn::NodeEnergy>());
    star.medium.connectPower(star.medium.lower[0], MakeProfile());
    ns3::Simulator::Schedule(start, &ns3::ddnn::NodeState::SwitchOff, state);
    ns3::Simulator::Schedule(start + MilliSeconds(50), [&node] {
        // As a protocol below the transport would, which does not ask.
        const auto socket = ns3::Socket::CreateSocket(node, ns3::UdpSocketFactory::GetTypeId());
        socket->SendTo(ns3::Create<ns3::Packet>(100),
                       0,
                       ns3::InetSocketAddress(ns3::Ipv4Address("10.0.0.1"), 9));
    });
    ns3::Simulator::Schedule(start + MilliSeconds(100), &ns3::ddnn::NodeState::SwitchOn, state);
    star.SendUp(start + MilliSeconds(150), 0, 12);
    RunOneSecond();
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>{62});
    EXPECT_EQ(up.dropped, 1U);
    EXPECT_EQ(star.arrivals.size(), 1U);
}
