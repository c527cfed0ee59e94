// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TCP_TRANSPORT_TYPE_H
#define SIMULATOR_TCP_TRANSPORT_TYPE_H

#include "simulator/transports/transport-type.h"

namespace simulator
{

extern const TransportType tcpTransportType;

} // namespace simulator

#endif // SIMULATOR_TCP_TRANSPORT_TYPE_H
