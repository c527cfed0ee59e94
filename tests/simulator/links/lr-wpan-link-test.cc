// SPDX-License-Identifier: GPL-2.0-only
// A byte takes 32 us, a frame of n bytes (6 + n) x 32 us. The MAC puts 9 bytes before what it
// carries (2 frame control, 1 sequence number, 2 PAN, 2 + 2 addresses) and 2 of checksum behind it;
// ns-3 lets it carry at most 114 bytes. 6LoWPAN makes 10 bytes of 40 of IPv6 and 8 of UDP: 2 IPHC,
// 3 flow label (ns-3's is 1), no addresses, 1 NHC, 4 ports, no checksum. MessageHeader has 18
// bytes.
//
// Scores of 12 B: 11 + 10 + 18 + 12 = 51 bytes, 1824 us. The acknowledgement: 5 bytes, 352 us.
//
// Features of 128 B are 10 + 18 + 128 = 156 bytes: too many for one frame. The first takes a
// fragment header of 4 bytes, the 10, and of what follows as many eights of bytes as fit into 114:
// 96, together 11 + 4 + 10 + 96 = 121 bytes, 4064 us. The second has a fragment header of 5 bytes
// and the other 50: 11 + 5 + 50 = 66 bytes, 2304 us.
//
// Before each frame: k slots of 320 us, 128 us of listening, 192 us to begin; k is 0 to 7 if the
// medium is free. The acknowledgement comes 192 us behind a frame; the next frame waits 640 us
// behind it (LIFS, 40 symbols). 10 m take 33 ns.
#include "connect-power.h"
#include "count-frames.h"
#include "simulator/links/lr-wpan-link.h"
#include "star.h"

#include <ns3/lr-wpan-mac-header.h>
#include <ns3/lr-wpan-net-device.h>
#include <ns3/lr-wpan-phy.h>
#include <ns3/mobility-model.h>
#include <ns3/sixlowpan-net-device.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::NanoSeconds;
using ns3::Seconds;

namespace
{

using Kind = Frame::Kind;
using ns3::ddnn::EnergyCause;

constexpr std::int64_t slot = 320'000; // ns

/// A star whose nodes know their neighbours after 3 s.
class LrWpanStar : public Star
{
  public:
    LrWpanStar(const LrWpanSettings& settings, std::uint32_t lowerNodes)
        : Star({"lr-wpan", settings}, lowerNodes)
    {
        for (std::uint32_t i = 0; i < lowerNodes; ++i)
        {
            SendUp(MilliSeconds(100 * i), i, 12);
        }
        ns3::Simulator::Stop(Seconds(3));
        ns3::Simulator::Run();
        arrivals.clear();
    }

    /// In less than the 30 s after which neighbours are asked for again.
    void RunFor(ns3::Time time)
    {
        ns3::Simulator::Stop(time);
        ns3::Simulator::Run();
    }
};

ns3::Ptr<ns3::MobilityModel>
GetMobility(const ns3::Ptr<ns3::NetDevice>& device)
{
    const auto radio = ns3::DynamicCast<ns3::LrWpanNetDevice>(
        ns3::DynamicCast<ns3::SixLowPanNetDevice>(device)->GetNetDevice());
    return radio->GetPhy()->GetMobility();
}

/// 0.2 W sending, 0.1 W receiving or listening.
InterfaceProfile
MakeProfile()
{
    InterfaceProfile profile;
    profile.idlePowerWatt = 0.001;
    profile.sendPowerWatt = 0.2;
    profile.receivePowerWatt = 0.1;
    return profile;
}

/// Notes the sequence number of the first frame that a node sends.
struct FirstSequence : public FrameSink
{
    void Send(const Frame& frame) override
    {
        ns3::LrWpanMacHeader header;
        frame.packet->PeekHeader(header);
        number = number.value_or(header.GetSeqNum());
    }

    void Drop() override {}

