// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/processor-profiles.h"

#include <gtest/gtest.h>

#include <set>

using namespace simulator;

TEST(ProcessorProfiles, HaveSensibleFigures)
{
    std::set<std::string> names;
    double slower = 0;
    for (const ProcessorProfile& profile : GetProcessorProfiles())
    {
        EXPECT_TRUE(names.insert(profile.name).second) << profile.name;
        EXPECT_GT(profile.realRate, slower) << profile.name;
        EXPECT_GE(profile.binaryRate, profile.realRate) << profile.name;
        EXPECT_GT(profile.idlePowerWatt, 0) << profile.name;
        EXPECT_GT(profile.busyPowerWatt, profile.idlePowerWatt) << profile.name;
        EXPECT_TRUE(profile.fixedCost.IsStrictlyPositive()) << profile.name;
        slower = profile.realRate;
    }
    EXPECT_EQ(names,
              (std::set<std::string>{"cortex-m4",
                                     "cortex-m7",
                                     "raspberry-pi-3",
                                     "raspberry-pi-4",
                                     "jetson-nano",
                                     "edge-server",
                                     "gpu-server"}));
}

TEST(ProcessorProfiles, SayWhereEachFigureComesFrom)
{
    for (const ProcessorProfile& profile : GetProcessorProfiles())
    {
        EXPECT_NE(profile.source.find("assumed: "), std::string::npos) << profile.name;
    }
}

// 4.505 and 18.2 inferences per second of 12.5 million operations.
TEST(ProcessorProfiles, MicrocontrollersFollowTheirBenchmark)
{
    EXPECT_NEAR(FindProcessorProfile("cortex-m4")->realRate, 4.505 * 12.5e6, 0.5e6);
    EXPECT_NEAR(FindProcessorProfile("cortex-m4")->busyPowerWatt, 4.505 * 17315e-6, 0.5e-3);
    EXPECT_NEAR(FindProcessorProfile("cortex-m7")->realRate, 18.2 * 12.5e6, 0.6e6);
    EXPECT_NEAR(FindProcessorProfile("cortex-m7")->busyPowerWatt, 18.2 * 7615e-6, 0.5e-3);
}

// Frames per second of ResNet-50, 4.1 thousand million operations each.
TEST(ProcessorProfiles, ComputersFollowResNet)
{
    EXPECT_NEAR(FindProcessorProfile("raspberry-pi-3")->realRate, 1.4 * 4.1e9, 0.1e9);
    EXPECT_NEAR(FindProcessorProfile("raspberry-pi-4")->realRate, 3 * 1.4 * 4.1e9, 0.3e9);
    EXPECT_NEAR(FindProcessorProfile("jetson-nano")->realRate, 36 * 4.1e9, 0.5e9);
    // 12.34 frames per second of 0.154 mWh.
    EXPECT_NEAR(FindProcessorProfile("jetson-nano")->busyPowerWatt, 12.34 * 0.154 * 3.6, 0.05);
}

TEST(ProcessorProfiles, UnknownNameIsNull)
{
    EXPECT_EQ(FindProcessorProfile("cortex"), nullptr);
}
