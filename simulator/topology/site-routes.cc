// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-routes.h"

#include <ns3/node-list.h>

#include <algorithm>
#include <deque>

namespace simulator
{

SiteRoutes::SiteRoutes(const NetworkLayer& layer, const ns3::Ptr<ns3::Node>& cloud)
    : m_layer(layer), m_cloud(cloud->GetId())
{
}

void
SiteRoutes::AddGroup(const AddressBlock& block,
                     const ns3::Ptr<ns3::Node>& gateway,
                     const ns3::Ptr<ns3::Node>& edge)
{
    m_destinations.push_back({block, gateway->GetId(), {}});
    m_edges.push_back(edge->GetId());
    m_gateways.insert(gateway->GetId());
}

void
SiteRoutes::AddSource(const DeployedLink& link)
{
    m_destinations.push_back({link.addresses,
                              link.medium.lower.at(0)->GetNode()->GetId(),
                              link.medium.upper->GetNode()->GetId()});
}

void
SiteRoutes::AddLink(const DeployedLink& link)
{
    Connect(link, std::nullopt);
}

void
SiteRoutes::AddSpareLink(const DeployedLink& link, std::size_t group)
{
    Connect(link, group);
}

void
SiteRoutes::Connect(const DeployedLink& link, std::optional<std::size_t> spare)
{
    const NodeId upper = link.medium.upper->GetNode()->GetId();
    const NodeId lower = link.medium.lower.at(0)->GetNode()->GetId();
    m_neighbours[upper].push_back({lower, link.addresses.GetHost(0), spare});
    m_neighbours[lower].push_back({upper, link.addresses.GetHost(1), spare});
}

void
SiteRoutes::Update(const std::set<std::size_t>& dead)
{
    const AddressBlock everything = {ns3::Ipv4Address::GetZero(), ns3::Ipv4Mask::GetZero()};
    for (const auto& [router, nextHop] : FindWays(m_cloud, dead))
    {
        SetRoute(router, everything, nextHop);
    }
    for (const Destination& to : m_destinations)
    {
        for (const auto& [router, nextHop] : FindWays(to.node, dead))
        {
            if (router != to.neighbour && m_gateways.count(router) == 0) // they have one way out
            {
                SetRoute(router, to.block, nextHop);
            }
        }
    }
}

/// From each router the next hop towards one, found from there in order of distance. What leads
/// through the cloud comes last.
SiteRoutes::NextHops
SiteRoutes::FindWays(NodeId to, const std::set<std::size_t>& dead) const
{
    NextHops found;
    std::deque<NodeId> reached = {to};
    bool isCloudReached = to == m_cloud;
    for (std::size_t next = 0; next < reached.size(); ++next)
    {
        for (const Neighbour& neighbour : m_neighbours.at(reached[next]))
        {
            const bool isNew = neighbour.node != to && found.count(neighbour.node) == 0;
            if (!isNew || !IsUsable(neighbour, dead))
            {
                continue;
            }
            found[neighbour.node] = neighbour.own;
            if (neighbour.node != m_cloud)
            {
                reached.push_back(neighbour.node);
            }
        }
        if (next + 1 == reached.size() && !isCloudReached && found.count(m_cloud) == 1)
        {
            isCloudReached = true;
            reached.push_back(m_cloud);
        }
    }
    return found;
}

bool
SiteRoutes::IsUsable(const Neighbour& neighbour, const std::set<std::size_t>& dead) const
{
    if (neighbour.spare && dead.count(*neighbour.spare) == 0)
    {
        return false;
    }
    return std::none_of(dead.begin(), dead.end(), [&](std::size_t group) {
        return m_edges[group] == neighbour.node;
    });
}

void
SiteRoutes::SetRoute(NodeId router, const AddressBlock& to, ns3::Ipv4Address nextHop)
{
    const auto [known, isNew] = m_set.try_emplace({router, to.network.Get()}, nextHop);
    if (!isNew && known->second == nextHop)
    {
        return;
    }
    const ns3::Ptr<ns3::Node> node = ns3::NodeList::GetNode(router);
    if (!isNew)
    {
        m_layer.removeRoutes(node, to.network, to.mask);
    }
    known->second = nextHop;
    m_layer.addRoute(node, to.network, to.mask, nextHop);
}

} // namespace simulator
