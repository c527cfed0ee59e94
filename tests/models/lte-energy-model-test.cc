// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-battery.h"
#include "models/energy/ddnn-lte-energy-model.h"

#include <ns3/simple-net-device.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// 20 mW idle, 1.288 W connected, 11.6 s of tail; 438.39 nJ per bit sent, 51.97 nJ per bit
/// received.
class LteEnergyModelTest : public testing::Test
{
  protected:
    LteEnergyModelTest()
    {
        node->AggregateObject(state);
        node->AggregateObject(energy);
        node->AddDevice(device);
        radio->Install(device);
    }

    ~LteEnergyModelTest() override
    {
        Simulator::Destroy();
    }

    void Send(Time when, std::uint32_t bytes)
    {
        Simulator::Schedule(when, &LteEnergyModel::Send, radio, bytes);
    }

    Ptr<Node> node = CreateObject<Node>();
    Ptr<NodeState> state = CreateObject<NodeState>();
    Ptr<NodeEnergy> energy = CreateObject<NodeEnergy>();
    Ptr<SimpleNetDevice> device = CreateObject<SimpleNetDevice>();
    Ptr<LteEnergyModel> radio = CreateObject<LteEnergyModel>(
        LteEnergyModel::Figures{0.02, 1.288, MilliSeconds(11600), 438.39e-9, 51.97e-9});
};

} // namespace

TEST_F(LteEnergyModelTest, ItIsIdleUntilTheFirstFrame)
{
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(100)), 2);
    EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 0.02);
}

TEST_F(LteEnergyModelTest, OneFrameCostsItsBitsAndATail)
{
    // Sent at 2 s: 8 x 1500 bits x 438.39 nJ = 5.26068 mJ. In 20 s, idle for 2 s and from 13.6 s
    // on, 8.4 s in all, connected for 11.6 s: 0.02 x 8.4 + 1.288 x 11.6 = 0.168 + 14.9408 J.
    Send(Seconds(2), 1500);
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioSend, Seconds(20)), 5.26068e-3);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioReceive, Seconds(20)), 0);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(20)), 15.1088);
    // In the tail, 3 s behind the frame: 0.02 x 2 + 1.288 x 3.
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(5)), 3.904);
    EXPECT_EQ(energy->GetLastActivity(), Seconds(2)); // the tail is none
}

TEST_F(LteEnergyModelTest, FramesWithinATailKeepItConnected)
{
    // Sent at 0 s and 10 s, received at 5 s: connected from 0 s to 21.6 s, idle until 30 s:
    // 1.288 x 21.6 + 0.02 x 8.4 = 27.8208 + 0.168 J. Sent 2000 bits: 876.78 uJ; received 8000 bits:
    // 415.76 uJ.
    Send(Seconds(0), 125);
    Simulator::Schedule(Seconds(5), &LteEnergyModel::Receive, radio, 1000);
    Send(Seconds(10), 125);
    Simulator::Run();
    const Time end = Seconds(30);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, end), 27.9888);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioSend, end), 876.78e-6);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioReceive, end), 415.76e-6);
    EXPECT_DOUBLE_EQ(energy->GetJoules(end), 27.9888 + 876.78e-6 + 415.76e-6);
}

TEST_F(LteEnergyModelTest, AtOneMegabitPerSecondTheFiguresOfThePaperAreThePower)
{
    // 125 bytes each millisecond, both ways, for 1 s: 1 Mbit/s up and down, 438.39 mW + 51.97 mW +
    // 1288 mW = 1.77836 W.
    for (int i = 0; i < 1000; ++i)
    {
        Send(MilliSeconds(i), 125);
        Simulator::Schedule(MilliSeconds(i), &LteEnergyModel::Receive, radio, 125);
    }
    Simulator::Run();
    EXPECT_NEAR(energy->GetJoules(Seconds(1)), 1.77836, 1e-12);
}

TEST_F(LteEnergyModelTest, ABatteryLastsLongerThanItsTailPowerSays)
{
    // 16 J; a frame of 0 bytes at 0 s: 14.9408 J until 11.6 s, the other 1.0592 J at 20 mW last for
    // 52.96 s: empty at 64.56 s, not at 16 / 1.288 = 12.4 s.
    auto battery = CreateObject<Battery>();
    battery->Install(16, energy, state);
    Send(Seconds(0), 0);
    Simulator::Run();
    EXPECT_FALSE(state->IsOn());
    EXPECT_NEAR(state->GetOnTime(Hours(1)).GetSeconds(), 64.56, 2e-9);
    EXPECT_NEAR(energy->GetJoules(Hours(1)), 16, 1e-9);
    battery->Dispose();
}

TEST_F(LteEnergyModelTest, ANodeThatWasOffIsNotConnected)
{
    // A frame at 0 s, off from 1 s to 2 s, and one that comes at 1.5 s, which nobody hears: 1.288 J
    // + 0.02 x 8 J in 10 s.
    Send(Seconds(0), 0);
    Simulator::Schedule(Seconds(1), &NodeState::SwitchOff, state);
    Simulator::Schedule(MilliSeconds(1500), &LteEnergyModel::Receive, radio, 1000);
    Simulator::Schedule(Seconds(2), &NodeState::SwitchOn, state);
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(10)), 1.448);
}