    std::optional<int> number;
};

/// Of each of some lower nodes.
std::vector<int>
GetFirstSequences(std::uint32_t lowerNodes)
{
    Star star({"lr-wpan", LrWpanSettings{}}, lowerNodes);
    std::vector<int> numbers;
    std::vector<std::unique_ptr<FirstSequence>> sinks;
    FirstSequence incoming;
    for (std::uint32_t i = 0; i < lowerNodes; ++i)
    {
        sinks.push_back(std::make_unique<FirstSequence>());
        star.medium.listen(star.medium.lower[i], *sinks.back(), incoming);
        star.SendUp(MilliSeconds(100 * i), i, 12);
    }
    ns3::Simulator::Stop(Seconds(3));
    ns3::Simulator::Run();
    numbers.reserve(lowerNodes);
    for (const auto& sink : sinks)
    {
        numbers.push_back(sink->number.value_or(-1));
    }
    return numbers;
}

/// 50 times, every 100 ms, the scores of six devices, so far apart.
void
SendAll(LrWpanStar& star, ns3::Time apart)
{
    for (int i = 0; i < 50; ++i)
    {
        for (std::uint32_t device = 0; device < 6; ++device)
        {
            star.SendUp(MilliSeconds(100 * i) + apart * device, device, 12);
        }
    }
    star.RunFor(Seconds(6));
}

} // namespace

