// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_TRANSPORT_TYPE_H
#define SIMULATOR_LINK_TRANSPORT_TYPE_H

#include "simulator/transports/transport-type.h"

namespace simulator
{

extern const TransportType linkTransportType;

} // namespace simulator

#endif // SIMULATOR_LINK_TRANSPORT_TYPE_H
