// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_IPV4_LAYER_H
#define SIMULATOR_IPV4_LAYER_H

#include "simulator/transports/network-layer.h"

namespace simulator
{

/// ns-3's IPv4 with static routes only.
extern const NetworkLayer ipv4Layer;

} // namespace simulator

#endif // SIMULATOR_IPV4_LAYER_H
