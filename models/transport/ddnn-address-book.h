// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_ADDRESS_BOOK_H
#define DDNN_ADDRESS_BOOK_H

#include <ns3/ipv4-address.h>
#include <ns3/simple-ref-count.h>

#include <cstdint>
#include <unordered_map>

namespace ns3::ddnn
{

/// The address under which each node is reached: node number to IPv4 address.
class AddressBook : public SimpleRefCount<AddressBook>
{
  public:
    void Set(std::uint32_t node, Ipv4Address address)
    {
        m_addresses[node] = address;
    }

    /// \throw std::out_of_range if the node has no address
    Ipv4Address Get(std::uint32_t node) const
    {
        return m_addresses.at(node);
    }

  private:
    std::unordered_map<std::uint32_t, Ipv4Address> m_addresses;
};

} // namespace ns3::ddnn

#endif // DDNN_ADDRESS_BOOK_H
