// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_UDP_TRANSPORT_TYPE_H
#define SIMULATOR_UDP_TRANSPORT_TYPE_H

#include "simulator/transports/transport-type.h"

namespace simulator
{

extern const TransportType udpTransportType;

} // namespace simulator

#endif // SIMULATOR_UDP_TRANSPORT_TYPE_H
