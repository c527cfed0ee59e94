// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-suspicion.h"

#include <gtest/gtest.h>

using ns3::ddnn::Suspicion;

TEST(Suspicion, WaitsForEveryone)
{
    const Suspicion suspicion(3, 2);
    EXPECT_FALSE(suspicion.IsComplete({true, true, false}));
    EXPECT_TRUE(suspicion.IsComplete({true, true, true}));
}

TEST(Suspicion, FindsSomeoneAwaitedFromAnywhere)
{
    Suspicion suspicion(4, 1);
    for (std::uint32_t first = 0; first < 4; ++first)
    {
        EXPECT_EQ(suspicion.FindAwaited({true, true, false, true}, first), 2U);
        EXPECT_EQ(suspicion.FindAwaited({true, true, true, true}, first), std::nullopt);
    }
    EXPECT_EQ(suspicion.FindAwaited({false, false, false, true}, 3), 2U); // downwards
    EXPECT_EQ(suspicion.FindAwaited({false, true, true, false}, 2), 0U);
    EXPECT_EQ(suspicion.FindAwaited({true, true, true, false}, 2), 3U); // and around
    for (const std::uint32_t child : {0, 1, 3})
    {
        suspicion.Reported(child, 0);
    }
    suspicion.Closed(0);
    EXPECT_EQ(suspicion.FindAwaited({true, true, false, true}, 0), std::nullopt); // suspected
    EXPECT_EQ(suspicion.FindAwaited({true, false, false, true}, 3), 1U);
}

TEST(Suspicion, SuspectsWhoMissedTwoInARowUntilItReports)
{
    Suspicion suspicion(2, 2);
    suspicion.Reported(0, 1);
    suspicion.Closed(0);
    EXPECT_FALSE(suspicion.IsSuspected(1));
    suspicion.Closed(1);
    EXPECT_TRUE(suspicion.IsSuspected(1));
    EXPECT_FALSE(suspicion.IsSuspected(0));
    EXPECT_TRUE(suspicion.IsComplete({true, false}));
    suspicion.Reported(1, 2);
    EXPECT_FALSE(suspicion.IsSuspected(1));
    EXPECT_FALSE(suspicion.IsComplete({true, false}));
}

TEST(Suspicion, MissesMustBeInARow)
{
    Suspicion suspicion(2, 2);
    suspicion.Closed(0);
    suspicion.Reported(1, 1);
    suspicion.Closed(1);
    suspicion.Closed(2);
    EXPECT_FALSE(suspicion.IsSuspected(1));
}

TEST(Suspicion, WhatIsMissedBeforeItCameBackDoesNotCountAfterIt)
{
    // Dead for samples 0 to 2; the wait for them is over when 3 has been reported.
    Suspicion suspicion(2, 2);
    suspicion.Reported(0, 5);
    suspicion.Reported(1, 3);
    for (std::uint32_t sample = 0; sample < 3; ++sample)
    {
        EXPECT_TRUE(suspicion.Closed(sample).empty());
    }
    EXPECT_FALSE(suspicion.IsSuspected(1));
    suspicion.Reported(1, 1); // late, and nothing new
    suspicion.Closed(4);
    EXPECT_EQ(suspicion.Closed(5), std::vector<std::uint32_t>{1});
}

TEST(Suspicion, ZeroSuspectsNobody)
{
    Suspicion suspicion(1, 0);
    for (std::uint32_t sample = 0; sample < 100; ++sample)
    {
        suspicion.Closed(sample);
    }
    EXPECT_FALSE(suspicion.IsSuspected(0));
}
