// SPDX-License-Identifier: GPL-2.0-only
// 802.11n, 5 GHz, 20 MHz, mcs7, 30 m unless said. Scores of 12 B are a frame of 96 bytes: 26 QoS
// data header, 8 LLC/SNAP, 20 IPv4, 8 UDP, 18 MessageHeader, 12 payload, 4 checksum. On the air:
// preamble 36 us (8 + 8 + 4 legacy, 8 + 4 + 4 HT), then symbols of 4 us with 52 x 6 x 5/6 = 260
// bits: 16 service + 768 + 6 tail = 790 bits are 4 symbols. 36 + 16 = 52 us. The acknowledgement
// has 14 bytes at 24 Mbit/s: preamble 20 us, 16 + 112 + 6 = 134 bits are 2 symbols of 96 bits: 28
// us. SIFS 16 us, slot 9 us. 30 m take 100.07 ns.
#include "connect-power.h"
#include "count-frames.h"
#include "simulator/links/wifi-link.h"
#include "simulator/scenario/interface-profiles.h"
#include "star.h"

#include <ns3/basic-energy-source.h>
#include <ns3/mobility-model.h>
#include <ns3/wifi-helper.h>
#include <ns3/wifi-net-device.h>
#include <ns3/wifi-phy.h>
#include <ns3/wifi-radio-energy-model.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::NanoSeconds;
using ns3::Seconds;
using ns3::ddnn::EnergyCause;

namespace
{

const ns3::Time slot = MicroSeconds(9);
const ns3::Time flight = NanoSeconds(100);

WifiSettings
MakeSettings(const std::string& mode)
{
    WifiSettings settings;
    settings.mode = mode;
    settings.modulation = "mcs7";
    settings.radio.distance = 30;
    return settings;
}

/// A star whose addresses are known and whose stations are associated after 3 s.
class WifiStar : public Star
{
  public:
    WifiStar(const WifiSettings& settings, std::uint32_t lowerNodes)
        : Star({"wifi", settings}, lowerNodes)
    {
        for (std::uint32_t i = 0; i < lowerNodes; ++i)
        {
            SendUp(Seconds(2) + MilliSeconds(10 * i), i, 12);
        }
        ns3::Simulator::Stop(Seconds(3));
        ns3::Simulator::Run();
    }

    /// Beacons go on for ever.
    void RunFor(ns3::Time time)
    {
        arrivals.clear();
        ns3::Simulator::Stop(time);
        ns3::Simulator::Run();
    }
};

std::uint32_t
Sum(const std::vector<std::uint32_t>& sizes)
{
    return std::accumulate(sizes.begin(), sizes.end(), 0U);
}

/// 1 W idle, 3 W sending, 2 W receiving.
InterfaceProfile
MakeProfile()
{
    InterfaceProfile profile;
    profile.idlePowerWatt = 1;
    profile.sendPowerWatt = 3;
    profile.receivePowerWatt = 2;
    return profile;
}

/// What a device draws from now on, as ns-3's own model sees it: 3 V, its own currents.
ns3::Ptr<ns3::WifiRadioEnergyModel>
ConnectNs3Model(const ns3::Ptr<ns3::NetDevice>& device)
{
    auto source = ns3::CreateObject<ns3::BasicEnergySource>();
    source->SetInitialEnergy(1e9);
    source->SetSupplyVoltage(3);
    source->SetNode(device->GetNode());
    auto model = ns3::CreateObject<ns3::WifiRadioEnergyModel>();
    model->SetEnergySource(source);
    source->AppendDeviceEnergyModel(model);
    ns3::DynamicCast<ns3::WifiNetDevice>(device)->GetPhy()->RegisterListener(
        model->GetPhyListener());
    return model;
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
        WifiStar star(MakeSettings(mode), 1);
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
    WifiSettings settings = MakeSettings("ad-hoc");
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
    WifiStar star(MakeSettings("ad-hoc"), 2);
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
    WifiStar star(MakeSettings("ad-hoc"), 2);
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
    WifiStar star(MakeSettings("ad-hoc"), 1);
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
    WifiSettings settings = MakeSettings("ad-hoc");
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

TEST(WifiLink, MoreThanTheQueueHoldsIsDropped)
{
    // A frame stays in the queue until it is acknowledged: two are sent, three are lost.
    WifiSettings settings = MakeSettings("ad-hoc");
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
    WifiSettings settings = MakeSettings("infrastructure");
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

TEST(WifiLink, ARadioDrawsThePowerOfWhatItDoes)
{
    // Scores and their acknowledgement, in 10 ms. As in ns-3's model, receiving begins behind the
    // preamble: 52 - 36 = 16 us and 28 - 20 = 8 us.
    WifiStar star(MakeSettings("ad-hoc"), 1);
    const auto gateway = ConnectPower(star.medium, star.medium.upper, MakeProfile());
    const auto device = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    star.SendUp(Seconds(0), 0, 12);
    star.RunFor(MilliSeconds(10));
    const ns3::Time end = ns3::Simulator::Now();
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioSend, end), 3 * 52e-6, 1e-12);
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioReceive, end), 2 * 8e-6, 1e-12);
    EXPECT_NEAR(device->GetJoules(EnergyCause::RadioIdle, end), 10e-3 - 60e-6, 1e-12);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioSend, end), 3 * 28e-6, 1e-12);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioReceive, end), 2 * 16e-6, 1e-12);
    EXPECT_NEAR(gateway->GetJoules(EnergyCause::RadioIdle, end), 10e-3 - 44e-6, 1e-12);
}

