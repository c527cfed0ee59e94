// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_WARNINGS_H
#define SIMULATOR_RUN_WARNINGS_H

#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"

#include <string>
#include <vector>

namespace simulator
{

/// What the user should know about a run that is over, a line each.
std::vector<std::string> FindWarnings(const Scenario& scenario, const Deployment& deployment);

} // namespace simulator

#endif // SIMULATOR_RUN_WARNINGS_H
