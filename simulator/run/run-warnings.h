// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_WARNINGS_H
#define SIMULATOR_RUN_WARNINGS_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// What the user should know about a scenario before it is run, a line each.
/// \param scenario that has passed CheckFit
std::vector<std::string> FindWarnings(const Scenario& scenario,
                                      const nn::NetworkDescription& network);

/// What the user should know about a run that is over, a line each: also about its scenario, which
/// is then the same for all replications.
std::vector<std::string> FindWarnings(const Scenario& scenario,
                                      const nn::NetworkDescription& network,
                                      const Deployment& deployment);

} // namespace simulator

#endif // SIMULATOR_RUN_WARNINGS_H
