// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/topology/address-plan.h"

#include <gtest/gtest.h>

using namespace simulator;

TEST(AddressPlan, BlocksAreAlignedAndDisjoint)
{
    AddressPlan plan;
    const AddressBlock a = plan.Allocate(4);
    const AddressBlock b = plan.Allocate(28); // 7 links: 32 addresses
    const AddressBlock c = plan.Allocate(4);
    EXPECT_EQ(a.network, ns3::Ipv4Address("10.0.0.0"));
    EXPECT_EQ(a.mask, ns3::Ipv4Mask("/30"));
    EXPECT_EQ(b.network, ns3::Ipv4Address("10.0.0.32"));
    EXPECT_EQ(b.mask, ns3::Ipv4Mask("/27"));
    EXPECT_EQ(c.network, ns3::Ipv4Address("10.0.0.64"));
}

TEST(AddressPlan, SaysWhenAddressesRunOut)
{
    AddressPlan plan;
    plan.Allocate(1U << 23);
    plan.Allocate(1U << 23);
    EXPECT_THROW(plan.Allocate(4), nn::InputError);
}

TEST(AddressPlan, ALinkHasRoomForItsHostsItsNetworkAndBroadcast)
{
    EXPECT_EQ(AddressPlan::GetLinkSize(2), 4U);
    EXPECT_EQ(AddressPlan::GetLinkSize(3), 8U);
    EXPECT_EQ(AddressPlan::GetLinkSize(6), 8U);
    EXPECT_EQ(AddressPlan::GetLinkSize(7), 16U);
}

TEST(AddressPlan, APartIsHandedOutAndNoMore)
{
    AddressPlan plan;
    plan.Allocate(4);
    AddressPlan part(plan.Allocate(8)); // 10.0.0.8 to 10.0.0.15
    part.Allocate(4);
    const AddressBlock second = part.Allocate(4);
    EXPECT_EQ(second.GetHost(0), ns3::Ipv4Address("10.0.0.13"));
    EXPECT_EQ(second.GetHost(1), ns3::Ipv4Address("10.0.0.14"));
    EXPECT_THROW(part.Allocate(4), nn::InputError);
}
