// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-ip-family.h"

#include <array>
#include <cstdint>

namespace ns3::ddnn
{

namespace
{

// Bytes of the IPv6 address that hold those of the IPv4 address.
constexpr std::array<std::size_t, 4> places = {6, 7, 14, 15};

} // namespace

Ipv6Address
MapToIpv6(Ipv4Address address)
{
    std::array<std::uint8_t, 16> bytes = {0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe};
    std::array<std::uint8_t, 4> old{};
    address.Serialize(old.data());
    for (std::size_t i = 0; i < old.size(); ++i)
    {
        bytes[places[i]] = old[i];
    }
    return Ipv6Address(bytes.data());
}

Ipv6Prefix
MapToIpv6(Ipv4Mask mask)
{
    // Bits before the upper and before the lower half of the IPv4 address.
    constexpr std::uint16_t upperPlace = 48;
    constexpr std::uint16_t lowerPlace = 112 - 16;
    const std::uint16_t length = mask.GetPrefixLength();
    if (length == 0)
    {
        return Ipv6Prefix::GetZero();
    }
    return Ipv6Prefix(static_cast<std::uint8_t>(length + (length <= 16 ? upperPlace : lowerPlace)));
}

Ipv4Address
MapToIpv4(Ipv6Address address)
{
    std::array<std::uint8_t, 16> bytes{};
    address.GetBytes(bytes.data());
    std::uint32_t old = 0;
    for (const std::size_t place : places)
    {
        old = old << 8 | bytes[place];
    }
    return Ipv4Address(old);
}

} // namespace ns3::ddnn
