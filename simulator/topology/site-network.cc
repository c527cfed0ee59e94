// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-network.h"

#include "simulator/links/link-type.h"
#include "simulator/topology/node-names.h"

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

/// Hosts of the medium of some devices: they and their gateway.
std::uint32_t
CountHosts(const std::vector<int>& devices)
{
    return static_cast<std::uint32_t>(1 + devices.size());
}

} // namespace

const SiteNetwork::LinkRole SiteNetwork::localRole = {
    "local", StreamPurpose::LocalLinkLoss, StreamPurpose::LocalMedium};
const SiteNetwork::LinkRole SiteNetwork::edgeRole = {
    "edge", StreamPurpose::EdgeLinkLoss, StreamPurpose::EdgeMedium};
const SiteNetwork::LinkRole SiteNetwork::metroRole = {
    "metro", StreamPurpose::MetroLinkLoss, StreamPurpose::MetroMedium};
const SiteNetwork::LinkRole SiteNetwork::backhaulRole = {
    "backhaul", StreamPurpose::BackhaulLinkLoss, StreamPurpose::BackhaulMedium};
const SiteNetwork::LinkRole SiteNetwork::spareRole = {
    "spare", StreamPurpose::SpareLinkLoss, StreamPurpose::SpareMedium};

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
    return MakeSiteName(m_scenario, m_site, kind, index);
}

ns3::Ptr<ns3::Node>
SiteNetwork::GetNode(std::size_t index) const
{
    return m_deployment.nodes[index].node;
}

void
SiteNetwork::Build(NodeFactory& factory, AddressPlan& addresses, const ns3::Ptr<ns3::Node>& cloud)
{
    m_routes = std::make_shared<SiteRoutes>(factory.GetLayer(), cloud);
    for (std::size_t device = 0; device < m_devices.size(); ++device)
    {
        m_devices[device] =
            factory.MakeNode(Name("device", device), "device", m_scenario.deviceProcessor);
    }
    for (std::size_t index = 0; index < m_groups.size(); ++index)
    {
        BuildGroup(factory, addresses, index);
        LinkCloud(factory, addresses, index, cloud);
    }
    LinkEdges(factory, addresses);
    for (const Standby& standby : GetStandbys(m_scenario))
    {
        LinkStandby(factory, addresses, standby, cloud);
    }
    m_routes->Update({});
}

void
SiteNetwork::BuildGroup(NodeFactory& factory, AddressPlan& plan, std::size_t index)
{
    Group& group = m_groups[index];
    const std::vector<std::vector<int>> media = GetLocalMedia(group);
    std::uint32_t size = AddressPlan::GetLinkSize(2);
    for (const std::vector<int>& devices : media)
    {
        size += AddressPlan::GetLinkSize(CountHosts(devices));
    }
    group.block = plan.Allocate(size);
    group.gateway =
        factory.MakeNode(Name("gateway", index), "gateway", m_scenario.gatewayProcessor);
    AddressPlan addresses(group.block);
    for (const std::vector<int>& devices : media)
    {
        LinkDevices(factory, addresses, index, devices);
    }
    group.edge = group.gateway;
    if (m_network.HasEdges())
    {
        LinkEdge(factory, addresses, index);
    }
    m_routes->AddGroup(group.block, GetNode(group.gateway), GetNode(group.edge));
}

bool
SiteNetwork::IsLocalMediumShared() const
{
    const LinkType& type = GetLinkType(m_scenario.links.at("local").type);
    return type.reach == LinkType::Reach::Group;
}

std::vector<std::vector<int>>
SiteNetwork::GetLocalMedia(const Group& group) const
{
    if (IsLocalMediumShared())
    {
        return {group.devices};
    }
    std::vector<std::vector<int>> media;
    for (const int device : group.devices)
    {
        media.push_back({device});
    }
    return media;
}

void
SiteNetwork::LinkDevices(NodeFactory& factory,
                         AddressPlan& addresses,
                         std::size_t index,
                         const std::vector<int>& devices)
{
    const ns3::Ptr<ns3::Node> gateway = GetNode(m_groups[index].gateway);
    MediumPlace place{gateway, {}};
    for (const int device : devices)
    {
        place.lower.push_back(MakeLower(localRole, GetNode(m_devices[device]), device));
    }
    const std::size_t number = IsLocalMediumShared() ? index : devices.front();
    const DeployedLink link =
        factory.MakeLink({localRole.kind, Name(localRole.kind, number)},
                         place,
                         addresses.Allocate(AddressPlan::GetLinkSize(CountHosts(devices))));
    const ns3::Ipv4Address upper = link.addresses.GetHost(0);
    m_deployment.addresses->Set(gateway->GetId(), upper);
    for (std::uint32_t i = 0; i < devices.size(); ++i)
    {
        const ns3::Ptr<ns3::Node>& device = place.lower[i].node;
        factory.AddDefaultRoute(device, upper);
        m_deployment.addresses->Set(device->GetId(), link.addresses.GetHost(1 + i));
    }
}

