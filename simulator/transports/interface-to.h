// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_INTERFACE_TO_H
#define SIMULATOR_INTERFACE_TO_H

#include <ns3/abort.h>
#include <ns3/ptr.h>

#include <cstdint>

namespace simulator
{

/// Interface that is on the same link as an address. The last link made is asked first: most routes
/// are made right behind their link.
/// \tparam Ip ns3::Ipv4 or ns3::Ipv6
template <typename Ip, typename Address>
std::uint32_t
GetInterfaceTo(const ns3::Ptr<Ip>& ip, const Address& neighbour)
{
    for (std::uint32_t i = ip->GetNInterfaces(); i-- > 0;)
    {
        for (std::uint32_t k = 0; k < ip->GetNAddresses(i); ++k)
        {
            if (ip->GetAddress(i, k).IsInSameSubnet(neighbour))
            {
                return i;
            }
        }
    }
    NS_ABORT_MSG("a route whose next hop is on no link of the node");
}

} // namespace simulator

#endif // SIMULATOR_INTERFACE_TO_H
