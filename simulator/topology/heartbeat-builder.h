// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_HEARTBEAT_BUILDER_H
#define SIMULATOR_HEARTBEAT_BUILDER_H

#include "simulator/topology/site-network.h"

namespace simulator
{

/// Lets the gateways of a site watch those edges that have a standby, and the takeover of the site
/// do what follows from it.
/// \param takeover null: no edge has one
void BuildHeartbeats(const Scenario& scenario,
                     const NetworkLayer& layer,
                     const SiteNetwork& nodes,
                     const std::shared_ptr<EdgeTakeover>& takeover,
                     Deployment& deployment);

} // namespace simulator

#endif // SIMULATOR_HEARTBEAT_BUILDER_H
