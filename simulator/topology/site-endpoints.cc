// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-endpoints.h"

#include <algorithm>

namespace simulator
{

namespace
{

/// Port of the first edge that stands by for another.
constexpr std::uint16_t firstStandbyPort = 10'000;

ns3::ddnn::Endpoint
GetSection(const DeployedNode& node)
{
    return {node.node->GetId(), ns3::ddnn::sectionPort};
}

} // namespace

SiteEndpoints::SiteEndpoints(const Scenario& scenario,
                             const nn::NetworkDescription& network,
                             const SiteNetwork& nodes,
                             const DeployedNode& cloud)
    : m_scenario(scenario), m_network(network), m_nodes(nodes), m_cloud(cloud)
{
}

SiteEndpoints::Endpoint
SiteEndpoints::GetGateway() const
{
    return {m_nodes.GetGateway(m_scenario.localExitGateway - 1).node->GetId(),
            ns3::ddnn::gatewayPort};
}

SiteEndpoints::Endpoint
SiteEndpoints::GetCloud() const
{
    return GetSection(m_cloud);
}

SiteEndpoints::Endpoint
SiteEndpoints::GetExit(Tier tier) const
{
    if (tier == Tier::Edge)
    {
        return {m_nodes.GetEdge(m_scenario.edgeExitEdge - 1).node->GetId(), ns3::ddnn::exitPort};
    }
    // A single device is its own local exit: its scores cross no link.
    const DeployedNode& host = m_network.GetDeviceCount() == 1
                                   ? m_nodes.GetDevice(0)
                                   : m_nodes.GetGateway(m_scenario.localExitGateway - 1);
    return {host.node->GetId(), ns3::ddnn::exitPort};
}

SiteEndpoints::Endpoints
SiteEndpoints::GetSections(Tier tier) const
{
    const bool isDevice = tier == Tier::Device;
    const int count = isDevice ? m_network.GetDeviceCount() : m_network.GetEdgeCount();
    Endpoints endpoints;
    for (int i = 0; i < count; ++i)
    {
        endpoints.push_back(GetSection(isDevice ? m_nodes.GetDevice(i) : m_nodes.GetEdge(i)));
    }
    return endpoints;
}

SiteEndpoints::Endpoints
SiteEndpoints::GetHolders(Tier tier) const
{
    if (m_scenario.escalation != "eager")
    {
        return GetSections(tier);
    }
    return HoldsOnEdges(tier) ? GetSections(Tier::Edge) : Endpoints{GetCloud()};
}

bool
SiteEndpoints::HoldsOnEdges(Tier tier) const
{
    const Tier holder = m_scenario.escalation == "eager" ? Tier::Device : Tier::Edge;
    return tier == holder && m_network.HasEdges();
}

SiteEndpoints::Endpoint
SiteEndpoints::GetParentOfDevice(int device) const
{
    return m_network.HasEdges() ? GetSection(m_nodes.GetEdge(GetGroup(device))) : GetCloud();
}

std::size_t
SiteEndpoints::GetGroup(int device) const
{
    const auto& groups = m_network.groups;
    const auto found =
        std::find_if(groups.begin(), groups.end(), [device](const std::vector<int>& group) {
            return std::find(group.begin(), group.end(), device) != group.end();
        });
    return static_cast<std::size_t>(found - groups.begin());
}

/// A port of its own for each edge of each site: the cloud may stand by for all.
EdgeTakeover::Place
SiteEndpoints::GetStandby(std::uint32_t site, std::size_t group, const DeployedNode& host) const
{
    const std::size_t edge = site * m_network.groups.size() + group;
    const auto port = static_cast<std::uint16_t>(firstStandbyPort + 2 * edge);
    const std::uint32_t node = host.node->GetId();
    return {{node, port}, {node, static_cast<std::uint16_t>(port + 1)}};
}

} // namespace simulator
