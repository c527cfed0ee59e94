// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-input-collector.h"
#include "models/waiting/ddnn-adaptive-timer.h"
#include "models/waiting/ddnn-quorum.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

struct ClosedSample
{
    Time time;
    CollectedInputs inputs;
};

class InputCollectorTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        collector = CreateObject<InputCollector>();
        collector->SetAttribute("WaitTime", TimeValue(MilliSeconds(200)));
        collector->SetAttribute("SuspectAfter", UintegerValue(3));
        collector->Configure({0, 1}, [this](const CollectedInputs& inputs) {
            closed.push_back({Simulator::Now(), inputs});
        });
    }

    void TearDown() override
    {
        Simulator::Destroy();
    }

    /// A message of `child` that arrives at `time`; all of it is network time.
    void Report(Time time, std::uint16_t child, std::uint32_t sample)
    {
        Message message;
        message.sender = child;
        message.views = 1;
        message.id.sample = sample;
        message.payload = {static_cast<std::uint8_t>(child)};
        message.account.network = time;
        Simulator::Schedule(time, [this, message] { collector->Add(message); });
    }

    Ptr<InputCollector> collector;
    std::vector<ClosedSample> closed;
};

} // namespace

TEST_F(InputCollectorTest, ClosesWithTheLastChildAndItsAccount)
{
    Report(MilliSeconds(10), 0, 0);
    Report(MilliSeconds(30), 1, 0);
    Simulator::Run();
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].time, MilliSeconds(30));
    EXPECT_EQ(closed[0].inputs.account.network, MilliSeconds(30));
    EXPECT_EQ(closed[0].inputs.account.wait, Time(0));
    EXPECT_EQ(closed[0].inputs.views, 2U);
    EXPECT_EQ(*closed[0].inputs.inputs[1], Bytes{1});
}

TEST_F(InputCollectorTest, ClosesAtTheTimerWithoutTheMissingChild)
{
    // The timer runs from the first message: 10 ms + 200 ms.
    Report(MilliSeconds(10), 1, 0);
    Simulator::Run();
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].time, MilliSeconds(210));
    EXPECT_EQ(closed[0].inputs.account.network, MilliSeconds(10));
    EXPECT_EQ(closed[0].inputs.account.wait, MilliSeconds(200));
    EXPECT_FALSE(closed[0].inputs.inputs[0].has_value());
    EXPECT_EQ(closed[0].inputs.views, 1U);
}

TEST_F(InputCollectorTest, ADeadChildCostsTheWaitTimeForThreeSamples)
{
    // One sample a second: 0, 1 and 2 wait 200 ms for child 1, which is suspected from then on. At
    // sample 5 it is back: sample 6 waits for it again.
    for (std::uint32_t sample = 0; sample < 7; ++sample)
    {
        Report(Seconds(sample), 0, sample);
    }
    Report(Seconds(5), 1, 5);
    Simulator::Run();
    ASSERT_EQ(closed.size(), 7U);
    for (std::uint32_t sample : {0, 1, 2})
    {
        EXPECT_EQ(closed[sample].time, Seconds(sample) + MilliSeconds(200));
    }
    for (std::uint32_t sample : {3, 4, 5})
    {
        EXPECT_EQ(closed[sample].time, Seconds(sample));
    }
    EXPECT_EQ(closed[6].time, Seconds(6) + MilliSeconds(200));
}

TEST_F(InputCollectorTest, OpenSamplesStopWaitingWhenTheirChildBecomesSuspected)
{
    // Samples 50 ms apart: 0, 1, 2 end at 200, 250, 300 ms. Then child 1 is suspected, and samples
    // 3, 4, 5 and 6, which came at 150, 200, 250 and 300 ms, need not wait any longer.
    for (std::uint32_t sample = 0; sample < 7; ++sample)
    {
        Report(MilliSeconds(50 * sample), 0, sample);
    }
    Simulator::Run();
    ASSERT_EQ(closed.size(), 7U);
    for (std::size_t sample = 2; sample < 7; ++sample)
    {
        EXPECT_EQ(closed[sample].time, MilliSeconds(300));
        EXPECT_EQ(closed[sample].inputs.account.GetTotal(), MilliSeconds(300));
    }
    EXPECT_EQ(closed[3].inputs.account.wait, MilliSeconds(150));
}

TEST_F(InputCollectorTest, LateMessagesChangeNothing)
{
    unsigned late = 0;
    collector->TraceConnectWithoutContext(
        "Late", Callback<void, const Message&>([&](const Message&) { ++late; }));
    Report(MilliSeconds(10), 0, 0);
    Report(MilliSeconds(211), 1, 0);
    Simulator::Run();
    EXPECT_EQ(closed.size(), 1U);
    EXPECT_EQ(late, 1U);
}