MediumPlace::Lower
SiteNetwork::MakeLower(const LinkRole& role,
                       const ns3::Ptr<ns3::Node>& node,
                       std::size_t index) const
{
    const auto number = static_cast<std::uint32_t>(index);
    return {node,
            GetStream(role.loss, m_site, 2 * number),
            GetStream(role.medium, m_site, MediumPlace::streamsPerNode * number)};
}

DeployedLink
SiteNetwork::LinkPair(NodeFactory& factory,
                      AddressPlan& addresses,
                      const LinkRole& role,
                      const ns3::Ptr<ns3::Node>& upper,
                      const ns3::Ptr<ns3::Node>& lower,
                      std::size_t index)
{
    return factory.MakeLink({role.kind, Name(role.kind, index)},
                            {upper, {MakeLower(role, lower, index)}},
                            addresses.Allocate(AddressPlan::GetLinkSize(2)));
}

void
SiteNetwork::LinkEdge(NodeFactory& factory, AddressPlan& addresses, std::size_t index)
{
    Group& group = m_groups[index];
    group.edge = factory.MakeNode(Name("edge", index), "edge", m_scenario.edgeProcessor);
    const ns3::Ptr<ns3::Node> edge = GetNode(group.edge);
    const ns3::Ptr<ns3::Node> gateway = GetNode(group.gateway);
    const DeployedLink link = LinkPair(factory, addresses, edgeRole, edge, gateway, index);
    AddLink(link, group);
    group.edgeLink = link.addresses;
    m_deployment.addresses->Set(edge->GetId(), link.addresses.GetHost(0));
}

void
SiteNetwork::LinkCloud(NodeFactory& factory,
                       AddressPlan& addresses,
                       std::size_t index,
                       const ns3::Ptr<ns3::Node>& cloud)
{
    Group& group = m_groups[index];
    const ns3::Ptr<ns3::Node> lower = GetNode(group.edge);
    const DeployedLink link = LinkPair(factory, addresses, backhaulRole, cloud, lower, index);
    group.backhaul = AddLink(link, group);
    // Any of its addresses will do: the cloud answers to all of them.
    m_deployment.addresses->Set(cloud->GetId(), link.addresses.GetHost(0));
}

void
SiteNetwork::LinkEdges(NodeFactory& factory, AddressPlan& addresses)
{
    const Group& hub = m_groups[m_scenario.edgeExitEdge - 1];
    const bool edgesOnlySpeakToHub = GetStandbys(m_scenario).empty();
    for (std::size_t index = 0; index < m_groups.size(); ++index)
    {
        Group& group = m_groups[index];
        if (&group == &hub)
        {
            continue;
        }
        const DeployedLink link =
            LinkPair(factory, addresses, metroRole, GetNode(hub.edge), GetNode(group.edge), index);
        group.metro = AddLink(link, group);
        if (!edgesOnlySpeakToHub)
        {
            m_routes->AddSource(link);
        }
    }
}

const DeployedLink&
SiteNetwork::AddLink(const DeployedLink& link, const Group& group)
{
    m_routes->AddLink(link);
    RouteDown(link, group);
    return link;
}

void
SiteNetwork::RouteDown(const DeployedLink& link, const Group& group)
{
    if (link.medium.routeDown)
    {
        link.medium.routeDown(group.block.network, group.block.mask);
    }
}

void
SiteNetwork::LinkStandby(NodeFactory& factory,
                         AddressPlan& addresses,
                         const Standby& standby,
                         const ns3::Ptr<ns3::Node>& cloud)
{
    const Group& group = m_groups[standby.group];
    const ns3::Ptr<ns3::Node> host = standby.edge ? GetNode(m_groups[*standby.edge].edge) : cloud;
    const DeployedLink link =
        LinkPair(factory, addresses, spareRole, host, GetNode(group.gateway), standby.group);
    m_routes->AddSpareLink(link, standby.group);
    RouteDown(link, group);
    if (standby.edge)
    {
        const Group& other = m_groups[*standby.edge];
        RouteDown(other.backhaul, group);
        // From the hub; if that one is dead, its metro links are not used.
        if (other.metro && standby.group != m_scenario.edgeExitEdge - 1)
        {
            RouteDown(*other.metro, group);
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

const AddressBlock&
SiteNetwork::GetEdgeLink(std::size_t group) const
{
    return m_groups.at(group).edgeLink;
}

const std::shared_ptr<SiteRoutes>&
SiteNetwork::GetRoutes() const
{
    return m_routes;
}

std::size_t
SiteNetwork::GetGroupCount() const
{
    return m_groups.size();
}

} // namespace simulator
