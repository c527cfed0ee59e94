// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/interface-profiles.h"

#include <gtest/gtest.h>

#include <set>

using namespace simulator;

TEST(InterfaceProfiles, FollowTheirDataSheets)
{
    // Supply voltage x current.
    const InterfaceProfile& ethernet = *FindInterfaceProfile("ethernet-10");
    EXPECT_DOUBLE_EQ(ethernet.idlePowerWatt, 3.3 * 120e-3);
    EXPECT_DOUBLE_EQ(ethernet.idlePowerWatt + ethernet.sendPowerWatt, 3.3 * 160e-3);
    const InterfaceProfile& cc2420 = *FindInterfaceProfile("cc2420");
    EXPECT_DOUBLE_EQ(cc2420.sendPowerWatt, 3 * 17.4e-3);
    EXPECT_DOUBLE_EQ(cc2420.receivePowerWatt, 3 * 18.8e-3);
    EXPECT_DOUBLE_EQ(cc2420.idlePowerWatt, 3 * 426e-6);
    const InterfaceProfile& wifi = *FindInterfaceProfile("wifi-ns3");
    EXPECT_DOUBLE_EQ(wifi.sendPowerWatt, 3 * 0.380);
    EXPECT_DOUBLE_EQ(wifi.receivePowerWatt, 3 * 0.313);
    EXPECT_DOUBLE_EQ(wifi.idlePowerWatt, 3 * 0.273);
    EXPECT_DOUBLE_EQ(*wifi.sleepPowerWatt, 3 * 0.033);
    const InterfaceProfile& lte = *FindInterfaceProfile("lte-2012");
    EXPECT_DOUBLE_EQ(*lte.sendJoulesPerBit * 1e6, 0.43839); // at 1 Mbit/s, in W
    EXPECT_DOUBLE_EQ(*lte.receiveJoulesPerBit * 1e6, 0.05197);
    EXPECT_DOUBLE_EQ(*lte.connectedPowerWatt, 1.288);
    EXPECT_EQ(*lte.tail, ns3::MilliSeconds(11600));
}

TEST(InterfaceProfiles, NoneIsForNothing)
{
    std::set<std::string> names;
    for (const InterfaceProfile& profile : GetInterfaceProfiles())
    {
        EXPECT_TRUE(names.insert(profile.name).second) << profile.name;
        EXPECT_GT(profile.idlePowerWatt, 0) << profile.name;
        EXPECT_TRUE(profile.sendPowerWatt > 0 || profile.sendJoulesPerBit ||
                    profile.source.find("sending and receiving are part of idle") !=
                        std::string::npos)
            << profile.name;
        EXPECT_FALSE(profile.source.empty()) << profile.name;
    }
    EXPECT_EQ(FindInterfaceProfile("ethernet"), nullptr);
}
