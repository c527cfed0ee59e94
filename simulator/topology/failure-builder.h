// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_BUILDER_H
#define SIMULATOR_FAILURE_BUILDER_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"

namespace simulator
{

/// Makes the failures of a deployment. The scenario has passed CheckFailures.
void BuildFailures(const Scenario& scenario,
                   const nn::NetworkDescription& network,
                   Deployment& deployment);

} // namespace simulator

#endif // SIMULATOR_FAILURE_BUILDER_H
