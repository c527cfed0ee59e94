// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_IPV6_LAYER_H
#define SIMULATOR_IPV6_LAYER_H

#include "simulator/transports/network-layer.h"

namespace simulator
{

/// ns-3's IPv6 with static routes only, for deployments with a link that carries nothing else.
/// Addresses are those of IPv4 in the places of MapToIpv6.
///
/// Neighbours are asked for at once, without duplicate address detection (the plan gives no address
/// twice); no node asks for routers. Neighbours that are known at the end of the warm-up stay known
/// for the whole run, as with ARP: ns-3 would ask again for each of them every 30 s, where real
/// hosts learn from the traffic above that a neighbour is there.
///
/// On 6LoWPAN, the short address of a node is the last two bytes of its IPv6 address, and all know
/// the first 64 bits as context 0. So the addresses of two neighbours take no bytes, and those of
/// other nodes two, if they are among the first 65536 of the deployment.
extern const NetworkLayer ipv6Layer;

} // namespace simulator

#endif // SIMULATOR_IPV6_LAYER_H
