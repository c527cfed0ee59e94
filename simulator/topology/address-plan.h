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

    /// Address of a host, from 0. On a link, the upper node is host 0.
    ns3::Ipv4Address GetHost(std::uint32_t host) const;
};

/// Hands out a range of addresses in order.
class AddressPlan
{
  public:
    /// All of 10.0.0.0/8.
    AddressPlan();
    /// A part of another plan.
    explicit AddressPlan(const AddressBlock& block);

    /// Addresses that a link takes: the smallest power of two with room for its hosts, the
    /// network's own address and broadcast. Two hosts take four.
    static std::uint32_t GetLinkSize(std::uint32_t hosts);

    /// The smallest block of at least so many addresses; aligned, so that it has one prefix.
    /// \throw nn::InputError if the plan is used up
    AddressBlock Allocate(std::uint32_t addresses);

  private:
    std::uint64_t m_next;
    std::uint64_t m_end;
};

} // namespace simulator

#endif // SIMULATOR_ADDRESS_PLAN_H
