// SPDX-License-Identifier: GPL-2.0-only
// All media: 10 Mbit/s, 100 us. A frame carries 64 bytes around the payload (14 Ethernet, 20 IPv4,
// 8 UDP, 18 MessageHeader, 4 checksum): scores of 12 B are 76 bytes, 76 x 8 / 10 = 60.8 us. The
// smallest frame has 64 bytes: 51.2 us; ARP (28 B) is one.
#include "count-frames.h"
#include "models/energy/ddnn-node-energy.h"
#include "simulator/links/csma-link.h"
#include "star.h"

#include <gtest/gtest.h>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::NanoSeconds;
using ns3::Seconds;

namespace
{

LinkSettings
MakeCsma(double loss = 0, std::uint32_t queue = 100)
{
    return {"csma", CsmaSettings{ns3::DataRate(10'000'000), MicroSeconds(100), loss, queue}};
}

/// Gives a station a state and an account: 0.4 W idle, 0.1 W more sending, 0.05 W more receiving.
ns3::Ptr<ns3::ddnn::NodeEnergy>
ConnectPower(const Medium& medium, const ns3::Ptr<ns3::NetDevice>& device)
{
    InterfaceProfile profile;
    profile.idlePowerWatt = 0.4;
    profile.sendPowerWatt = 0.1;
    profile.receivePowerWatt = 0.05;
    auto energy = ns3::CreateObject<ns3::ddnn::NodeEnergy>();
    device->GetNode()->AggregateObject(ns3::CreateObject<ns3::ddnn::NodeState>());
    device->GetNode()->AggregateObject(energy);
    medium.connectPower(device, profile);
    return energy;
}

} // namespace

TEST(CsmaLink, TheFirstMessageWaitsForTheAddress)
{
    // The device asks for the gateway's address: 51.2 + 100 us. The gateway answers at once, but
    // finds the medium busy: it is free at the end of this very moment. The first backoff is one
    // slot of 1 us. The answer takes 51.2 + 100 us; the device waits 1 us, too, and sends its
    // scores: 60.8 + 100 us.
    Star star(MakeCsma(), 1);
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(star.arrivals[0].time, NanoSeconds(2 * (51200 + 100000 + 1000) + 60800 + 100000));
}

TEST(CsmaLink, OneMessageOnAFreeMediumTakesBitsByRatePlusDelay)
{
    // The address is known from the first message, also after 20 minutes: 60.8 + 100 us.
    Star star(MakeCsma(), 1);
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(Seconds(1200), 0, 12);
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[1].time, Seconds(1200) + NanoSeconds(60800 + 100000));
    EXPECT_EQ(star.arrivals[1].message.account.network, NanoSeconds(160800));
}

TEST(CsmaLink, OfTwoMessagesAtOnceTheSecondWaits)
{
    // The first is on the medium for 60.8 us and needs 100 us to pass: busy until 160.8 us. The
    // second tries again after random times of at most 1000 us: it arrives at the earliest after
    // 160.8 + 160.8 us, and at the latest 1000 us later.
    Star star(MakeCsma(), 2);
    for (const std::uint32_t device : {0, 1})
    {
        star.SendUp(ns3::MilliSeconds(10 * device), device, 12); // addresses
        star.SendUp(Seconds(1), device, 12);
    }
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 4U);
    EXPECT_EQ(star.arrivals[2].time, Seconds(1) + NanoSeconds(160800));
    EXPECT_GE(star.arrivals[3].time, Seconds(1) + NanoSeconds(2 * 160800));
    EXPECT_LE(star.arrivals[3].time, Seconds(1) + NanoSeconds(2 * 160800 + 1000000));
}

TEST(CsmaLink, ReportsEveryFrameWithItsAirTime)
{
    // Up: ARP request (64 B) and scores (76 B), 51.2 + 60.8 us. Down: ARP answer (64 B).
    Star star(MakeCsma(), 2);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.medium.listen(star.medium.lower[0], up, down);
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    EXPECT_EQ(up.bytes, (std::vector<std::uint32_t>{64, 76}));
    EXPECT_EQ(up.airTime, NanoSeconds(51200 + 60800));
    EXPECT_EQ(down.bytes, std::vector<std::uint32_t>{64});
    EXPECT_EQ(up.dropped + down.dropped, 0U);
}

