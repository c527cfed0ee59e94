// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_ADDRESS_PLAN_H
#define SIMULATOR_ADDRESS_PLAN_H

#include <ns3/ipv4-address.h>

#include <cstdint>

namespace simulator
{

/// A range of addresses that one route can name.
struct AddressBlock
{
    ns3::Ipv4Address network;
    ns3::Ipv4Mask mask;
};

/// Hands out addresses of 10.0.0.0/8 in order.
class AddressPlan
{
  public:
    /// The smallest block of at least so many addresses; aligned, so that it has one prefix.
    /// \throw nn::InputError if 10.0.0.0/8 is used up
    AddressBlock Allocate(std::uint32_t addresses);

  private:
    std::uint64_t m_next = 0x0a000000;
};

/// Hands out the /30 networks of point-to-point links within a block.
class LinkAddresses
{
  public:
    /// Addresses of one link with four addresses: two hosts.
    static constexpr std::uint32_t perLink = 4;

    explicit LinkAddresses(const AddressBlock& block);
    /// Goes to the next network.
    void NextLink();
    ns3::Ipv4Address GetUpper() const;
    ns3::Ipv4Address GetLower() const;
    static ns3::Ipv4Mask GetMask();

  private:
    std::uint32_t m_network;
};

} // namespace simulator

#endif // SIMULATOR_ADDRESS_PLAN_H
