// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SHORT_WAITS_H
#define SIMULATOR_SHORT_WAITS_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// A sentence about each wait that is not longer than one below it, with its place. An edge of
/// which a device is dead passes its samples on `waits.edge.time` later than the other edges: who
/// waits for all edges and has no more time than that gives up those that are alive.
std::vector<std::string> FindShortWaits(const Scenario& scenario,
                                        const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_SHORT_WAITS_H
