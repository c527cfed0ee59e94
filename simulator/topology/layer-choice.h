// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LAYER_CHOICE_H
#define SIMULATOR_LAYER_CHOICE_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"
#include "simulator/transports/network-layer.h"

#include <string>
#include <vector>

namespace simulator
{

/// The links of the scenario that the deployment of a network has: local, backhaul, edge, metro,
/// spare.
std::vector<std::string> GetUsedLinks(const Scenario& scenario,
                                      const nn::NetworkDescription& network);

/// What brings the packets of the scenario's transport over all links of the deployment: IPv4, or
/// IPv6 if one of them carries nothing else, or what is below the transport if it needs no IP.
const NetworkLayer& ChooseLayer(const Scenario& scenario, const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_LAYER_CHOICE_H
