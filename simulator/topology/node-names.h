// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NODE_NAMES_H
#define SIMULATOR_NODE_NAMES_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// Name of a node or link of a site: "device-3", "site-2/device-3" if there are several sites.
/// \param site from 0; \param index from 0
/// \param sites how many there are
std::string MakeSiteName(std::size_t sites,
                         std::uint32_t site,
                         const std::string& kind,
                         std::size_t index);
std::string MakeSiteName(const Scenario& scenario,
                         std::uint32_t site,
                         const std::string& kind,
                         std::size_t index);

/// The names of all nodes that the scenario will have with a network.
std::vector<std::string> GetNodeNames(const Scenario& scenario,
                                      const nn::NetworkDescription& network);

/// The names of all links that the scenario will have with a network.
std::vector<std::string> GetLinkNames(const Scenario& scenario,
                                      const nn::NetworkDescription& network);

/// What a name of a node or link is made of: "site-2/device-3" of site 1, kind "device", index 2.
struct NameParts
{
    std::uint32_t site = 0; //!< from 0; of the only site, and of the cloud: 0
    std::string kind;
    std::uint32_t index = 0; //!< from 0; of the cloud: 0
};

/// \param name of GetNodeNames or GetLinkNames
NameParts SplitName(const std::string& name);

} // namespace simulator

#endif // SIMULATOR_NODE_NAMES_H
