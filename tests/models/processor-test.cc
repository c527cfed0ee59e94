// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-processor.h"

#include <ns3/double.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class ProcessorTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        processor = CreateObject<Processor>();
        processor->SetAttribute("FixedCost", TimeValue(MicroSeconds(100)));
        processor->SetAttribute("BinaryRate", DoubleValue(8e6));
        processor->SetAttribute("RealRate", DoubleValue(1e6));
        state = CreateObject<NodeState>();
        energy = CreateObject<NodeEnergy>();
        state->AggregateObject(energy);
        processor->ConnectPower(energy, state, 0.5, 2.0);
    }

    void TearDown() override
    {
        state->Dispose();
        Simulator::Destroy();
    }

    Ptr<NodeState> state;
    Ptr<NodeEnergy> energy;
    Ptr<Processor> processor;
};

} // namespace

TEST_F(ProcessorTest, ServiceTimeIsFixedCostPlusOperationsByRate)
{
    // 100 us + 4000 / 8e6 s (500 us) + 250 / 1e6 s (250 us) = 850 us
    EXPECT_EQ(processor->GetServiceTime({4000, 250}), MicroSeconds(850));
}

TEST_F(ProcessorTest, SlowIsSomeTimesAsLong)
{
    // 850 us as above. At 0, one inference; at 100 us it becomes 4 times as slow, and a second one
    // comes: it waits 750 us and takes 3400 us. At 200 us it is fast again: the third waits until
    // 850 + 3400 = 4250 us and takes 850 us.
    std::vector<std::pair<Time, Time>> times; // (finished, service)
    const auto submit = [&] {
        processor->Submit({4000, 250}, [&](Time /*queue*/, Time service) {
            times.emplace_back(Simulator::Now(), service);
        });
    };
    submit();
    for (const auto& [at, factor] : {std::pair{100, 4.0}, std::pair{200, 1.0}})
    {
        Simulator::Schedule(MicroSeconds(at), &Processor::SetSlowdown, processor, factor);
        Simulator::Schedule(MicroSeconds(at), submit);
    }
    Simulator::Run();
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0], std::pair(MicroSeconds(850), MicroSeconds(850)));
    EXPECT_EQ(times[1], std::pair(MicroSeconds(4250), MicroSeconds(3400)));
    EXPECT_EQ(times[2], std::pair(MicroSeconds(5100), MicroSeconds(850)));
}

TEST_F(ProcessorTest, FirstComeFirstServed)
{
    // Three inferences of 850 us each, all at 0: they wait 0, 850 and 1700 us.
    std::vector<std::pair<Time, Time>> times; // (finished, queue)
    for (int i = 0; i < 3; ++i)
    {
        processor->Submit({4000, 250}, [&](Time queue, Time service) {
            EXPECT_EQ(service, MicroSeconds(850));
            times.emplace_back(Simulator::Now(), queue);
        });
    }
    Simulator::Run();
    ASSERT_EQ(times.size(), 3U);
    for (int i = 0; i < 3; ++i)
    {
        EXPECT_EQ(times[i].first, MicroSeconds(850 * (i + 1)));
        EXPECT_EQ(times[i].second, MicroSeconds(850 * i));
    }
    EXPECT_EQ(processor->GetLongestQueue(), 2U); // two waited while one was served
    EXPECT_EQ(processor->GetInferences(), 3U);
    EXPECT_EQ(processor->GetBusyTime(), MicroSeconds(2550));
}

TEST_F(ProcessorTest, AnIdleProcessorStartsAtOnce)
{
    processor->Submit({0, 0}, [](Time, Time) {});
    Time queued = Seconds(1);
    Simulator::Schedule(MilliSeconds(5), [&] {
        processor->Submit({0, 0}, [&](Time queue, Time) { queued = queue; });
    });
    Simulator::Run();
    EXPECT_EQ(queued, Time(0));
    EXPECT_EQ(processor->GetLongestQueue(), 0U);
}

TEST_F(ProcessorTest, EnergyIsPowerTimesTime)
{
    // Busy for 850 us at 2 W, idle for the rest of 10 ms at 0.5 W: 1.7 mJ + 4.575 mJ.
    processor->Submit({4000, 250}, [](Time, Time) {});
    Simulator::Run();
    const Time end = MilliSeconds(10);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::ComputeBusy, end), 0.0017);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::ComputeIdle, end), 0.004575);
    EXPECT_DOUBLE_EQ(energy->GetJoules(end), 0.0017 + 0.004575);
    EXPECT_EQ(energy->GetLastActivity(), MicroSeconds(850));
}

TEST_F(ProcessorTest, WorkIsForgottenWhenTheNodeGoesOff)
{
    // Two inferences of 850 us; off from 1 ms to 3 ms: the first is done, the second is not. A
    // third at 4 ms does not wait for it.
    int finished = 0;
    const auto count = [&finished](Time, Time) { ++finished; };
    processor->Submit({4000, 250}, count);
    processor->Submit({4000, 250}, count);
    Simulator::Schedule(MilliSeconds(1), &NodeState::SwitchOff, state);
    Simulator::Schedule(MilliSeconds(3), &NodeState::SwitchOn, state);
    Simulator::Schedule(MilliSeconds(4), [&] {
        EXPECT_EQ(finished, 1);
        EXPECT_EQ(processor->GetBusyTime(), MilliSeconds(1));
        processor->Submit({4000, 250}, [&](Time queue, Time) { EXPECT_EQ(queue, Time(0)); });
    });
    Simulator::Run();
    EXPECT_EQ(processor->GetInferences(), 2U);
    EXPECT_EQ(processor->GetBusyTime(), MicroSeconds(1850));
    // Busy 1.85 ms at 2 W; idle from 3 ms to 4 ms, and from 4.85 ms to 10 ms, at 0.5 W.
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::ComputeBusy, MilliSeconds(10)), 0.0037);
    EXPECT_DOUBLE_EQ(energy->GetJoules(EnergyCause::ComputeIdle, MilliSeconds(10)), 0.003075);
}
