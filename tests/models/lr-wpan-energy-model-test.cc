// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-lr-wpan-energy-model.h"

#include <ns3/simple-net-device.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

using State = LrWpanEnergyModel::State;

/// A CC2420 at 3 V: 426 uA off, 18.8 mA receiving, 17.4 mA sending; 1.278 mW, 56.4 mW, 52.2 mW.
class LrWpanEnergyModelTest : public testing::Test
{
  protected:
    LrWpanEnergyModelTest()
    {
        node->AggregateObject(CreateObject<NodeState>());
        node->AggregateObject(energy);
        node->AddDevice(device);
        radio->Install(device);
    }

    ~LrWpanEnergyModelTest() override
    {
        Simulator::Destroy();
    }

    void Enter(State state, Time when)
    {
        Simulator::Schedule(when, &LrWpanEnergyModel::SetState, radio, state);
    }

    Ptr<Node> node = CreateObject<Node>();
    Ptr<NodeEnergy> energy = CreateObject<NodeEnergy>();
    Ptr<SimpleNetDevice> device = CreateObject<SimpleNetDevice>();
    Ptr<LrWpanEnergyModel> radio =
        CreateObject<LrWpanEnergyModel>(LrWpanEnergyModel::Powers{1.278e-3, 56.4e-3, 52.2e-3});
};

} // namespace

TEST_F(LrWpanEnergyModelTest, ARadioThatListensDrawsWhatReceivingTakes)
{
    // 56.4 mW x 10 s = 564 mJ, as idle.
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(10)), 0.564);
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(10)), 0.564);
}

TEST_F(LrWpanEnergyModelTest, OneFrameAndItsAcknowledgement)
{
    // A frame of 127 bytes and 6 bytes of preamble, at 250 kbit/s: 8 x 133 / 250e3 = 4.256 ms of
    // sending. The acknowledgement, 5 + 6 bytes, comes 192 us later and takes 352 us. In 1 s:
    //   sending    52.2 mW x 4.256 ms = 222.1632 uJ
    //   receiving  56.4 mW x 0.352 ms = 19.8528 uJ
    //   listening  56.4 mW x (1 s - 4.608 ms) = 56.1401088 mJ
    Enter(State::Sending, MilliSeconds(100));
    Enter(State::Listening, MicroSeconds(104256));
    Enter(State::Receiving, MicroSeconds(104448));
    Enter(State::Listening, MicroSeconds(104800));
    Simulator::Run();
    const Time end = Seconds(1);
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioSend, end), 222.1632e-6, 1e-15);
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioReceive, end), 19.8528e-6, 1e-15);
    EXPECT_NEAR(energy->GetJoules(EnergyCause::RadioIdle, end), 56.1401088e-3, 1e-15);
    EXPECT_EQ(energy->GetLastActivity(), MicroSeconds(104800));
}

TEST_F(LrWpanEnergyModelTest, ATransceiverThatIsOffDrawsLittle)
{
    // Listening for 1 s, off for 9 s: 56.4 mJ + 1.278 mW x 9 s = 67.902 mJ.
    Enter(State::Off, Seconds(1));
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 1.278e-3);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(10)), 67.902e-3);
}

TEST_F(LrWpanEnergyModelTest, TheSameStateAgainChangesNothing)
{
    Enter(State::Sending, Seconds(1));
    Enter(State::Sending, Seconds(2));
    Enter(State::Listening, Seconds(3));
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioSend, Seconds(4)), 2 * 52.2e-3);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(4)), 2 * 56.4e-3);
}
