// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-adaptive-timer.h"
#include "models/waiting/ddnn-fixed-timer.h"
#include "models/waiting/ddnn-quorum.h"

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

WaitingRule::Parameters
MakeParameters(std::optional<std::uint32_t> quorum = std::nullopt)
{
    return {MilliSeconds(200), MilliSeconds(1), quorum, 6};
}

} // namespace

TEST(FixedTimer, WaitsEquallyLongAndForEveryone)
{
    FixedTimer rule(MakeParameters());
    rule.Measured(MilliSeconds(5));
    EXPECT_EQ(rule.GetWait(), MilliSeconds(200));
    EXPECT_FALSE(rule.IsEnough(6));
}

TEST(AdaptiveTimer, FollowsRfc6298)
{
    AdaptiveTimer rule(MakeParameters());
    EXPECT_EQ(rule.GetWait(), MilliSeconds(200)); // nothing measured
    // srtt = 16, rttvar = 8: 16 + 4 x 8 = 48 ms.
    rule.Measured(MilliSeconds(16));
    EXPECT_EQ(rule.GetWait(), MilliSeconds(48));
    // rttvar = 3/4 x 8 + 1/4 |16 - 24| = 8, srtt = 7/8 x 16 + 1/8 x 24 = 17: 17 + 32 = 49 ms.
    rule.Measured(MilliSeconds(24));
    EXPECT_EQ(rule.GetWait(), MilliSeconds(49));
    // rttvar = 6 + 1/4 |17 - 17| = 6, srtt = 17: 17 + 24 = 41 ms.
    rule.Measured(MilliSeconds(17));
    EXPECT_EQ(rule.GetWait(), MilliSeconds(41));
}

TEST(AdaptiveTimer, WaitsTheGranularityLongerThanWhatNeverVaries)
{
    // srtt = 5 ms for ever; rttvar = 2.5 ms x (3/4)^n, which is 0 in whole nanoseconds at last.
    AdaptiveTimer rule(MakeParameters());
    for (int i = 0; i < 200; ++i)
    {
        rule.Measured(MilliSeconds(5));
    }
    EXPECT_EQ(rule.GetWait(), MilliSeconds(5 + 1));
}

TEST(AdaptiveTimer, AddsTheGranularityAndStaysBelowLongest)
{
    AdaptiveTimer rule(MakeParameters());
    rule.Measured(MicroSeconds(10)); // 10 us + max(1 ms, 4 x 5 us)
    EXPECT_EQ(rule.GetWait(), MicroSeconds(1010));
    // rttvar = 3/4 x 5 us + 1/4 x 999.99 ms, about 250 ms: four of them are more than 200 ms.
    rule.Measured(Seconds(1));
    EXPECT_EQ(rule.GetWait(), MilliSeconds(200));
}

TEST(AdaptiveTimer, AWaitBelowTheGranularityHolds)
{
    AdaptiveTimer rule({MicroSeconds(50), MilliSeconds(1), std::nullopt, 6});
    rule.Measured(MicroSeconds(10));
    EXPECT_EQ(rule.GetWait(), MicroSeconds(50));
}

TEST(Quorum, IsThatManyOrMoreThanHalf)
{
    const Quorum two(MakeParameters(2));
    EXPECT_FALSE(two.IsEnough(1));
    EXPECT_TRUE(two.IsEnough(2));
    EXPECT_EQ(two.GetWait(), MilliSeconds(200));
    const Quorum majority(MakeParameters());
    EXPECT_FALSE(majority.IsEnough(3));
    EXPECT_TRUE(majority.IsEnough(4));
}
