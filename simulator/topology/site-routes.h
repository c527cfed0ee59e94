// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_ROUTES_H
#define SIMULATOR_SITE_ROUTES_H

#include "simulator/topology/address-plan.h"
#include "simulator/topology/deployment.h"
#include "simulator/transports/network-layer.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace simulator
{

/// The routes of the gateways and edges of one site and of the cloud. Packets take the way over the
/// fewest links, and through the cloud only where there is no other.
///
/// When edges are dead, Update leads around them: all routers change their routes at once, as with
/// ns-3's global routing. Leaves out: a routing protocol, and the time that it takes.
class SiteRoutes
{
  public:
    SiteRoutes(const NetworkLayer& layer, const ns3::Ptr<ns3::Node>& cloud);

    /// \param block the addresses that are reached through the gateway
    /// \param edge may be the gateway itself: there are none
    void AddGroup(const AddressBlock& block,
                  const ns3::Ptr<ns3::Node>& gateway,
                  const ns3::Ptr<ns3::Node>& edge);
    /// Addresses of a link that its lower node may send from to nodes which are not on the link.
    void AddSource(const DeployedLink& link);
    /// A link between two of the nodes.
    void AddLink(const DeployedLink& link);
    /// A link that carries nothing unless the edge of the group is dead.
    void AddSpareLink(const DeployedLink& link, std::size_t group);

    /// Sets the routes, all or those that change.
    /// \param dead groups whose edge is
    void Update(const std::set<std::size_t>& dead);

  private:
    using NodeId = std::uint32_t;

    /// What packets are sent to.
    struct Destination
    {
        AddressBlock block;
        NodeId node = 0;
        std::optional<NodeId> neighbour = {}; //!< is on the link that the block is, needs no route
    };

    /// One end of a link, as the node at the other end sees it.
    struct Neighbour
    {
        NodeId node = 0;
        ns3::Ipv4Address own;             //!< address of the node that has this neighbour
        std::optional<std::size_t> spare; //!< group for which the link is spared
    };

    using NextHops = std::map<NodeId, ns3::Ipv4Address>;

    void Connect(const DeployedLink& link, std::optional<std::size_t> spare);
    NextHops FindWays(NodeId to, const std::set<std::size_t>& dead) const;
    bool IsUsable(const Neighbour& neighbour, const std::set<std::size_t>& dead) const;
    void SetRoute(NodeId router, const AddressBlock& to, ns3::Ipv4Address nextHop);

    const NetworkLayer& m_layer;
    NodeId m_cloud;
    std::vector<Destination> m_destinations;
    std::vector<NodeId> m_edges; //!< by group
    std::set<NodeId> m_gateways;
    std::map<NodeId, std::vector<Neighbour>> m_neighbours;
    std::map<std::pair<NodeId, std::uint32_t>, ns3::Ipv4Address> m_set; //!< by router and network
};

} // namespace simulator

#endif // SIMULATOR_SITE_ROUTES_H
