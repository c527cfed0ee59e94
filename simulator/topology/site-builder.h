// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_BUILDER_H
#define SIMULATOR_SITE_BUILDER_H

#include "models/ddnn-input-collector.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
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
    DeployedSite Build(const ns3::Ptr<ns3::Node>& cloud);

    /// Where the answers of the site go.
    ns3::ddnn::Endpoint GetGateway() const;

  private:
    using Endpoints = std::vector<ns3::ddnn::Endpoint>;

    void BuildClock(DeployedSite& built) const;
    void BuildDevices(DeployedSite& built) const;
    void BuildEdges(DeployedSite& built) const;
    void BuildExits(DeployedSite& built) const;
    void BuildExit(DeployedSite& built, ns3::ddnn::Tier tier) const;
    ns3::ddnn::Endpoint GetExit(ns3::ddnn::Tier tier) const;
    Endpoints GetSections(ns3::ddnn::Tier tier) const;
    /// Who keeps the features of a tier until its exit has decided.
    Endpoints GetHolders(ns3::ddnn::Tier tier) const;
    ns3::ddnn::Endpoint GetParentOfDevice(int device) const;

    const Scenario& m_scenario;
    const nn::NetworkInference& m_network;
    const SectionPartitions& m_partitions;
    const nn::MultiViewDataSet& m_dataset;
    const SiteNetwork& m_nodes;
    std::uint32_t m_site;
    ns3::ddnn::Endpoint m_cloud;
};

/// A collector with the waiting rule of the scenario.
ns3::Ptr<ns3::ddnn::InputCollector> MakeCollector(const Scenario& scenario,
                                                  const WaitSettings& wait);

/// Sets what all section and device applications take from the scenario.
void ConfigureTier(const ns3::Ptr<ns3::ddnn::TierApplication>& application,
                   const Scenario& scenario,
                   const ns3::ddnn::TierApplication::Identity& identity);

} // namespace simulator

#endif // SIMULATOR_SITE_BUILDER_H
