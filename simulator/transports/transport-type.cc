// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/transport-type.h"

#include "simulator/scenario/get-names.h"
#include "simulator/transports/link-transport-type.h"
#include "simulator/transports/tcp-transport-type.h"
#include "simulator/transports/udp-transport-type.h"

#include <stdexcept>

namespace simulator
{

const std::vector<TransportType>&
GetTransportTypes()
{
    static const std::vector<TransportType> types = {
        udpTransportType,
        tcpTransportType,
        linkTransportType,
    };
    return types;
}

std::vector<std::string>
GetTransportTypeNames()
{
    return GetNames(GetTransportTypes());
}

const TransportType&
GetTransportType(const std::string& name)
{
    for (const TransportType& type : GetTransportTypes())
    {
        if (name == type.name)
        {
            return type;
        }
    }
    throw std::out_of_range("no transport " + name);
}

} // namespace simulator