TEST(LrWpanLink, OneFrameOnAFreeMediumTakesBackoffListeningAndAirTime)
{
    LrWpanStar star({}, 1);
    for (int i = 0; i < 100; ++i)
    {
        star.SendUp(MilliSeconds(100 * i), 0, 12);
    }
    star.RunFor(Seconds(10));
    ASSERT_EQ(star.arrivals.size(), 100U);
    std::set<std::int64_t> slots;
    for (const Star::Arrival& arrival : star.arrivals)
    {
        const std::int64_t waited =
            arrival.message.account.network.GetNanoSeconds() - 1'000 * (128 + 192 + 1824);
        EXPECT_NEAR(waited % slot, 33, 1);
        slots.insert(waited / slot);
    }
    EXPECT_EQ(slots, (std::set<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(LrWpanLink, OneMoreNodeChangesNoSequenceNumberOfOthers)
{
    const std::vector<int> numbers = GetFirstSequences(4);
    EXPECT_GT(std::set<int>(numbers.begin(), numbers.end()).size(), 1U);
    EXPECT_EQ(GetFirstSequences(4), numbers); // how many streams there were does not matter
    std::vector<int> more = GetFirstSequences(5);
    more.pop_back();
    EXPECT_EQ(more, numbers);
}

TEST(LrWpanLink, AFeatureMapIsTwoFrames)
{
    LrWpanStar star({}, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.medium.listen(star.medium.lower[0], up, down);
    star.SendUp(Seconds(0), 0, 128);
    star.RunFor(Seconds(1));
    EXPECT_EQ(up.bytes, (std::vector<std::uint32_t>{121, 66}));
    EXPECT_EQ(up.kinds, (std::vector<Kind>{Kind::Original, Kind::Original}));
    EXPECT_EQ(up.airTime, MicroSeconds(4064 + 2304));
    EXPECT_EQ(down.bytes, (std::vector<std::uint32_t>{5, 5}));
    EXPECT_EQ(down.kinds, (std::vector<Kind>{Kind::Acknowledgement, Kind::Acknowledgement}));
    EXPECT_EQ(down.airTime, MicroSeconds(2 * 352));
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(star.arrivals[0].message.payload.size(), 128U);
    // Two times of flight up, one down.
    const std::int64_t waited = star.arrivals[0].message.account.network.GetNanoSeconds() -
                                1'000 * (320 + 4064 + 192 + 352 + 640 + 320 + 2304);
    EXPECT_NEAR(waited % slot, 100, 4);
    EXPECT_GE(waited / slot, 0);
    EXPECT_LE(waited / slot, 14);
}

TEST(LrWpanLink, AFrameThatNobodyHearsIsRepeatedAndGivenUp)
{
    // Once, and three times again: 4 x 1824 us. The gateway has gone far away.
    LrWpanStar star({}, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.medium.listen(star.medium.lower[0], up, down);
    GetMobility(star.medium.upper)->SetPosition({100'000, 0, 0});
    star.SendUp(Seconds(0), 0, 12);
    star.RunFor(Seconds(1));
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>(4, 51));
    EXPECT_EQ(
        up.kinds,
        (std::vector<Kind>{
            Kind::Original, Kind::Retransmission, Kind::Retransmission, Kind::Retransmission}));
    EXPECT_EQ(up.airTime, MicroSeconds(4 * 1824));
    EXPECT_EQ(up.dropped, 1U);
    EXPECT_TRUE(down.bytes.empty());
    EXPECT_TRUE(star.arrivals.empty());
}

TEST(LrWpanLink, LostFramesAreRepeatedAndArriveOnce)
{
    // Each node loses three of ten frames: a try ends well (frame and acknowledgement) with 0.49,
    // so that 400 messages take 400 x (1 - 0.51^4) / 0.49 = 761 frames on average; the standard
    // deviation is 21. A message does not arrive if four frames are lost: 400 x 0.3^4 = 3.2 do not;
    // standard deviation 1.8. Those whose acknowledgement was lost arrive but once.
    LrWpanSettings settings;
    settings.loss = 0.3;
    LrWpanStar star(settings, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    star.medium.listen(star.medium.upper, down, up);
    for (int i = 0; i < 400; ++i)
    {
        star.SendUp(MilliSeconds(50 * i), 0, 12);
    }
    star.RunFor(Seconds(21));
    EXPECT_NEAR(static_cast<double>(up.bytes.size()), 761, 4 * 21);
    EXPECT_NEAR(static_cast<double>(star.arrivals.size()), 400 - 3.2, 4 * 1.8);
    EXPECT_LE(star.arrivals.size(), 400U);
    EXPECT_EQ(std::count(up.kinds.begin(), up.kinds.end(), Kind::Original), 400);
    // An acknowledgement for each frame that was not lost: 0.7 x 761.
    EXPECT_NEAR(static_cast<double>(down.bytes.size()), 0.7 * 761, 4 * 20);
}

TEST(LrWpanLink, InBurstsEveryOtherFrameIsLost)
{
    // Bursts begin and end with certainty: of what a node receives, every other frame is lost. So a
    // message takes four frames: lost; arrived, and its acknowledgement lost; lost; arrived, with
    // its acknowledgement.
    LrWpanSettings settings;
    settings.burst = {1, 1, 1};
    LrWpanStar star(settings, 1);
    for (int i = 0; i < 10; ++i)
    {
        star.SendUp(Seconds(i), 0, 12); // questions for neighbours are lost, too
    }
    star.RunFor(Seconds(10));
    star.arrivals.clear();
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    for (int i = 0; i < 100; ++i)
    {
        star.SendUp(MilliSeconds(100 * i), 0, 12);
    }
    star.RunFor(Seconds(11));
    EXPECT_EQ(star.arrivals.size(), 100U);
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>(400, 51));
    EXPECT_EQ(up.dropped, 0U);
}

TEST(LrWpanLink, SixDevicesDeliverAll)
{
    // 5 ms apart, as much as a frame can take with its longest backoff: 2240 + 320 + 1824 + 192 +
    // 352 us = 4928 us. Nobody finds the medium busy.
    LrWpanStar star({}, 6);
    CountFrames up;
    CountFrames down;
    for (const auto& lower : star.medium.lower)
    {
        star.medium.listen(lower, up, down);
    }
    SendAll(star, MilliSeconds(5));
    EXPECT_EQ(star.arrivals.size(), 300U);
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>(300, 51));
}

TEST(LrWpanLink, WithLongerBackoffsFewerAreLost)
{
    // All at the same moment, as cameras do.
    const auto count = [](const LrWpanSettings& settings) {
        LrWpanStar star(settings, 6);
        SendAll(star, Seconds(0));
        return star.arrivals.size();
    };
    LrWpanSettings settings;
    EXPECT_LT(count(settings), 300U);
    settings.retries = 7;
    settings.backoffs = 5;
    settings.minBackoffExponent = 6;
    settings.maxBackoffExponent = 8;
    EXPECT_EQ(count(settings), 300U);
}

TEST(LrWpanLink, MoreThanTheQueueHoldsIsDropped)
{
    // One is being sent, two wait, two are lost.
    LrWpanSettings settings;
    settings.queue = 2;
    LrWpanStar star(settings, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    for (int i = 0; i < 5; ++i)
    {
        star.SendUp(Seconds(1), 0, 12);
    }
    star.RunFor(Seconds(2));
    EXPECT_EQ(star.arrivals.size(), 3U);
    EXPECT_EQ(up.dropped, 2U);
}

TEST(LrWpanLink, TheLargestPacketArrives)
{
    // Raw views of 3072 B: packets of 1280 - 40 - 8 - 18 = 1214 B of payload; two and a half.
    LrWpanStar star({}, 1);
    star.SendUp(Seconds(0), 0, 3072);
    star.RunFor(Seconds(2));
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(star.arrivals[0].message.payload.size(), 3072U);
}

TEST(LrWpanLink, TheRadioListensWheneverItDoesNotSend)
{
    // Scores and their acknowledgement, in one second.
    LrWpanStar star({}, 1);
    const auto gateway = ConnectPower(star.medium, star.medium.upper, MakeProfile());
    const auto device = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    star.SendUp(Seconds(0), 0, 12);
    star.RunFor(Seconds(1));
    const ns3::Time end = ns3::Simulator::Now();
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioSend, end), 0.2 * 1824e-6, 1e-12);
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioReceive, end), 0.1 * 352e-6, 1e-12);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioSend, end), 0.2 * 352e-6, 1e-12);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioReceive, end), 0.1 * 1824e-6, 1e-12);
    for (const auto& energy : {gateway, device})
    {
        EXPECT_NEAR(
            energy->GetJoules(EnergyCause::RadioIdle, end), 0.1 * (1 - 1824e-6 - 352e-6), 1e-12);
    }
}

