// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_PLAN_H
#define SIMULATOR_FAILURE_PLAN_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// What kinds of failures can be said to fail: nodes, links, cameras or processors by their names.
struct FailureCandidates
{
    std::vector<std::string> classes; //!< kinds of nodes or links
    std::vector<std::string> names;   //!< cameras and processors by those of their nodes
};

/// \param target node, link, camera, processor (FailureKind::target)
FailureCandidates GetFailureCandidates(const Scenario& scenario,
                                       const nn::NetworkDescription& network,
                                       const std::string& target);

/// Names of nodes or links that fail together.
using FailureUnit = std::vector<std::string>;

/// The units of a failure that has passed CheckFailures: one, or those of a class.
std::vector<FailureUnit> GetFailureUnits(const Scenario& scenario,
                                         const nn::NetworkDescription& network,
                                         const FailureSettings& failure);

} // namespace simulator

#endif // SIMULATOR_FAILURE_PLAN_H
