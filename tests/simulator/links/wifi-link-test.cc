// SPDX-License-Identifier: GPL-2.0-only
// 802.11n, 5 GHz, 20 MHz, mcs7, 30 m unless said. Scores of 12 B are a frame of 96 bytes: 26 QoS
// data header, 8 LLC/SNAP, 20 IPv4, 8 UDP, 18 MessageHeader, 12 payload, 4 checksum. On the air:
// preamble 36 us (8 + 8 + 4 legacy, 8 + 4 + 4 HT), then symbols of 4 us with 52 x 6 x 5/6 = 260
// bits: 16 service + 768 + 6 tail = 790 bits are 4 symbols. 36 + 16 = 52 us. The acknowledgement
// has 14 bytes at 24 Mbit/s: preamble 20 us, 16 + 112 + 6 = 134 bits are 2 symbols of 96 bits: 28
// us. SIFS 16 us, slot 9 us. 30 m take 100.07 ns.
#include "count-frames.h"
#include "wifi-star.h"

#include <ns3/mobility-model.h>
#include <ns3/wifi-helper.h>
#include <ns3/wifi-net-device.h>
#include <ns3/wifi-phy.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::NanoSeconds;
using ns3::Seconds;

namespace
{

const ns3::Time slot = MicroSeconds(9);
const ns3::Time flight = NanoSeconds(100);

std::uint32_t
Sum(const std::vector<std::uint32_t>& sizes)
{
    return std::accumulate(sizes.begin(), sizes.end(), 0U);
}

/// Key and reason, one behind the other.
std::string
GetRefusal(const WifiSettings& settings, std::size_t lowerNodes)
{
    const auto refusal = wifiLink.check(settings, lowerNodes);
    return refusal ? refusal->key + ": " + refusal->reason : "";
}

} // namespace

TEST(WifiLink, OneFrameOnAFreeMediumTakesItsAirTime)
{
    // The medium has been free for longer than AIFS: the frame is sent at the next boundary of a
    // slot. 52 us and 0.1 us, and less than one slot.
    for (const char* mode : {"ad-hoc", "infrastructure"})
    {
        WifiStar star(MakeWifiSettings(mode), 1);
        star.SendUp(MicroSeconds(7), 0, 12);
        star.RunFor(MilliSeconds(1));
        ASSERT_EQ(star.arrivals.size(), 1U);
        const ns3::Time network = star.arrivals[0].message.account.network;
        EXPECT_GE(network, MicroSeconds(52) + flight);
        EXPECT_LE(network, MicroSeconds(52) + flight + slot);
    }
}

TEST(WifiLink, PositionsDecideWhoIsHeard)
{
    // The signal loses 46.7 dB over the first metre (20 log(4 pi 5180 MHz / c)) and 30 log(d) more;
    // -82 dBm are found: 16 - 46.7 - 30 log(d) = -82 at d = 51.3 m. sqrt(30^2 + 40^2) = 50 m,
    // sqrt(31.2^2 + 41.6^2) = 52 m, whatever the direction.
    WifiSettings settings = MakeWifiSettings("ad-hoc");
    settings.modulation = "mcs0";
    settings.positions = {{30, -40}, {-31.2, 41.6}, {-30, -40}};
    WifiStar star(settings, 3);
    for (std::uint32_t i = 0; i < 3; ++i)
    {
        star.SendUp(MilliSeconds(10 * i), i, 12);
    }
    star.RunFor(Seconds(1));
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[0].message.sender, 0U);
    EXPECT_EQ(star.arrivals[1].message.sender, 2U);
}

TEST(WifiLink, WhoComesWhileTheMediumIsBusyWaits)
{
    // The second device comes 10 us after the first. The medium is free again after frame, SIFS and
    // acknowledgement, 52 + 16 + 28 us, and the times of flight; then AIFS (SIFS and three slots)
    // and a backoff of 0 to 15 slots, and its own 52 us.
    WifiStar star(MakeWifiSettings("ad-hoc"), 2);
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(MicroSeconds(10), 1, 12);
    star.RunFor(MilliSeconds(10));
    ASSERT_EQ(star.arrivals.size(), 2U);
    const ns3::Time between = star.arrivals[1].time - star.arrivals[0].time;
    const ns3::Time least = MicroSeconds(16 + 28 + 16) + 3 * slot + MicroSeconds(52);
    EXPECT_GE(between, least);
    EXPECT_LE(between, least + 15 * slot + 4 * flight);
}

