// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_BACKGROUND_TRAFFIC_H
#define SIMULATOR_BACKGROUND_TRAFFIC_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"
#include "simulator/transports/network-layer.h"

namespace simulator
{

/// Whether the nodes that exchange background traffic are there, and the transport lets it pass.
/// \throw nn::InputError with the place in the scenario file
void CheckBackground(const Scenario& scenario, const nn::NetworkDescription& network);

/// Makes the flows of background traffic between the nodes of a deployment.
/// \param layer that the deployment is made with
void BuildBackground(const Scenario& scenario, const NetworkLayer& layer, Deployment& deployment);

} // namespace simulator

#endif // SIMULATOR_BACKGROUND_TRAFFIC_H
