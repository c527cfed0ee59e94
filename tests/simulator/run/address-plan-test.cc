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

TEST(LinkAddresses, TwoHostsPerLink)
{
    AddressPlan plan;
    LinkAddresses link(plan.Allocate(8));
    link.NextLink();
    EXPECT_EQ(link.GetUpper(), ns3::Ipv4Address("10.0.0.1"));
    EXPECT_EQ(link.GetLower(), ns3::Ipv4Address("10.0.0.2"));
    link.NextLink();
    EXPECT_EQ(link.GetUpper(), ns3::Ipv4Address("10.0.0.5"));
}
