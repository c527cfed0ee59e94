// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SIMULATION_H
#define SIMULATOR_SIMULATION_H

#include "analysis/records.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// One simulation, from nothing to its records. Only one per process: ns-3 keeps state (numbers of
/// random streams, defaults) from one run to the next.
/// \param replication ns-3's run number
/// \param outputPrefix of the paths of what scenario.outputs asks for; empty: nothing is written
/// \param stories samples that are recorded in detail, at most
analysis::RunRecord Simulate(const Scenario& scenario,
                             const nn::NetworkInference& network,
                             const nn::MultiViewDataSet& dataset,
                             std::uint32_t replication,
                             const std::string& outputPrefix = {},
                             std::size_t stories = 0);

} // namespace simulator

#endif // SIMULATOR_SIMULATION_H
