// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_FIT_H
#define SIMULATOR_NETWORK_FIT_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// Whether the scenario can be built around this network: the gateway and the edge it names exist.
/// \throw nn::InputError with the place in the scenario file
void CheckFit(const Scenario& scenario, const nn::NetworkDescription& network);

/// Whether the network can work on this data set: cameras, classes, and shape of a view.
/// \throw nn::InputError with the place in the scenario file
void CheckFit(const Scenario& scenario,
              const nn::NetworkDescription& network,
              const nn::MultiViewDataSet& dataset);

} // namespace simulator

#endif // SIMULATOR_NETWORK_FIT_H
