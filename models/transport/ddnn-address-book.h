// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_ADDRESS_BOOK_H
#define DDNN_ADDRESS_BOOK_H

#include "models/transport/ddnn-ip-family.h"

#include <ns3/address.h>
#include <ns3/ipv4-address.h>
#include <ns3/simple-ref-count.h>

#include <cstdint>
#include <unordered_map>

namespace ns3::ddnn
{

/// The address under which each node is reached, and which node every address belongs to. Nodes are
/// named by their number. Entries are IPv4 addresses, whichever family the sockets are of: over
/// IPv6, MapToIpv6 says what stands in their place.
class AddressBook : public SimpleRefCount<AddressBook>
{
  public:
    explicit AddressBook(IpFamily family = IpFamily::Ipv4);

    IpFamily GetFamily() const
    {
        return m_family;
    }

    /// \param address the one to reach the node by; one of its own
    void Set(std::uint32_t node, Ipv4Address address)
    {
        m_addresses[node] = address;
        SetOwner(address, node);
    }

    /// Of an address by which the node is not reached, but may appear.
    void SetOwner(Ipv4Address address, std::uint32_t node)
    {
        m_owners[address.Get()] = node;
    }

    /// \throw std::out_of_range if the node has no address
    Ipv4Address Get(std::uint32_t node) const
    {
        return m_addresses.at(node);
    }

    /// Where a socket sends to.
    /// \throw std::out_of_range if the node has no address
    Address GetSocketAddress(std::uint32_t node, std::uint16_t port) const;
    /// What a socket is bound to that listens on all addresses of its node.
    Address GetAnyAddress(std::uint16_t port) const;
    /// The node that a socket hears from.
    /// \throw std::out_of_range if the address is nobody's
    std::uint32_t GetOwner(const Address& socketAddress) const;

  private:
    IpFamily m_family;
    std::unordered_map<std::uint32_t, Ipv4Address> m_addresses;
    std::unordered_map<std::uint32_t, std::uint32_t> m_owners;
};

} // namespace ns3::ddnn

#endif // DDNN_ADDRESS_BOOK_H
