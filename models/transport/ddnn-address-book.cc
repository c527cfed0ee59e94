// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-address-book.h"

#include <ns3/inet-socket-address.h>
#include <ns3/inet6-socket-address.h>

namespace ns3::ddnn
{

AddressBook::AddressBook(IpFamily family) : m_family(family) {}

Address
AddressBook::GetSocketAddress(std::uint32_t node, std::uint16_t port) const
{
    const Ipv4Address address = Get(node);
    if (m_family == IpFamily::Ipv4)
    {
        return InetSocketAddress(address, port);
    }
    return Inet6SocketAddress(MapToIpv6(address), port);
}

Address
AddressBook::GetAnyAddress(std::uint16_t port) const
{
    if (m_family == IpFamily::Ipv4)
    {
        return InetSocketAddress(Ipv4Address::GetAny(), port);
    }
    return Inet6SocketAddress(Ipv6Address::GetAny(), port);
}

std::uint32_t
AddressBook::GetOwner(const Address& socketAddress) const
{
    const Ipv4Address address =
        m_family == IpFamily::Ipv4
            ? InetSocketAddress::ConvertFrom(socketAddress).GetIpv4()
            : MapToIpv4(Inet6SocketAddress::ConvertFrom(socketAddress).GetIpv6());
    return m_owners.at(address.Get());
}

} // namespace ns3::ddnn