TEST(WifiLink, ReportsEveryFrameWithItsAirTime)
{
    WifiStar star(MakeWifiSettings("ad-hoc"), 2);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.medium.listen(star.medium.lower[1], up, down);
    star.SendUp(Seconds(0), 1, 12);
    star.RunFor(MilliSeconds(10));
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>{96});
    EXPECT_EQ(up.kinds, std::vector<Frame::Kind>{Frame::Kind::Original});
    EXPECT_EQ(up.airTime, MicroSeconds(52));
    EXPECT_EQ(down.bytes, std::vector<std::uint32_t>{14});
    EXPECT_EQ(down.kinds, std::vector<Frame::Kind>{Frame::Kind::Acknowledgement});
    EXPECT_EQ(down.airTime, MicroSeconds(28));
    EXPECT_EQ(up.dropped + down.dropped, 0U);
}

TEST(WifiLink, AFrameThatNobodyHearsIsRepeatedAndGivenUp)
{
    // The gateway's address is known, then it goes out of range. A frame is sent at most seven
    // times (dot11LongRetryLimit is 4, for frames above the RTS threshold; dot11ShortRetryLimit 7).
    WifiStar star(MakeWifiSettings("ad-hoc"), 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    auto upper = ns3::DynamicCast<ns3::WifiNetDevice>(star.medium.upper);
    upper->GetPhy()->GetMobility()->SetPosition({10000, 0, 0});
    star.SendUp(Seconds(0), 0, 12);
    star.RunFor(Seconds(1));
    EXPECT_TRUE(star.arrivals.empty());
    std::vector<Frame::Kind> kinds(7, Frame::Kind::Retransmission);
    kinds[0] = Frame::Kind::Original;
    EXPECT_EQ(up.kinds, kinds);
    EXPECT_EQ(up.dropped, 1U);
}

TEST(WifiLink, WhatIsLostIsRepeatedUntilItArrivesOrIsGivenUp)
{
    // Half of the frames with data are lost, no acknowledgement ever is: one for each message that
    // arrives. Of at most seven transmissions, (1 - 0.5^7) / 0.5 = 1.984 are needed on average; the
    // deviation of one message is below sqrt(0.5) / 0.5 = 1.42, that of 100 below 14.2.
    WifiSettings settings = MakeWifiSettings("ad-hoc");
    settings.loss = 0.5;
    WifiStar star(settings, 1);
    for (int i = 0; i < 10; ++i)
    {
        star.SendUp(Seconds(i), 0, 12); // questions for the address are lost, too
    }
    star.RunFor(Seconds(10));
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    star.medium.listen(star.medium.upper, down, up);
    for (int i = 0; i < 100; ++i)
    {
        star.SendUp(MilliSeconds(10 * i), 0, 12);
    }
    star.RunFor(Seconds(2));
    EXPECT_EQ(down.kinds,
              std::vector<Frame::Kind>(star.arrivals.size(), Frame::Kind::Acknowledgement));
    EXPECT_EQ(up.dropped, 100 - star.arrivals.size());
    EXPECT_EQ(std::count(up.kinds.begin(), up.kinds.end(), Frame::Kind::Original), 100);
    EXPECT_NEAR(up.kinds.size(), 198.4, 4 * 14.2);
}

TEST(WifiLink, InBurstsEveryOtherFrameWithDataIsLost)
{
    // Bursts begin and end with certainty: what comes behind a frame that was lost arrives, and the
    // next is lost. Every message but the first takes two frames, and arrives; acknowledgements are
    // not among those that count.
    WifiSettings settings = MakeWifiSettings("ad-hoc");
    settings.modulation = "mcs0"; // the radio itself loses nothing
    settings.burst = {1, 1, 1};
    WifiStar star(settings, 1);
    CountFrames up;
    CountFrames down;
    for (int i = 0; i < 10; ++i)
    {
        star.SendUp(Seconds(i), 0, 12); // questions for the address are lost, too
    }
    star.RunFor(Seconds(10));
    star.medium.listen(star.medium.lower[0], up, down);
    for (int i = 0; i < 100; ++i)
    {
        star.SendUp(MilliSeconds(10 * i), 0, 12);
    }
    star.RunFor(Seconds(2));
    EXPECT_EQ(star.arrivals.size(), 100U);
    EXPECT_EQ(up.bytes.size(), 200U);
    EXPECT_EQ(up.dropped, 0U);
}

TEST(WifiLink, MoreThanTheQueueHoldsIsDropped)
{
    // A frame stays in the queue until it is acknowledged: two are sent, three are lost.
    WifiSettings settings = MakeWifiSettings("ad-hoc");
    settings.queue = 2;
    WifiStar star(settings, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    for (int i = 0; i < 5; ++i)
    {
        star.SendUp(Seconds(0), 0, 12);
    }
    star.RunFor(Seconds(1));
    EXPECT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(up.dropped, 3U);
}

TEST(WifiLink, TheReportsSumToTheBytesOfThePhysicalLayer)
{
    // With losses and beacons, all kinds of frames are there. ns-3 tells of every frame at two
    // trace sources: we listen to one, the test to the other.
    WifiSettings settings = MakeWifiSettings("infrastructure");
    settings.loss = 0.3;
    WifiStar star(settings, 4);
    CountFrames up;
    CountFrames down;
    std::uint32_t sent = 0;
    const auto count = [&sent](const ns3::Ptr<const ns3::Packet>& packet, double) {
        sent += packet->GetSize();
    };
    const auto listen = [&](const ns3::Ptr<ns3::NetDevice>& device, auto& out, auto& in) {
        star.medium.listen(device, out, in);
        ns3::DynamicCast<ns3::WifiNetDevice>(device)->GetPhy()->TraceConnectWithoutContext(
            "PhyTxBegin", ns3::Callback<void, ns3::Ptr<const ns3::Packet>, double>(count));
    };
    listen(star.medium.upper, down, up);
    for (const auto& lower : star.medium.lower)
    {
        listen(lower, up, down);
    }
    for (std::uint32_t i = 0; i < 40; ++i)
    {
        star.SendUp(MilliSeconds(100 * (i / 4)), i % 4, 3000);
    }
    star.RunFor(Seconds(2));
    EXPECT_GT(up.bytes.size(), 80U);
    EXPECT_EQ(Sum(up.bytes) + Sum(down.bytes), sent);
    for (const Frame::Kind kind :
         {Frame::Kind::Original, Frame::Kind::Retransmission, Frame::Kind::Acknowledgement})
    {
        EXPECT_TRUE(std::count(up.kinds.begin(), up.kinds.end(), kind) > 0 ||
                    std::count(down.kinds.begin(), down.kinds.end(), kind) > 0);
    }
}

TEST(WifiLink, RandomStreamsOfANodeAreEnough)
{
    // The upper node has as many as half of one lower node's.
    WifiStar star(MakeWifiSettings("infrastructure"), 1);
    for (const auto& device : {star.medium.upper, star.medium.lower[0]})
    {
        EXPECT_LE(ns3::WifiHelper().AssignStreams(ns3::NetDeviceContainer(device), 0),
                  MediumPlace::streamsPerNode / 2);
    }
}

TEST(WifiLink, ManyStationsAreRefused)
{
    EXPECT_EQ(GetRefusal({}, 60), "");
    EXPECT_EQ(GetRefusal({}, 61),
              "type: 61 devices at one access point, expected at most 60: use p2p, or a network "
              "with several groups");
}

TEST(WifiLink, EveryDeviceHasAPositionOrNone)
{
    WifiSettings settings;
    settings.positions = {{1, 2}, {3, 4}};
    EXPECT_EQ(GetRefusal(settings, 2), "");
    EXPECT_EQ(GetRefusal(settings, 3),
              "positions: 2 positions, expected none or one for each device: 3");
    EXPECT_EQ(GetRefusal(settings, 1),
              "positions: 2 positions, expected none or one for each device: 1");
}

TEST(WifiLink, ChannelsThatTheStandardDoesNotHaveAreRefused)
{
    const auto refuse = [](const char* standard, const char* band, const char* width) {
        WifiSettings settings;
        settings.standard = standard;
        settings.band = band;
        settings.width = width;
        return GetRefusal(settings, 1);
    };
    EXPECT_EQ(refuse("802.11ax", "6GHz", "160MHz"), "");
    EXPECT_EQ(refuse("802.11n", "6GHz", "20MHz"),
              "band: 802.11n is not made for 6GHz, expected 2.4GHz or 5GHz");
    EXPECT_EQ(refuse("802.11ac", "2.4GHz", "20MHz"),
              "band: 802.11ac is not made for 2.4GHz, expected 5GHz");
    EXPECT_EQ(refuse("802.11n", "5GHz", "80MHz"),
              "width: 802.11n at 5GHz has no channels of 80MHz, expected 20MHz or 40MHz");
    EXPECT_EQ(refuse("802.11ax", "2.4GHz", "80MHz"),
              "width: 802.11ax at 2.4GHz has no channels of 80MHz, expected 20MHz or 40MHz");
}

TEST(WifiLink, ModulationsThatTheStandardDoesNotHaveAreRefused)
{
    const auto refuse = [](const char* standard, const char* width, const char* modulation) {
        WifiSettings settings;
        settings.standard = standard;
        settings.width = width;
        settings.modulation = modulation;
        return GetRefusal(settings, 1);
    };
    EXPECT_EQ(refuse("802.11ax", "20MHz", "mcs11"), "");
    EXPECT_EQ(refuse("802.11ac", "40MHz", "mcs9"), "");
    EXPECT_EQ(refuse("802.11n", "20MHz", "mcs8"),
              "modulation: 802.11n has no mcs8, expected auto or mcs0 to mcs7");
    EXPECT_EQ(refuse("802.11ac", "20MHz", "mcs9"),
              "modulation: 802.11ac has no mcs9 at 20MHz, expected auto or mcs0 to mcs8");
}
