// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-heartbeat.h"
#include "models/failures/ddnn-node-state.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

/// A neighbour that sends everything back after 4 ms, 2 ms each way, while it is on. Heartbeats
/// every 100 ms from 1 s on; three missing are too many.
class HeartbeatTest : public testing::Test
{
  protected:
    HeartbeatTest()
    {
        node->AggregateObject(CreateObject<NodeState>());
        heartbeat->SetNode(node, [this](const Ptr<Packet>& datagram) {
            EXPECT_EQ(datagram->GetSize(), 24U);
            sent.push_back(Simulator::Now());
            Simulator::Schedule(MilliSeconds(2), &HeartbeatTest::Arrive, this);
        });
        heartbeat->TraceConnectWithoutContext(
            "Lost", Callback<void>([this] { heard.emplace_back("lost", Simulator::Now()); }));
        heartbeat->TraceConnectWithoutContext(
            "Back", Callback<void>([this] { heard.emplace_back("back", Simulator::Now()); }));
        heartbeat->Begin(Seconds(1));
    }

    ~HeartbeatTest() override
    {
        Simulator::Destroy();
    }

    void Arrive()
    {
        if (neighbourIsOn)
        {
            Simulator::Schedule(MilliSeconds(2), &Heartbeat::Receive, heartbeat);
        }
    }

    void SetNeighbour(Time at, bool on)
    {
        Simulator::Schedule(at, [this, on] { neighbourIsOn = on; });
    }

    void Run(Time end)
    {
        Simulator::Stop(end);
        Simulator::Run();
    }

    using Changes = std::vector<std::pair<std::string, Time>>;

    Ptr<Node> node = CreateObject<Node>();
    Ptr<Heartbeat> heartbeat = CreateObject<Heartbeat>();
    bool neighbourIsOn = true;
    std::vector<Time> sent;
    Changes heard;
};

} // namespace

TEST_F(HeartbeatTest, BeatsAtItsIntervalAndIsContentWithAnswers)
{
    Run(MilliSeconds(1350));
    EXPECT_EQ(sent,
              (std::vector<Time>{
                  MilliSeconds(1000), MilliSeconds(1100), MilliSeconds(1200), MilliSeconds(1300)}));
    EXPECT_TRUE(heard.empty());
}

TEST_F(HeartbeatTest, ANeighbourIsLostWhenThreeInARowAreMissingAndBackWithTheNextAnswer)
{
    // Off at 1203 ms, when the heartbeat of 1200 ms has just been sent back: those of 1300, 1400
    // and 1500 are missing. On again at 2050: that of 2100 is back at 2104.
    SetNeighbour(MilliSeconds(1203), false);
    SetNeighbour(MilliSeconds(2050), true);
    Run(Seconds(3));
    EXPECT_EQ(heard, (Changes{{"lost", MilliSeconds(1600)}, {"back", MilliSeconds(2104)}}));
    EXPECT_EQ(sent.size(), 20U); // it goes on beating all the time
}

TEST_F(HeartbeatTest, TwoMissingAreNotEnough)
{
    SetNeighbour(MilliSeconds(1203), false);
    SetNeighbour(MilliSeconds(1450), true);
    Run(Seconds(3));
    EXPECT_TRUE(heard.empty());
}

TEST_F(HeartbeatTest, AnswersThatTakeLongerThanTheIntervalAreAnswers)
{
    // The first comes at 1004 ms, when four others have been sent: then one comes every
    // millisecond.
    heartbeat->SetAttribute("Interval", TimeValue(MilliSeconds(1)));
    heartbeat->SetAttribute("Misses", UintegerValue(5));
    Run(MilliSeconds(1100));
    EXPECT_TRUE(heard.empty());
}

TEST_F(HeartbeatTest, ANodeThatIsOffFindsOutNothing)
{
    // The watcher is off from 1150 to 1650, its neighbour from 1203 on: the first heartbeat that is
    // missing is that of 1700.
    SetNeighbour(MilliSeconds(1203), false);
    const auto state = node->GetObject<NodeState>();
    Simulator::Schedule(MilliSeconds(1150), &NodeState::SwitchOff, state);
    Simulator::Schedule(MilliSeconds(1650), &NodeState::SwitchOn, state);
    Run(MilliSeconds(2050));
    EXPECT_EQ(heard, (Changes{{"lost", MilliSeconds(2000)}}));
    EXPECT_EQ(sent.size(), 2U + 4U);
}

TEST_F(HeartbeatTest, NothingAfterItsEnd)
{
    SetNeighbour(MilliSeconds(1203), false);
    Simulator::Schedule(MilliSeconds(1550), &Heartbeat::End, heartbeat);
    Run(Seconds(3));
    EXPECT_TRUE(heard.empty());
    EXPECT_EQ(sent.size(), 6U);
}
