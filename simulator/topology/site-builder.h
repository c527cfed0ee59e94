// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_BUILDER_H
#define SIMULATOR_SITE_BUILDER_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/topology/edge-takeover.h"
#include "simulator/topology/section-partitions.h"
#include "simulator/topology/site-endpoints.h"
#include "simulator/topology/site-network.h"
#include "simulator/topology/view-source.h"

namespace simulator
{

/// Puts the applications of one site onto its nodes and connects them.
class SiteBuilder
{
  public:
    /// What a site is made from. The scenario, the network and the data set must outlive the run,
    /// the others the builder.
    struct Parts
    {
        const Scenario& scenario;
        const nn::NetworkInference& network;
        const SectionPartitions& partitions;
        const nn::MultiViewDataSet& dataset;
        const SiteNetwork& nodes;
        const DeployedNode& cloud;
        const SiteEndpoints& endpoints;
    };

    SiteBuilder(const Parts& parts, std::uint32_t site);

    DeployedSite Build();

  private:
    void BuildClock(DeployedSite& built) const;
    void BuildDevices(DeployedSite& built);
    void BuildEdges(DeployedSite& built);
    /// \param host the edge itself, or who stands by for it
    void BuildSection(std::size_t edge, const DeployedNode& host, std::uint16_t port);
    void BuildStandbys(DeployedSite& built);
    void BuildExits(DeployedSite& built);
    void BuildExit(DeployedSite& built, ns3::ddnn::Tier tier, const ns3::ddnn::Endpoint& place);

    const Scenario& m_scenario;
    const nn::NetworkInference& m_network;
    const SectionPartitions& m_partitions;
    const nn::MultiViewDataSet& m_dataset;
    const SiteNetwork& m_nodes;
    const DeployedNode& m_cloud;
    const SiteEndpoints& m_endpoints;
    std::uint32_t m_site;
    EdgeTakeover::Applications m_applications;
};

} // namespace simulator

#endif // SIMULATOR_SITE_BUILDER_H
