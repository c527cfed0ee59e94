// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_ENDPOINTS_H
#define SIMULATOR_SITE_ENDPOINTS_H

#include "nn/network/network-description.h"
#include "simulator/topology/edge-takeover.h"
#include "simulator/topology/site-network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace simulator
{

/// Where the applications of one site are spoken to, as long as nothing has failed.
class SiteEndpoints
{
  public:
    using Endpoint = ns3::ddnn::Endpoint;
    using Endpoints = std::vector<Endpoint>;
    using Tier = ns3::ddnn::Tier;

    /// All must outlive this.
    SiteEndpoints(const Scenario& scenario,
                  const nn::NetworkDescription& network,
                  const SiteNetwork& nodes,
                  const DeployedNode& cloud);

    /// Where the answers of the site go.
    Endpoint GetGateway() const;
    Endpoint GetCloud() const;
    Endpoint GetExit(Tier tier) const;
    /// Devices or edges.
    Endpoints GetSections(Tier tier) const;
    /// Who keeps the features of a tier until its exit has decided.
    Endpoints GetHolders(Tier tier) const;
    /// Whether these are the edges.
    bool HoldsOnEdges(Tier tier) const;
    /// Whom a device sends its features to: its edge, or the cloud.
    Endpoint GetParentOfDevice(int device) const;
    /// Index of the group that a device belongs to; there must be edges.
    std::size_t GetGroup(int device) const;
    /// Where a node stands by for an edge.
    EdgeTakeover::Place GetStandby(std::uint32_t site,
                                   std::size_t group,
                                   const DeployedNode& host) const;

  private:
    const Scenario& m_scenario;
    const nn::NetworkDescription& m_network;
    const SiteNetwork& m_nodes;
    const DeployedNode& m_cloud;
};

} // namespace simulator

#endif // SIMULATOR_SITE_ENDPOINTS_H