TEST(WifiLink, ARadioDrawsWhatNs3sOwnModelSays)
{
    // Beacons, losses, retransmissions, frames for others; each device at its own time.
    WifiSettings settings = MakeSettings("infrastructure");
    settings.loss = 0.3;
    WifiStar star(settings, 4);
    std::vector<ns3::Ptr<ns3::NetDevice>> devices = star.medium.lower;
    devices.push_back(star.medium.upper);
    std::vector<ns3::Ptr<ns3::ddnn::NodeEnergy>> ours;
    std::vector<ns3::Ptr<ns3::WifiRadioEnergyModel>> theirs;
    for (const auto& device : devices)
    {
        ours.push_back(ConnectPower(star.medium, device, *FindInterfaceProfile("wifi-ns3")));
        theirs.push_back(ConnectNs3Model(device));
    }
    const double before = theirs[0]->GetTotalEnergyConsumption(); // it counts from 0 s
    for (std::uint32_t i = 0; i < 80; ++i)
    {
        star.SendUp(MilliSeconds(20 * i), i % 4, 1000);
    }
    star.RunFor(Seconds(2));
    const ns3::Time end = ns3::Simulator::Now();
    for (std::size_t i = 0; i < devices.size(); ++i)
    {
        const double joules = theirs[i]->GetTotalEnergyConsumption() - before;
        EXPECT_NEAR(ours[i]->GetJoules(end), joules, 1e-9 * joules) << i;
        EXPECT_GT(ours[i]->GetJoules(EnergyCause::RadioSend, end), 0);
        EXPECT_GT(ours[i]->GetJoules(EnergyCause::RadioReceive, end), 0);
    }
}

TEST(WifiLink, WhoSendsIntoACollisionDrawsThePowerOfSending)
{
    // Two devices send at the same moment, and again. ns-3's own model (3.37) forgets that it
    // sends when it hears of the other signal: it would count (0.38 - 0.273) A x 3 V x 52 us less.
    WifiStar star(MakeSettings("ad-hoc"), 2);
    const auto energy = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(Seconds(0), 1, 12);
    star.RunFor(MilliSeconds(20));
    ASSERT_EQ(star.arrivals.size(), 2U);
    ASSERT_GE(up.kinds.size(), 2U);
    EXPECT_EQ(up.kinds[1], Frame::Kind::Retransmission);
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioSend, ns3::Simulator::Now()),
                3 * 52e-6 * static_cast<double>(up.kinds.size()),
                1e-12);
}

TEST(WifiLink, ARadioWhoseNodeIsOffIsSilent)
{
    // Four messages, the second and the third while the device is off. What it had queued when it
    // went off, nobody hears: 0.5 s later at the latest it is given up.
    WifiStar star(MakeSettings("infrastructure"), 1);
    const auto energy = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    const auto state = star.place.lower[0].node->GetObject<ns3::ddnn::NodeState>();
    const ns3::Time now = ns3::Simulator::Now();
    star.SendUp(MilliSeconds(1000), 0, 12);
    star.SendUp(MilliSeconds(1500), 0, 12);
    // Before it could be sent: a frame waits for the boundary of a slot, and then takes 52 us.
    ns3::Simulator::Schedule(MilliSeconds(1500), &ns3::ddnn::NodeState::SwitchOff, state);
    star.SendUp(MilliSeconds(2500), 0, 12);
    ns3::Simulator::Schedule(MilliSeconds(3500), &ns3::ddnn::NodeState::SwitchOn, state);
    star.SendUp(MilliSeconds(4000), 0, 12);
    star.RunFor(Seconds(5));
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_LT(star.arrivals[0].time, now + MilliSeconds(1001));
    EXPECT_GT(star.arrivals[1].time, now + MilliSeconds(4000));
    EXPECT_EQ(std::count(up.bytes.begin(), up.bytes.end(), 96U), 2);
    EXPECT_EQ(up.dropped, 1U);
    // 3 s on, at 1 W but for 2 x 52 us at 3 W and what it receives.
    const ns3::Time end = ns3::Simulator::Now();
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioSend, end), 2 * 3 * 52e-6, 1e-12);
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioIdle, end) +
                    energy->GetJoules(EnergyCause::RadioReceive, end) / 2,
                3 - 2 * 52e-6,
                1e-9);
}

TEST(WifiLink, AnAccessPointThatIsOffSendsNoBeacons)
{
    // For one second; then stations are associated still, and their messages arrive. A beacon every
    // 102.4 ms: 9 or 10 in a second.
    WifiStar star(MakeSettings("infrastructure"), 1);
    ConnectPower(star.medium, star.medium.upper, MakeProfile());
    const auto device = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    const auto state = star.place.upper->GetObject<ns3::ddnn::NodeState>();
    state->SwitchOff();
    star.SendUp(MilliSeconds(100), 0, 12);
    star.RunFor(Seconds(1));
    EXPECT_TRUE(down.bytes.empty());
    EXPECT_EQ(device->GetJoules(EnergyCause::RadioReceive, ns3::Simulator::Now()), 0);
    EXPECT_TRUE(star.arrivals.empty());
    state->SwitchOn();
    star.SendUp(MilliSeconds(100), 0, 12);
    star.RunFor(Seconds(1));
    EXPECT_EQ(star.arrivals.size(), 1U);
    EXPECT_GE(down.bytes.size(), 9 + 1U);
    EXPECT_LE(down.bytes.size(), 10 + 1U);
}

TEST(WifiLink, RandomStreamsOfANodeAreEnough)
{
    // The upper node has as many as half of one lower node's.
    WifiStar star(MakeSettings("infrastructure"), 1);
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