TEST(LrWpanLink, ARadioWhoseNodeIsOffIsSilent)
{
    // Four messages, the second and the third while the device is off.
    LrWpanStar star({}, 1);
    ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    const auto state = star.place.lower[0].node->GetObject<ns3::ddnn::NodeState>();
    ns3::Simulator::Schedule(MilliSeconds(1500), &ns3::ddnn::NodeState::SwitchOff, state);
    ns3::Simulator::Schedule(MilliSeconds(3500), &ns3::ddnn::NodeState::SwitchOn, state);
    for (const int second : {1, 2, 3, 4})
    {
        star.SendUp(Seconds(second), 0, 12);
    }
    star.RunFor(Seconds(5));
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_LT(star.arrivals[0].time, Seconds(3 + 2));
    EXPECT_GT(star.arrivals[1].time, Seconds(3 + 4));
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>(2, 51));
}

TEST(LrWpanLink, TheFirstBackoffIsNotLongerThanTheLongest)
{
    LrWpanSettings settings;
    settings.minBackoffExponent = 6;
    const auto refusal = lrWpanLink.check(settings, 1);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->key + ": " + refusal->reason,
              "min_backoff_exponent: 6 is above max_backoff_exponent, expected at most 5");
}

TEST(LrWpanLink, OneChannelTakesSoManyDevices)
{
    LrWpanSettings settings;
    EXPECT_FALSE(lrWpanLink.check(settings, 100));
    const auto refusal = lrWpanLink.check(settings, 101);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->key + ": " + refusal->reason,
              "type: 101 devices on one lr-wpan channel, expected at most 100: use p2p, or a "
              "network with several groups");
}
