// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-node-energy.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class NodeEnergyTest : public testing::Test
{
  protected:
    NodeEnergyTest()
    {
        state->AggregateObject(energy);
    }

    ~NodeEnergyTest() override
    {
        state->Dispose();
        Simulator::Destroy();
    }

    Ptr<NodeState> state = CreateObject<NodeState>();
    Ptr<NodeEnergy> energy = CreateObject<NodeEnergy>();
};

} // namespace

TEST_F(NodeEnergyTest, IdleEnergyIsPowerTimesTime)
{
    energy->AddLoad(EnergyCause::ComputeIdle, 0.25);
    EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 0.25);
    EXPECT_DOUBLE_EQ(energy->GetJoules(Hours(2)), 0.25 * 7200);
    EXPECT_EQ(energy->GetLastActivity(), Time(0));
}

TEST_F(NodeEnergyTest, PiecesOfConstantPowerAreSummed)
{
    // 1 W for 3 s, 5 W for 2 s, 0 W for 4 s, 2 W for 1 s: 3 + 10 + 0 + 2 = 15 J.
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::RadioSend, 1);
    const NodeEnergy::Load other = energy->AddLoad(EnergyCause::RadioIdle, 0.5);
    Simulator::Schedule(Seconds(3), &NodeEnergy::SetPower, energy, load, 5);
    Simulator::Schedule(Seconds(5), &NodeEnergy::SetPower, energy, load, 0);
    Simulator::Schedule(Seconds(9), &NodeEnergy::SetPower, energy, load, 2);
    Simulator::Schedule(Seconds(4), [&] { EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 5.5); });
    Simulator::Run();
    EXPECT_NE(load, other);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioSend, Seconds(10)), 15);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioIdle, Seconds(10)), 5);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioReceive, Seconds(10)), 0);
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(10)), 20);
    EXPECT_EQ(energy->GetLastActivity(), Seconds(9));
}

TEST_F(NodeEnergyTest, ALoadMayFallByItself)
{
    // 3 W from 1 s on, 1 W from 5 s on: 12 J at 5 s, 17 J at 10 s. Then it is set to 2 W at 11 s.
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::RadioIdle, 0);
    Simulator::Schedule(Seconds(1), &NodeEnergy::SetFallingPower, energy, load, 3, Seconds(5), 1);
    Simulator::Schedule(Seconds(4), [&] { EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 3); });
    Simulator::Schedule(Seconds(10), [&] {
        EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 1);
        EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(3)), 6);
        EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(5)), 12);
        EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(10)), 17);
        EXPECT_EQ(energy->GetLastActivity(), Seconds(1));
    });
    Simulator::Schedule(Seconds(11), &NodeEnergy::SetPower, energy, load, 2);
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(12)), 20);
}

TEST_F(NodeEnergyTest, EnergyMayBeSpentAtOnce)
{
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::RadioSend, 0);
    Simulator::Schedule(Seconds(1), &NodeEnergy::Spend, energy, load, 0.5);
    Simulator::Schedule(Seconds(2), &NodeState::SwitchOff, state);
    Simulator::Schedule(Seconds(3), &NodeEnergy::Spend, energy, load, 0.25); // nobody is there
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::RadioSend, Seconds(4)), 0.5);
    EXPECT_EQ(energy->GetLastActivity(), Seconds(1));
}

TEST_F(NodeEnergyTest, ANodeThatIsOffDrawsNothing)
{
    // 2 W, off from 3 s to 7 s, and the power changes to 1 W meanwhile: 2 x 3 + 1 x 3 = 9 J at 10
    // s.
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::ComputeIdle, 2);
    Simulator::Schedule(Seconds(3), &NodeState::SwitchOff, state);
    Simulator::Schedule(Seconds(5), [&] {
        energy->SetPower(load, 1);
        EXPECT_DOUBLE_EQ(energy->GetPowerWatt(), 0);
        EXPECT_EQ(energy->GetLastActivity(), Time(0));
        EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(5)), 6);
        EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(2)), 4); // before it went off
    });
    Simulator::Schedule(Seconds(7), &NodeState::SwitchOn, state);
    Simulator::Run();
    EXPECT_DOUBLE_EQ(energy->GetJoules(Seconds(10)), 9);
    EXPECT_EQ(state->GetOnTime(Seconds(10)), Seconds(6));
}

TEST_F(NodeEnergyTest, GoingOffWhileIdleIsNoActivity)
{
    energy->AddLoad(EnergyCause::ComputeIdle, 2);
    const NodeEnergy::Load load = energy->AddLoad(EnergyCause::ComputeBusy, 0);
    Simulator::Schedule(Seconds(1), &NodeState::SwitchOff, state);
    Simulator::Schedule(Seconds(2), [&] {
        EXPECT_EQ(energy->GetLastActivity(), Time(0));
        state->SwitchOn();
    });
    Simulator::Schedule(Seconds(3), &NodeEnergy::SetPower, energy, load, 1);
    Simulator::Schedule(Seconds(4), &NodeState::SwitchOff, state);
    Simulator::Run();
    EXPECT_EQ(energy->GetLastActivity(), Seconds(4));
}

TEST_F(NodeEnergyTest, SwitchingTwiceIsSwitchingOnce)
{
    for (int second : {1, 2})
    {
        Simulator::Schedule(Seconds(second), &NodeState::SwitchOff, state);
        Simulator::Schedule(Seconds(second + 2), &NodeState::SwitchOn, state);
    }
    Simulator::Run();
    EXPECT_TRUE(state->IsOn());
    EXPECT_EQ(state->GetOnTime(Seconds(10)), Seconds(8)); // off from 1 s to 3 s
}
