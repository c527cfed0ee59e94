// SPDX-License-Identifier: GPL-2.0-only
// A node with several reasons to be off.
#include "models/energy/ddnn-battery.h"
#include "models/failures/ddnn-node-state.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class NodeStateTest : public testing::Test
{
  protected:
    NodeStateTest()
    {
        state->TraceConnectWithoutContext("SwitchedOff", Callback<void>([this] { Note("off"); }));
        state->TraceConnectWithoutContext("SwitchedOn", Callback<void>([this] { Note("on"); }));
    }

    ~NodeStateTest() override
    {
        state->Dispose();
        Simulator::Destroy();
    }

    void Note(const std::string& what)
    {
        log.push_back(what + " " + std::to_string(Simulator::Now().GetSeconds()).substr(0, 3));
    }

    void At(int second, void (NodeState::*what)())
    {
        Simulator::Schedule(Seconds(second), what, state);
    }

    using Log = std::vector<std::string>;

    Ptr<NodeState> state = CreateObject<NodeState>();
    Log log;
};

} // namespace

TEST_F(NodeStateTest, FailuresThatOverlapAreOne)
{
    // From 1 to 3 s and from 2 to 5 s: off from 1 to 5 s, so on for 6 of 10 s.
    At(1, &NodeState::Fail);
    At(2, &NodeState::Fail);
    At(3, &NodeState::Recover);
    At(5, &NodeState::Recover);
    Simulator::Run();
    EXPECT_EQ(log, (Log{"off 1.0", "on 5.0"}));
    EXPECT_EQ(state->GetOnTime(Seconds(10)), Seconds(6));
}

TEST_F(NodeStateTest, ARecoveryDoesNotSwitchOn)
{
    At(1, &NodeState::Fail);
    At(2, &NodeState::SwitchOff);
    At(3, &NodeState::Recover);
    At(4, &NodeState::SwitchOn);
    Simulator::Run();
    EXPECT_EQ(log, (Log{"off 1.0", "on 4.0"}));
}

TEST_F(NodeStateTest, SwitchingOnDoesNotRecover)
{
    At(1, &NodeState::SwitchOff);
    At(2, &NodeState::Fail);
    At(3, &NodeState::SwitchOn);
    At(6, &NodeState::Recover);
    Simulator::Run();
    EXPECT_EQ(log, (Log{"off 1.0", "on 6.0"}));
}

TEST_F(NodeStateTest, AnEmptyBatteryStaysEmptyWhateverRecovers)
{
    // 1 W and 3 J: on from 0 to 1 s and from 2 s on, empty at 4 s. The second failure changes
    // nothing.
    const auto energy = CreateObject<NodeEnergy>();
    state->AggregateObject(energy);
    const auto battery = CreateObject<Battery>();
    battery->Install(3, energy, state);
    energy->AddLoad(EnergyCause::ComputeIdle, 1);
    At(1, &NodeState::Fail);
    At(2, &NodeState::Recover);
    At(5, &NodeState::Fail);
    At(6, &NodeState::Recover);
    Simulator::Run();
    EXPECT_EQ(log, (Log{"off 1.0", "on 2.0", "off 4.0"}));
    battery->Dispose();
}

TEST_F(NodeStateTest, ABatteryThatIsEmptyAtTheRecoveryLeavesTheNodeOff)
{
    // 1 W and 3 J: the failure begins at the moment at which the battery is empty, and before its
    // event. At the recovery the node is on for no time: whoever is told behind the battery hears
    // of it in this order, too.
    At(3, &NodeState::Fail);
    At(4, &NodeState::Recover);
    const auto energy = CreateObject<NodeEnergy>();
    state->AggregateObject(energy);
    const auto battery = CreateObject<Battery>();
    battery->Install(3, energy, state);
    energy->AddLoad(EnergyCause::ComputeIdle, 1);
    Log behind;
    state->TraceConnectWithoutContext("SwitchedOff",
                                      Callback<void>([&] { behind.emplace_back("off"); }));
    state->TraceConnectWithoutContext("SwitchedOn",
                                      Callback<void>([&] { behind.emplace_back("on"); }));
    Simulator::Run();
    EXPECT_FALSE(state->IsOn());
    EXPECT_EQ(behind, (Log{"off", "on", "off"}));
    EXPECT_EQ(log, (Log{"off 3.0", "on 4.0", "off 4.0"}));
    EXPECT_EQ(state->GetOnTime(Seconds(5)), Seconds(3));
    EXPECT_EQ(energy->GetJoules(EnergyCause::ComputeIdle, Seconds(5)), 3);
    battery->Dispose();
}
