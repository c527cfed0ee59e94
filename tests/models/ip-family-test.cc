// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-address-book.h"

#include <ns3/inet-socket-address.h>
#include <ns3/inet6-socket-address.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

TEST(IpFamily, AddressesHaveAPlaceInIpv6)
{
    // 10.1.2.3 is 0a.01.02.03 in hexadecimal.
    EXPECT_EQ(MapToIpv6(Ipv4Address("10.1.2.3")), Ipv6Address("fd00:0:0:a01:0:ff:fe00:203"));
    EXPECT_EQ(MapToIpv4(Ipv6Address("fd00:0:0:a01:0:ff:fe00:203")), Ipv4Address("10.1.2.3"));
}

TEST(IpFamily, BlocksOfAddressesStayBlocks)
{
    // The 16 upper bits end at bit 64 of the IPv6 address, the 16 lower ones at bit 128.
    EXPECT_EQ(MapToIpv6(Ipv4Mask("/0")).GetPrefixLength(), 0);
    EXPECT_EQ(MapToIpv6(Ipv4Mask("/8")).GetPrefixLength(), 56);
    EXPECT_EQ(MapToIpv6(Ipv4Mask("/16")).GetPrefixLength(), 64);
    EXPECT_EQ(MapToIpv6(Ipv4Mask("/17")).GetPrefixLength(), 113);
    EXPECT_EQ(MapToIpv6(Ipv4Mask("/30")).GetPrefixLength(), 126);
    for (const char* length : {"/8", "/15", "/16", "/17", "/24", "/30"})
    {
        const Ipv4Mask mask(length);
        const Ipv4Address first = Ipv4Address("10.77.99.201").CombineMask(mask);
        const Ipv4Address last(first.Get() | mask.GetInverse());
        const Ipv4Address next(last.Get() + 1);
        const Ipv6Prefix prefix = MapToIpv6(mask);
        EXPECT_TRUE(prefix.IsMatch(MapToIpv6(first), MapToIpv6(last))) << length;
        EXPECT_FALSE(prefix.IsMatch(MapToIpv6(first), MapToIpv6(next))) << length;
    }
}

TEST(IpFamily, TheAddressBookNamesSocketsOfItsFamily)
{
    for (const IpFamily family : {IpFamily::Ipv4, IpFamily::Ipv6})
    {
        AddressBook book(family);
        book.Set(7, Ipv4Address("10.0.0.1"));
        const Address socket = book.GetSocketAddress(7, 80);
        EXPECT_EQ(InetSocketAddress::IsMatchingType(socket), family == IpFamily::Ipv4);
        EXPECT_EQ(Inet6SocketAddress::IsMatchingType(socket), family == IpFamily::Ipv6);
        EXPECT_EQ(book.GetOwner(socket), 7U);
        EXPECT_THROW(book.GetSocketAddress(8, 80), std::out_of_range);
    }
}
