// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NODE_POWER_H
#define SIMULATOR_NODE_POWER_H

#include "models/ddnn-processor.h"
#include "simulator/links/medium.h"
#include "simulator/scenario/scenario.h"

#include <ns3/node.h>

#include <optional>

namespace simulator
{

/// Makes a node one that can go off and whose energy is accounted for, beginning with its
/// processor.
/// \param capacityJoules of its battery; none: mains
void InstallPower(const ns3::Ptr<ns3::Node>& node,
                  const ns3::Ptr<ns3::ddnn::Processor>& processor,
                  const ProcessorProfile& profile,
                  std::optional<double> capacityJoules);

/// Adds the devices of a medium to the accounts of their nodes; they go off with their nodes.
/// \param profile of the medium's kind
void InstallInterfacePower(const Medium& medium, const InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_NODE_POWER_H
