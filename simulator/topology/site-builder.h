// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_BUILDER_H
#define SIMULATOR_SITE_BUILDER_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/topology/edge-takeover.h"
#include "simulator/topology/section-partitions.h"
#include "simulator/topology/site-network.h"
#include "simulator/topology/view-source.h"

namespace simulator
{

/// Puts the applications of one site onto its nodes and connects them.
class SiteBuilder
{
  public:
    /// What a site is made from. The partitions and the nodes must outlive the builder, the others
    /// the run.
    struct Parts
    {
        const Scenario& scenario;
        const nn::NetworkInference& network;
        const SectionPartitions& partitions;
        const nn::MultiViewDataSet& dataset;
        const SiteNetwork& nodes;
    };

    SiteBuilder(const Parts& parts, std::uint32_t site);

    /// \param cloud where the last tier's features go
    DeployedSite Build(const DeployedNode& cloud);

    /// Where the answers of the site go.
    ns3::ddnn::Endpoint GetGateway() const;

  private:
    using Endpoints = std::vector<ns3::ddnn::Endpoint>;

    void BuildClock(DeployedSite& built) const;
    void BuildDevices(DeployedSite& built);
    void BuildEdges(DeployedSite& built);
    /// \param host the edge itself, or who stands by for it
    void BuildSection(std::size_t edge, const DeployedNode& host, std::uint16_t port);
    void BuildStandbys(DeployedSite& built, const DeployedNode& cloud);
    EdgeTakeover::Place GetStandbyPlace(std::size_t group, const DeployedNode& host) const;
    void BuildExits(DeployedSite& built);
    void BuildExit(DeployedSite& built, ns3::ddnn::Tier tier, const ns3::ddnn::Endpoint& place);
    ns3::ddnn::Endpoint GetExit(ns3::ddnn::Tier tier) const;
    Endpoints GetSections(ns3::ddnn::Tier tier) const;
    /// Who keeps the features of a tier until its exit has decided.
    Endpoints GetHolders(ns3::ddnn::Tier tier) const;
    /// Whether these are the edges.
    bool HoldsOnEdges(ns3::ddnn::Tier tier) const;
    std::size_t GetGroup(int device) const;
    ns3::ddnn::Endpoint GetParentOfDevice(int device) const;

    const Scenario& m_scenario;
    const nn::NetworkInference& m_network;
    const SectionPartitions& m_partitions;
    const nn::MultiViewDataSet& m_dataset;
    const SiteNetwork& m_nodes;
    std::uint32_t m_site;
    ns3::ddnn::Endpoint m_cloud;
    EdgeTakeover::Applications m_applications;
};

} // namespace simulator

#endif // SIMULATOR_SITE_BUILDER_H
