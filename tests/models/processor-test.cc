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
        processor->SetAttribute("IdlePower", DoubleValue(0.5));
        processor->SetAttribute("BusyPower", DoubleValue(2.0));
    }

    void TearDown() override
    {
        Simulator::Destroy();
    }

    Ptr<Processor> processor;
};

} // namespace

TEST_F(ProcessorTest, ServiceTimeIsFixedCostPlusOperationsByRate)
{
    // 100 us + 4000 / 8e6 s (500 us) + 250 / 1e6 s (250 us) = 850 us
    EXPECT_EQ(processor->GetServiceTime({4000, 250}), MicroSeconds(850));
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
    EXPECT_DOUBLE_EQ(processor->GetEnergyJoules(MilliSeconds(10)), 0.0017 + 0.004575);
}
