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
    suspicion.Closed({true, true, false, true});
    EXPECT_EQ(suspicion.FindAwaited({true, true, false, true}, 0), std::nullopt); // suspected
    EXPECT_EQ(suspicion.FindAwaited({true, false, false, true}, 3), 1U);
}

TEST(Suspicion, SuspectsWhoMissedTwoInARowUntilItReports)
{
    Suspicion suspicion(2, 2);
    suspicion.Closed({true, false});
    EXPECT_FALSE(suspicion.IsSuspected(1));
    suspicion.Closed({true, false});
    EXPECT_TRUE(suspicion.IsSuspected(1));
    EXPECT_TRUE(suspicion.IsComplete({true, false}));
    suspicion.Reported(1);
    EXPECT_FALSE(suspicion.IsSuspected(1));
    EXPECT_FALSE(suspicion.IsComplete({true, false}));
}

TEST(Suspicion, MissesMustBeInARow)
{
    Suspicion suspicion(2, 2);
    suspicion.Closed({true, false});
    suspicion.Closed({true, true});
    suspicion.Closed({true, false});
    EXPECT_FALSE(suspicion.IsSuspected(1));
}

TEST(Suspicion, ZeroSuspectsNobody)
{
    Suspicion suspicion(1, 0);
    for (int i = 0; i < 100; ++i)
    {
        suspicion.Closed({false});
    }
    EXPECT_FALSE(suspicion.IsSuspected(0));
}
