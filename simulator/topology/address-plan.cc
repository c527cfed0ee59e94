// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/address-plan.h"

#include "nn/input-error.h"

namespace simulator
{

namespace
{

constexpr std::uint64_t smallestBlock = 4;

std::uint64_t
RoundUp(std::uint64_t addresses)
{
    std::uint64_t size = smallestBlock;
    while (size < addresses)
    {
        size *= 2;
    }
    return size;
}

} // namespace

ns3::Ipv4Address
AddressBlock::GetHost(std::uint32_t host) const
{
    return ns3::Ipv4Address(network.Get() + 1 + host);
}

AddressPlan::AddressPlan() : m_next(0x0a000000), m_end(0x0b000000) {}

AddressPlan::AddressPlan(const AddressBlock& block)
    : m_next(block.network.Get()), m_end(m_next + block.mask.GetInverse() + 1)
{
}

std::uint32_t
AddressPlan::GetLinkSize(std::uint32_t hosts)
{
    return static_cast<std::uint32_t>(RoundUp(std::uint64_t{hosts} + 2));
}

AddressBlock
AddressPlan::Allocate(std::uint32_t addresses)
{
    const std::uint64_t size = RoundUp(addresses);
    const std::uint64_t first = (m_next + size - 1) / size * size;
    if (first + size > m_end)
    {
        throw nn::InputError("the deployment needs more than the 16777216 addresses of 10.0.0.0/8, "
                             "expected fewer sites or devices");
    }
    m_next = first + size;
    return {ns3::Ipv4Address(static_cast<std::uint32_t>(first)),
            ns3::Ipv4Mask(static_cast<std::uint32_t>(~(size - 1)))};
}

} // namespace simulator
