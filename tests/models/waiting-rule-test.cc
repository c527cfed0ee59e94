// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-waiting-rule.h"

#include <gtest/gtest.h>

using ns3::ddnn::WaitingRule;

TEST(WaitingRule, WaitsForEveryone)
{
    const WaitingRule rule(3, 2);
    EXPECT_FALSE(rule.IsComplete({true, true, false}));
    EXPECT_TRUE(rule.IsComplete({true, true, true}));
}

TEST(WaitingRule, FindsSomeoneAwaitedFromAnywhere)
{
    WaitingRule rule(4, 1);
    for (std::uint32_t first = 0; first < 4; ++first)
    {
        EXPECT_EQ(rule.FindAwaited({true, true, false, true}, first), 2U);
        EXPECT_EQ(rule.FindAwaited({true, true, true, true}, first), std::nullopt);
    }
    EXPECT_EQ(rule.FindAwaited({false, false, false, true}, 3), 2U); // downwards
    EXPECT_EQ(rule.FindAwaited({false, true, true, false}, 2), 0U);
    EXPECT_EQ(rule.FindAwaited({true, true, true, false}, 2), 3U); // and around
    rule.Closed({true, true, false, true});
    EXPECT_EQ(rule.FindAwaited({true, true, false, true}, 0), std::nullopt); // suspected
    EXPECT_EQ(rule.FindAwaited({true, false, false, true}, 3), 1U);
}

TEST(WaitingRule, SuspectsWhoMissedTwoInARowUntilItReports)
{
    WaitingRule rule(2, 2);
    rule.Closed({true, false});
    EXPECT_FALSE(rule.IsSuspected(1));
    rule.Closed({true, false});
    EXPECT_TRUE(rule.IsSuspected(1));
    EXPECT_TRUE(rule.IsComplete({true, false}));
    rule.Reported(1);
    EXPECT_FALSE(rule.IsSuspected(1));
    EXPECT_FALSE(rule.IsComplete({true, false}));
}

TEST(WaitingRule, MissesMustBeInARow)
{
    WaitingRule rule(2, 2);
    rule.Closed({true, false});
    rule.Closed({true, true});
    rule.Closed({true, false});
    EXPECT_FALSE(rule.IsSuspected(1));
}

TEST(WaitingRule, ZeroSuspectsNobody)
{
    WaitingRule rule(1, 0);
    for (int i = 0; i < 100; ++i)
    {
        rule.Closed({false});
    }
    EXPECT_FALSE(rule.IsSuspected(0));
}
