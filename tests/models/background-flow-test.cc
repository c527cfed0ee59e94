// SPDX-License-Identifier: GPL-2.0-only
#include "models/traffic/ddnn-background-flow.h"
#include "models/traffic/ddnn-background-tag.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class BackgroundFlowTest : public testing::Test
{
  protected:
    BackgroundFlowTest()
    {
        flow->SetAttribute("PayloadBytes", UintegerValue(100));
        flow->SetAttribute("Interval", TimeValue(MilliSeconds(100)));
        flow->AssignStreams(5);
        flow->SetSend([this](const Ptr<Packet>& packet) {
            EXPECT_EQ(packet->GetSize(), 100U);
            EXPECT_TRUE(IsBackground(*packet));
            times.push_back(Simulator::Now());
        });
    }

    ~BackgroundFlowTest() override
    {
        Simulator::Destroy();
    }

    void Run(Time end)
    {
        Simulator::Stop(end);
        Simulator::Run();
    }

    Ptr<BackgroundFlow> flow = CreateObject<BackgroundFlow>();
    std::vector<Time> times;
};

} // namespace

TEST_F(BackgroundFlowTest, ConstantTrafficIsExact)
{
    flow->SetAttribute("Start", TimeValue(Seconds(1)));
    flow->SetAttribute("Stop", TimeValue(MilliSeconds(1400)));
    flow->Begin(Seconds(7));
    Run(Seconds(20));
    EXPECT_EQ(times,
              (std::vector<Time>{
                  MilliSeconds(8000), MilliSeconds(8100), MilliSeconds(8200), MilliSeconds(8300)}));
    EXPECT_EQ(flow->GetSent(), 4U);
}

TEST_F(BackgroundFlowTest, WithoutAStopItGoesOn)
{
    flow->Begin(Seconds(0));
    Run(Seconds(100) - NanoSeconds(1));
    EXPECT_EQ(times.size(), 1000U);
}

TEST_F(BackgroundFlowTest, PhasesHaveTheMeanLengthsAndTheRate)
{
    // On 1 s, off 3 s, a packet per 0.1 s of sending. The number of silent phases between two
    // packets is Poisson distributed with mean 0.1 / 1: none, and so a gap of exactly 0.1 s, with
    // the probability exp(-0.1) = 0.904837. Mean gap 0.1 + 0.1 x 3 = 0.4 s; variance 0.1 x 2 x 3^2
    // = 1.8 s^2. Of 10 000 gaps: standard deviation of the share sqrt(0.0861 / 10 000) = 0.00293,
    // of the mean sqrt(1.8 / 10 000) = 0.0134 s. Four of each.
    flow->SetAttribute("On", TimeValue(Seconds(1)));
    flow->SetAttribute("Off", TimeValue(Seconds(3)));
    flow->Begin(Seconds(0));
    Run(Seconds(6000));
    constexpr std::size_t gaps = 10000;
    ASSERT_GT(times.size(), gaps);
    int shortest = 0;
    for (std::size_t i = 0; i < gaps; ++i)
    {
        const Time gap = times[i + 1] - times[i];
        ASSERT_GE(gap, MilliSeconds(100));
        shortest += gap == MilliSeconds(100) ? 1 : 0;
    }
    EXPECT_NEAR(shortest / 1e4, std::exp(-0.1), 4 * 0.00293);
    EXPECT_NEAR((times[gaps] - times[0]).GetSeconds() / gaps, 0.4, 4 * 0.0134);
}

TEST_F(BackgroundFlowTest, PhasesEndAtTheStop)
{
    flow->SetAttribute("On", TimeValue(Seconds(1)));
    flow->SetAttribute("Off", TimeValue(Seconds(1)));
    flow->SetAttribute("Stop", TimeValue(Seconds(20)));
    flow->Begin(Seconds(0));
    Simulator::Run(); // ends by itself
    ASSERT_FALSE(times.empty());
    EXPECT_EQ(times.front(), Seconds(0));
    EXPECT_LT(times.back(), Seconds(20));
}
