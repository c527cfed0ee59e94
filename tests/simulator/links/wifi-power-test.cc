// SPDX-License-Identifier: GPL-2.0-only
// Energy of wifi radios, and radios whose node is off. Frames and times as in wifi-link-test.cc:
// scores of 12 B are a frame of 96 bytes, 52 us on the air, 36 us of them preamble; the
// acknowledgement has 14 bytes, 28 us, 20 us of them preamble.
#include "connect-power.h"
#include "count-frames.h"
#include "simulator/scenario/interface-profiles.h"
#include "wifi-star.h"

#include <ns3/basic-energy-source.h>
#include <ns3/wifi-net-device.h>
#include <ns3/wifi-phy.h>
#include <ns3/wifi-radio-energy-model.h>

#include <gtest/gtest.h>

#include <algorithm>

using namespace simulator;
using ns3::MilliSeconds;
using ns3::Seconds;
using ns3::ddnn::EnergyCause;

namespace
{

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

} // namespace

TEST(WifiPower, ARadioDrawsThePowerOfWhatItDoes)
{
    // Scores and their acknowledgement, in 10 ms. As in ns-3's model, receiving begins behind the
    // preamble: 52 - 36 = 16 us and 28 - 20 = 8 us.
    WifiStar star(MakeWifiSettings("ad-hoc"), 1);
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

TEST(WifiPower, ARadioDrawsWhatNs3sOwnModelSays)
{
    // Beacons, losses, retransmissions, frames for others; each device at its own time.
    WifiSettings settings = MakeWifiSettings("infrastructure");
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

TEST(WifiPower, WhoSendsIntoACollisionDrawsThePowerOfSending)
{
    // Two devices send at the same moment, and again. ns-3's own model (3.37) forgets that it
    // sends when it hears of the other signal: it would count (0.38 - 0.273) A x 3 V x 52 us less.
    WifiStar star(MakeWifiSettings("ad-hoc"), 2);
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

TEST(WifiPower, ARadioWhoseNodeIsOffIsSilent)
{
    // Four messages, the second and the third while the device is off. What it had queued when it
    // went off, nobody hears: 0.5 s later at the latest it is given up.
    WifiStar star(MakeWifiSettings("infrastructure"), 1);
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

TEST(WifiPower, AnAccessPointThatIsOffSendsNoBeacons)
{
    // For one second; then stations are associated still, and their messages arrive. A beacon every
    // 102.4 ms: 9 or 10 in a second.
    WifiStar star(MakeWifiSettings("infrastructure"), 1);
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