TEST_F(InputCollectorTest, AQuorumClosesWithoutTheOthers)
{
    // One of two is enough. The other is late, and so not suspected, however often.
    collector->SetWaitingRule(Quorum::GetType().make, {Time(0), Time(0), 1, 0});
    unsigned late = 0;
    collector->TraceConnectWithoutContext(
        "Late", Callback<void, const Message&>([&](const Message&) { ++late; }));
    for (std::uint32_t sample = 0; sample < 4; ++sample)
    {
        Report(Seconds(sample) + MilliSeconds(10), 0, sample);
        Report(Seconds(sample) + MilliSeconds(30), 1, sample);
    }
    Simulator::Run();
    ASSERT_EQ(closed.size(), 4U);
    EXPECT_EQ(closed[3].time, Seconds(3) + MilliSeconds(10));
    EXPECT_EQ(closed[3].inputs.account.wait, Time(0));
    EXPECT_EQ(closed[3].inputs.views, 1U);
    EXPECT_EQ(late, 4U);
    EXPECT_EQ(collector->CountOpen(), 0U);
}

TEST_F(InputCollectorTest, AnAdaptiveTimerMeasuresWhatComesLate)
{
    // Sample 0: inputs 20 ms apart, so the wait is 20 + 4 x 10 = 60 ms. Sample 1: child 1 comes
    // after 100 ms; the timer closed it at 60 ms. Measured all the same: rttvar = 3/4 x 10 +
    // 1/4 x 80 = 27.5 ms, srtt = 7/8 x 20 + 1/8 x 100 = 30 ms, and sample 2 waits 140 ms.
    collector->SetWaitingRule(AdaptiveTimer::GetType().make, {Time(0), MilliSeconds(1), {}, 0});
    Report(Seconds(0), 0, 0);
    Report(MilliSeconds(20), 1, 0);
    Report(Seconds(1), 0, 1);
    Report(Seconds(1) + MilliSeconds(100), 1, 1);
    Report(Seconds(2), 0, 2);
    Simulator::Run();
    ASSERT_EQ(closed.size(), 3U);
    EXPECT_EQ(closed[1].time, Seconds(1) + MilliSeconds(60));
    EXPECT_EQ(closed[1].inputs.account.wait, MilliSeconds(60));
    EXPECT_EQ(closed[2].time, Seconds(2) + MilliSeconds(140));
}

TEST_F(InputCollectorTest, SaysWhoIsSuspectedAndWhoIsBack)
{
    // As above: child 1 misses samples 0, 1 and 2, and is back at 5 s.
    std::vector<std::pair<Time, std::uint16_t>> suspected;
    std::vector<std::pair<Time, std::uint16_t>> rejoined;
    using Heard = Callback<void, std::uint32_t, std::uint16_t>;
    collector->TraceConnectWithoutContext("Suspected",
                                          Heard([&](std::uint32_t, std::uint16_t child) {
                                              suspected.emplace_back(Simulator::Now(), child);
                                          }));
    collector->TraceConnectWithoutContext("Rejoined",
                                          Heard([&](std::uint32_t, std::uint16_t child) {
                                              rejoined.emplace_back(Simulator::Now(), child);
                                          }));
    for (std::uint32_t sample = 0; sample < 7; ++sample)
    {
        Report(Seconds(sample), 0, sample);
    }
    Report(Seconds(5), 1, 5);
    Simulator::Run();
    ASSERT_EQ(suspected.size(), 1U);
    EXPECT_EQ(suspected[0], std::pair(Seconds(2) + MilliSeconds(200), std::uint16_t{1}));
    ASSERT_EQ(rejoined.size(), 1U);
    EXPECT_EQ(rejoined[0], std::pair(Seconds(5), std::uint16_t{1}));
}

TEST_F(InputCollectorTest, SitesAreSeparate)
{
    Message message;
    message.views = 1;
    message.sender = 0;
    message.id = {0, 4};
    collector->Add(message);
    message.sender = 1;
    message.id = {1, 4};
    collector->Add(message);
    EXPECT_TRUE(closed.empty());
    message.id = {0, 4};
    collector->Add(message);
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].inputs.id, (SampleId{0, 4}));
}

TEST_F(InputCollectorTest, ADoubleCountsOnceAndAStrangerNotAtAll)
{
    Report(MilliSeconds(1), 0, 0);
    Report(MilliSeconds(2), 0, 0);
    Report(MilliSeconds(3), 7, 0);
    Report(MilliSeconds(4), 1, 0);
    Simulator::Run();
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].time, MilliSeconds(4));
    EXPECT_EQ(closed[0].inputs.views, 2U);
}

TEST(InputCollector, ChildrenAreTakenInTheOrderGiven)
{
    auto collector = CreateObject<InputCollector>();
    std::vector<CollectedInputs> closed;
    collector->Configure({5, 3}, [&](const CollectedInputs& inputs) { closed.push_back(inputs); });
    for (std::uint16_t sender : {3, 5})
    {
        Message message;
        message.sender = sender;
        message.payload = {static_cast<std::uint8_t>(sender)};
        collector->Add(message);
    }
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(*closed[0].inputs[0], Bytes{5});
    EXPECT_EQ(*closed[0].inputs[1], Bytes{3});
    Simulator::Destroy();
}
