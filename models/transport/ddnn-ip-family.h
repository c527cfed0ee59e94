// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_IP_FAMILY_H
#define DDNN_IP_FAMILY_H

#include <ns3/ipv4-address.h>
#include <ns3/ipv6-address.h>

namespace ns3::ddnn
{

/// Which internet protocol brings messages from node to node. All nodes of a run use the same.
enum class IpFamily
{
    Ipv4,
    Ipv6
};

/// The place of an IPv4 address in IPv6: a.b.c.d, in hexadecimal AA.BB.CC.DD, is
/// fd00:0:0:AABB:0:ff:fe00:CCDD, an address that is unique locally (RFC 4193) and whose lower half
/// is as if made of the 16-bit address CCDD (RFC 4944, 6): 6LoWPAN compresses it to these two
/// bytes. Every block of IPv4 addresses stays one block.
Ipv6Address MapToIpv6(Ipv4Address address);

/// The prefix that the addresses of a block have in common. That of 0.0.0.0/0 is ::/0.
Ipv6Prefix MapToIpv6(Ipv4Mask mask);

/// The IPv4 address in the place of which this one stands.
Ipv4Address MapToIpv4(Ipv6Address address);

} // namespace ns3::ddnn

#endif // DDNN_IP_FAMILY_H
