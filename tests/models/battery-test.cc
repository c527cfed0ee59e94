// SPDX-License-Identifier: GPL-2.0-only
// When a battery is empty, worked out by hand.
#include "models/energy/ddnn-battery.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class BatteryTest : public testing::Test
{
  protected:
    BatteryTest()
    {
        state->AggregateObject(energy);
        state->AggregateObject(battery);
        state->TraceConnectWithoutContext("SwitchedOff", MakeCallback(&BatteryTest::Note, this));
    }

    ~BatteryTest() override
    {
        state->Dispose();
        Simulator::Destroy();
    }

    void Note()
    {
        ends.push_back(Simulator::Now());
    }

    std::vector<Time> ends;
    Ptr<NodeState> state = CreateObject<NodeState>();
    Ptr<NodeEnergy> energy = CreateObject<NodeEnergy>();
    Ptr<Battery> battery = CreateObject<Battery>();
};

} // namespace

TEST_F(BatteryTest, ConstantPowerEmptiesItAtCapacityByPower)
{
    // 10 J at 0.4 W: 25 s.
    battery->Install(10, energy, state);
    energy->AddLoad(EnergyCause::ComputeIdle, 0.4);
    Simulator::Run();
    EXPECT_EQ(ends, std::vector<Time>{Seconds(25)});
    EXPECT_DOUBLE_EQ(energy->GetJoules(Hours(1)), 10);
    EXPECT_FALSE(state->IsOn());
}

TEST_F(BatteryTest, TheEndMovesWithThePower)
{
    // 10 J. 0.5 W idle, 2.5 W busy from 2 s to 4 s: 1 J at 2 s, 6 J at 4 s, and the other 4 J last
    // for 8 s: empty at 12 s, not at 20 s (idle) nor at 5.6 s (busy).
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::ComputeIdle, 0.5);
    battery->Install(10, energy, state);
    Simulator::Schedule(Seconds(2), &NodeEnergy::SetPower, energy, load, 2.5);
    Simulator::Schedule(Seconds(4), &NodeEnergy::SetPower, energy, load, 0.5);
    Simulator::Run();
    EXPECT_EQ(ends, std::vector<Time>{Seconds(12)});
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(12)), 10);
}

TEST_F(BatteryTest, ManyShortBurstsEndToTheNanosecond)
{
    // 1 J. Every millisecond 1 W for 300 us, else 0.1 W: 0.37 mJ per millisecond. After 2702 of
    // them 0.99974 J are gone; the burst of 1 W spends the other 260 uJ in 260 us.
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::RadioSend, 0);
    battery->Install(1, energy, state);
    for (int i = 0; i < 5000; ++i)
    {
        Simulator::Schedule(MilliSeconds(i), &NodeEnergy::SetPower, energy, load, 1);
        Simulator::Schedule(
            MilliSeconds(i) + MicroSeconds(300), &NodeEnergy::SetPower, energy, load, 0.1);
    }
    Simulator::Run();
    ASSERT_EQ(ends.size(), 1U);
    EXPECT_EQ(ends.front(), MilliSeconds(2702) + MicroSeconds(260));
    EXPECT_NEAR(energy->GetJoules(Seconds(5)), 1, 1e-9);
}

TEST_F(BatteryTest, AnEndThatIsNoWholeNanosecondIsRounded)
{
    // 1 J at 3 W: 333333333.3 ns.
    energy->AddLoad(EnergyCause::ComputeIdle, 3);
    battery->Install(1, energy, state);
    Simulator::Run();
    EXPECT_EQ(ends, std::vector<Time>{NanoSeconds(333333333)});
}

TEST_F(BatteryTest, WithoutPowerItLasts)
{
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::ComputeIdle, 0);
    battery->Install(1, energy, state);
    Simulator::Run();
    EXPECT_TRUE(ends.empty());
    energy->SetPower(load, 1e-15); // 32 million years: more than ns-3's clock can say
    Simulator::Run();
    EXPECT_TRUE(ends.empty());
    EXPECT_EQ(Simulator::Now(), Time(0)); // nothing waits for it
}

TEST_F(BatteryTest, ItStaysEmpty)
{
    energy->AddLoad(EnergyCause::ComputeIdle, 1);
    battery->Install(1, energy, state);
    Simulator::Schedule(Seconds(2), &NodeState::SwitchOn, state);
    Simulator::Run();
    EXPECT_FALSE(state->IsOn());
    EXPECT_EQ(ends, (std::vector<Time>{Seconds(1), Seconds(2)}));
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(9)), 1);
}
