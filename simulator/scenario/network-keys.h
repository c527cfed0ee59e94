// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_KEYS_H
#define SIMULATOR_NETWORK_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/network-parser.h"

namespace simulator
{

/// The paper's network for six cameras on one gateway, without edges (Figure 2 (c)).
NetworkPlan MakeDefaultNetworkPlan();

/// All keys of a network file, bound to the members of a plan, which must outlive the table.
/// Numbers of cameras and devices count from 1 in the file, from 0 in the plan.
KeyTable MakeNetworkKeys(NetworkPlan& plan);

} // namespace simulator

#endif // SIMULATOR_NETWORK_KEYS_H
