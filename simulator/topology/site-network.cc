// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-network.h"

#include "simulator/topology/stream-table.h"

#include <numeric>

namespace simulator
{

namespace
{

std::vector<std::vector<int>>
GetGroups(const nn::NetworkDescription& network)
{
    if (network.HasEdges())
    {
        return network.groups;
    }
    std::vector<int> all(network.GetDeviceCount());
    std::iota(all.begin(), all.end(), 0);
    return {all};
}

} // namespace

SiteNetwork::SiteNetwork(const Scenario& scenario,
                         const nn::NetworkDescription& network,
                         std::uint32_t site,
                         Deployment& deployment)
    : m_scenario(scenario),
      m_network(network),
      m_site(site),
      m_deployment(deployment),
      m_devices(network.GetDeviceCount())
{
    for (const std::vector<int>& devices : GetGroups(network))
    {
        Group group;
        group.devices = devices;
        m_groups.push_back(group);
    }
}

std::string
SiteNetwork::Name(const std::string& kind, std::size_t index) const
{
    const std::string site =
        m_scenario.sites > 1 ? "site-" + std::to_string(m_site + 1) + "/" : std::string();
    return site + kind + "-" + std::to_string(index + 1);
}

ns3::Ptr<ns3::Node>
SiteNetwork::GetNode(std::size_t index) const
{
    return m_deployment.nodes[index].node;
}

void
SiteNetwork::Build(NodeFactory& factory, AddressPlan& addresses, const ns3::Ptr<ns3::Node>& cloud)
{
    for (std::size_t device = 0; device < m_devices.size(); ++device)
    {
        m_devices[device] =
            factory.MakeNode(Name("device", device), "device", &m_scenario.deviceProcessor);
    }
    for (std::size_t index = 0; index < m_groups.size(); ++index)
    {
        Group& group = m_groups[index];
        const auto links = static_cast<std::uint32_t>(group.devices.size() + 1);
        group.block = addresses.Allocate(links * LinkAddresses::perLink);
        BuildGroup(factory, group, index);
        LinkCloud(factory, group, index, addresses.Allocate(LinkAddresses::perLink), cloud);
    }
    LinkEdges(factory, addresses);
}

void
SiteNetwork::BuildGroup(NodeFactory& factory, Group& group, std::size_t index)
{
    group.gateway = factory.MakeNode(Name("gateway", index), "gateway", nullptr);
    LinkAddresses addresses(group.block);
    LinkDevices(factory, group, addresses);
    if (m_network.HasEdges())
    {
        LinkEdge(factory, group, index, addresses);
    }
    else
    {
        group.edge = group.gateway;
    }
}

void
SiteNetwork::LinkDevices(NodeFactory& factory, const Group& group, LinkAddresses& addresses)
{
    const ns3::Ptr<ns3::Node> gateway = GetNode(group.gateway);
    for (int device : group.devices)
    {
        addresses.NextLink();
        const ns3::Ptr<ns3::Node> node = GetNode(m_devices[device]);
        const std::int64_t stream =
            GetStream(StreamPurpose::LocalLinkLoss, m_site, 2 * static_cast<std::uint32_t>(device));
        factory.MakeLink({"local", Name("local", device), stream},
                         gateway,
                         node,
                         addresses.GetUpper(),
                         addresses.GetLower());
        factory.AddDefaultRoute(node, addresses.GetUpper());
        m_deployment.addresses->Set(node->GetId(), addresses.GetLower());
        m_deployment.addresses->Set(gateway->GetId(), addresses.GetUpper());
    }
}

void
SiteNetwork::LinkEdge(NodeFactory& factory,
                      Group& group,
                      std::size_t index,
                      LinkAddresses& addresses)
{
    addresses.NextLink();
    group.edge = factory.MakeNode(Name("edge", index), "edge", &m_scenario.edgeProcessor);
    const ns3::Ptr<ns3::Node> edge = GetNode(group.edge);
    const ns3::Ptr<ns3::Node> gateway = GetNode(group.gateway);
    const std::int64_t stream =
        GetStream(StreamPurpose::EdgeLinkLoss, m_site, 2 * static_cast<std::uint32_t>(index));
    factory.MakeLink({"edge", Name("edge", index), stream},
                     edge,
                     gateway,
                     addresses.GetUpper(),
                     addresses.GetLower());
    factory.AddDefaultRoute(gateway, addresses.GetUpper());
    factory.AddRoute(edge, group.block.network, group.block.mask, addresses.GetLower());
    m_deployment.addresses->Set(edge->GetId(), addresses.GetUpper());
}

void
SiteNetwork::LinkCloud(NodeFactory& factory,
                       const Group& group,
                       std::size_t index,
                       const AddressBlock& block,
                       const ns3::Ptr<ns3::Node>& cloud)
{
    LinkAddresses addresses(block);
    addresses.NextLink();
    const ns3::Ptr<ns3::Node> lower = GetNode(group.edge);
    const std::int64_t stream =
        GetStream(StreamPurpose::BackhaulLinkLoss, m_site, 2 * static_cast<std::uint32_t>(index));
    factory.MakeLink({"backhaul", Name("backhaul", index), stream},
                     cloud,
                     lower,
                     addresses.GetUpper(),
                     addresses.GetLower());
    factory.AddDefaultRoute(lower, addresses.GetUpper());
    factory.AddRoute(cloud, group.block.network, group.block.mask, addresses.GetLower());
    // Any of its addresses will do: the cloud answers to all of them.
    m_deployment.addresses->Set(cloud->GetId(), addresses.GetUpper());
}

void
SiteNetwork::LinkEdges(NodeFactory& factory, AddressPlan& plan)
{
    const std::size_t hub = m_scenario.edgeExitEdge - 1;
    for (std::size_t index = 0; index < m_groups.size(); ++index)
    {
        if (index == hub)
        {
            continue;
        }
        LinkAddresses addresses(plan.Allocate(LinkAddresses::perLink));
        addresses.NextLink();
        const Group& group = m_groups[index];
        const std::int64_t stream =
            GetStream(StreamPurpose::MetroLinkLoss, m_site, 2 * static_cast<std::uint32_t>(index));
        factory.MakeLink({"metro", Name("metro", index), stream},
                         GetNode(m_groups[hub].edge),
                         GetNode(group.edge),
                         addresses.GetUpper(),
                         addresses.GetLower());
        factory.AddRoute(GetNode(m_groups[hub].edge),
                         group.block.network,
                         group.block.mask,
                         addresses.GetLower());
        for (std::size_t other = 0; other < m_groups.size(); ++other)
        {
            if (other != index)
            {
                factory.AddRoute(GetNode(group.edge),
                                 m_groups[other].block.network,
                                 m_groups[other].block.mask,
                                 addresses.GetUpper());
            }
        }
    }
}

const DeployedNode&
SiteNetwork::GetDevice(std::size_t device) const
{
    return m_deployment.nodes[m_devices.at(device)];
}

const DeployedNode&
SiteNetwork::GetGateway(std::size_t group) const
{
    return m_deployment.nodes[m_groups.at(group).gateway];
}

const DeployedNode&
SiteNetwork::GetEdge(std::size_t edge) const
{
    return m_deployment.nodes[m_groups.at(edge).edge];
}

std::size_t
SiteNetwork::GetGroupCount() const
{
    return m_groups.size();
}

} // namespace simulator
