// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/address-plan.h"

#include "nn/input-error.h"

namespace simulator
{

AddressBlock
AddressPlan::Allocate(std::uint32_t addresses)
{
    constexpr std::uint64_t end = 0x0b000000;
    std::uint64_t size = LinkAddresses::perLink;
    while (size < addresses)
    {
        size *= 2;
    }
    const std::uint64_t first = (m_next + size - 1) / size * size;
    if (first + size > end)
    {
        throw nn::InputError("the deployment needs more than the 16777216 addresses of 10.0.0.0/8, "
                             "expected fewer sites or devices");
    }
    m_next = first + size;
    return {ns3::Ipv4Address(static_cast<std::uint32_t>(first)),
            ns3::Ipv4Mask(static_cast<std::uint32_t>(~(size - 1)))};
}

LinkAddresses::LinkAddresses(const AddressBlock& block) : m_network(block.network.Get() - perLink)
{
}

void
LinkAddresses::NextLink()
{
    m_network += perLink;
}

ns3::Ipv4Address
LinkAddresses::GetUpper() const
{
    return ns3::Ipv4Address(m_network + 1);
}

ns3::Ipv4Address
LinkAddresses::GetLower() const
{
    return ns3::Ipv4Address(m_network + 2);
}

ns3::Ipv4Mask
LinkAddresses::GetMask()
{
    return ns3::Ipv4Mask(~(perLink - 1));
}

} // namespace simulator
