// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_FIT_H
#define SIMULATOR_NETWORK_FIT_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-description.h"
#include "simulator/links/link-type.h"
#include "simulator/scenario/scenario.h"
#include "simulator/transports/transport-type.h"

#include <map>
#include <string>

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

/// Checks that a link of this type carries what a transport sends.
/// \param link local, edge, metro, backhaul
/// \throw nn::InputError with the place of the transport
void CheckCargo(const Scenario& scenario,
                const std::string& link,
                const LinkType& type,
                const TransportType& transport);

/// Checks that all links carry the same kind of IP: all nodes use one.
/// \param types of the links, by name
/// \throw nn::InputError with the place of the type
void CheckFamilies(const Scenario& scenario, const std::map<std::string, LinkType>& types);

} // namespace simulator

#endif // SIMULATOR_NETWORK_FIT_H
