// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DEPLOYMENT_BUILDER_H
#define SIMULATOR_DEPLOYMENT_BUILDER_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"

namespace simulator
{

/// Makes the ns-3 objects of a scenario. Nothing happens until its warm-up is started. The
/// arguments must outlive the run. The scenario must fit the network (CheckFit).
Deployment BuildDeployment(const Scenario& scenario,
                           const nn::NetworkInference& network,
                           const nn::MultiViewDataSet& dataset);

} // namespace simulator

#endif // SIMULATOR_DEPLOYMENT_BUILDER_H
