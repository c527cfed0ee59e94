// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_ENERGY_RECORD_H
#define SIMULATOR_ENERGY_RECORD_H

#include "analysis/records.h"

#include <ns3/node.h>
#include <ns3/nstime.h>

namespace simulator
{

/// Enters what a node spent from the beginning until the end of a run, how long it was on, and its
/// battery.
/// \param end not before the last activity of the node
void FillEnergy(analysis::NodeRecord& row, const ns3::Ptr<ns3::Node>& node, ns3::Time end);

} // namespace simulator

#endif // SIMULATOR_ENERGY_RECORD_H