TEST(CsmaLink, ALostFrameCountsOnceThoughAllHearIt)
{
    // Everything is lost: the device asks four times for the address (once, and three times again),
    // a broadcast that each of the other three nodes loses. It was meant for the gateway.
    Star star(MakeCsma(1), 3);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    for (const auto& lower : star.medium.lower)
    {
        star.medium.listen(lower, up, down);
    }
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    EXPECT_TRUE(star.arrivals.empty());
    EXPECT_EQ(up.bytes.size(), 4U);
    EXPECT_EQ(up.dropped, 4U);
    EXPECT_EQ(down.dropped, 0U);
}

TEST(CsmaLink, MoreThanTheQueueHoldsIsDropped)
{
    // A frame is on the medium, two wait, two are lost.
    Star star(MakeCsma(0, 2), 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    star.SendUp(Seconds(0), 0, 12); // address
    for (int i = 0; i < 5; ++i)
    {
        star.SendUp(Seconds(1), 0, 12);
    }
    ns3::Simulator::Run();
    EXPECT_EQ(star.arrivals.size(), 1 + 3U);
    EXPECT_EQ(up.dropped, 2U);
}

TEST(CsmaLink, EveryStationPaysForTheFramesThatItHears)
{
    // Sent: by the device 64 + 76 bytes, 112 us; by the gateway 64 bytes, 51.2 us. All hear what
    // the others send, the second device 163.2 us.
    using ns3::ddnn::EnergyCause;
    Star star(MakeCsma(), 2);
    const auto gateway = ConnectPower(star.medium, star.medium.upper);
    const auto device = ConnectPower(star.medium, star.medium.lower[0]);
    const auto other = ConnectPower(star.medium, star.medium.lower[1]);
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    const ns3::Time end = Seconds(1);
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioSend, end), 0.1 * 112e-6, 1e-15);
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioReceive, end), 0.05 * 51.2e-6, 1e-15);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioSend, end), 0.1 * 51.2e-6, 1e-15);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioReceive, end), 0.05 * 112e-6, 1e-15);
    EXPECT_NEAR(other->GetJoules(EnergyCause::RadioSend, end), 0, 1e-15);
    EXPECT_NEAR(other->GetJoules(EnergyCause::RadioReceive, end), 0.05 * 163.2e-6, 1e-15);
    EXPECT_DOUBLE_EQ(other->GetJoules(EnergyCause::RadioIdle, end), 0.4);
}

TEST(CsmaLink, AStationWhoseNodeIsOffIsSilent)
{
    // Four messages, the second and the third while the device is off.
    Star star(MakeCsma(), 1);
    ConnectPower(star.medium, star.medium.lower[0]);
    const auto state = star.place.lower[0].node->GetObject<ns3::ddnn::NodeState>();
    ns3::Simulator::Schedule(MicroSeconds(1'500'000), &ns3::ddnn::NodeState::SwitchOff, state);
    ns3::Simulator::Schedule(MicroSeconds(3'500'000), &ns3::ddnn::NodeState::SwitchOn, state);
    for (const int second : {1, 2, 3, 4})
    {
        star.SendUp(Seconds(second), 0, 12);
    }
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_LT(star.arrivals[0].time, Seconds(2));
    EXPECT_EQ(star.arrivals[1].time, Seconds(4) + NanoSeconds(160800));
}

TEST(CsmaLink, LosesBursts)
{
    // A certain burst that never ends: all that is heard is lost; asked for the address four times.
    LinkSettings settings = MakeCsma();
    std::any_cast<CsmaSettings&>(settings.values).burst = {1, 0, 1};
    Star star(settings, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    EXPECT_TRUE(star.arrivals.empty());
    EXPECT_EQ(up.dropped, 4U);
}
