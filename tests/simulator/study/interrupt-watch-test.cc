// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/interrupt-watch.h"

#include <gtest/gtest.h>

#include <csignal>

using namespace simulator;

TEST(InterruptWatch, NoticesASignal)
{
    const InterruptWatch watch;
    EXPECT_NO_THROW(InterruptWatch::Check());
    raise(SIGTERM);
    EXPECT_TRUE(InterruptWatch::IsInterrupted());
    EXPECT_THROW(InterruptWatch::Check(), Interrupted);
}

/// As `nohup` does.
TEST(InterruptWatch, LeavesIgnoredSignalsIgnored)
{
    const auto before = std::signal(SIGHUP, SIG_IGN);
    {
        const InterruptWatch watch;
        raise(SIGHUP);
        EXPECT_FALSE(InterruptWatch::IsInterrupted());
        raise(SIGINT);
        EXPECT_TRUE(InterruptWatch::IsInterrupted());
    }
    EXPECT_EQ(std::signal(SIGHUP, before), SIG_IGN);
}
