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
