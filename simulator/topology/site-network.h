// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SITE_NETWORK_H
#define SIMULATOR_SITE_NETWORK_H

#include "nn/network/network-description.h"
#include "simulator/topology/address-plan.h"
#include "simulator/topology/node-factory.h"
#include "simulator/topology/site-routes.h"
#include "simulator/topology/standby-plan.h"
#include "simulator/topology/stream-table.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// Nodes, links and routes of one site.
///
///     device --local-- gateway --edge-- edge --backhaul-- cloud        (with edges)
///     device --local-- gateway ----------backhaul-------- cloud        (without)
///
/// Every group of devices has its gateway and its edge; without edges there is one group. The edges
/// of a site are joined by `metro` links in a star around the one that hosts the edge exit. Traffic
/// within a site stays in it; traffic to the cloud takes the group's own backhaul. A gateway whose
/// edge has a standby also has a `spare` link, to the standby's node.
class SiteNetwork
{
  public:
    /// \param site from 0
    SiteNetwork(const Scenario& scenario,
                const nn::NetworkDescription& network,
                std::uint32_t site,
                Deployment& deployment);

    void Build(NodeFactory& factory, AddressPlan& addresses, const ns3::Ptr<ns3::Node>& cloud);

    const DeployedNode& GetDevice(std::size_t device) const;
    const DeployedNode& GetGateway(std::size_t group) const;
    const DeployedNode& GetEdge(std::size_t edge) const;
    /// Addresses of the link between a gateway and its edge.
    const AddressBlock& GetEdgeLink(std::size_t group) const;
    const std::shared_ptr<SiteRoutes>& GetRoutes() const;
    std::size_t GetGroupCount() const;

  private:
    struct Group
    {
        std::vector<int> devices;
        AddressBlock block;
        std::size_t gateway = 0; //!< index in Deployment::nodes, as all below
        std::size_t edge = 0;    //!< without edges: the gateway again
        AddressBlock edgeLink;
        DeployedLink backhaul;
        std::optional<DeployedLink> metro; //!< none: the edge is the hub, or there is none
    };

    /// A link of the scenario, and what its random streams are for.
    struct LinkRole
    {
        const char* kind;
        StreamPurpose loss;
        StreamPurpose medium;
    };

    static const LinkRole localRole;
    static const LinkRole edgeRole;
    static const LinkRole metroRole;
    static const LinkRole backhaulRole;
    static const LinkRole spareRole;

    std::string Name(const std::string& kind, std::size_t index) const;
    ns3::Ptr<ns3::Node> GetNode(std::size_t index) const;
    void BuildGroup(NodeFactory& factory, AddressPlan& plan, std::size_t index);
    bool IsLocalMediumShared() const;
    /// The devices of a group, by medium that joins them to their gateway.
    std::vector<std::vector<int>> GetLocalMedia(const Group& group) const;
    /// \param devices that share one medium
    void LinkDevices(NodeFactory& factory,
                     AddressPlan& addresses,
                     std::size_t index,
                     const std::vector<int>& devices);
    void LinkEdge(NodeFactory& factory, AddressPlan& addresses, std::size_t index);
    void LinkCloud(NodeFactory& factory,
                   AddressPlan& addresses,
                   std::size_t index,
                   const ns3::Ptr<ns3::Node>& cloud);
    void LinkEdges(NodeFactory& factory, AddressPlan& addresses);
    void LinkStandby(NodeFactory& factory,
                     AddressPlan& addresses,
                     const Standby& standby,
                     const ns3::Ptr<ns3::Node>& cloud);
    /// \param group behind the lower end
    const DeployedLink& AddLink(const DeployedLink& link, const Group& group);
    static void RouteDown(const DeployedLink& link, const Group& group);
    DeployedLink LinkPair(NodeFactory& factory,
                          AddressPlan& addresses,
                          const LinkRole& role,
                          const ns3::Ptr<ns3::Node>& upper,
                          const ns3::Ptr<ns3::Node>& lower,
                          std::size_t index);
    /// \param index of the node, from 0, among those that its kind of link joins to others
    MediumPlace::Lower MakeLower(const LinkRole& role,
                                 const ns3::Ptr<ns3::Node>& node,
                                 std::size_t index) const;

    const Scenario& m_scenario;
    const nn::NetworkDescription& m_network;
    std::uint32_t m_site;
    Deployment& m_deployment;
    std::vector<Group> m_groups;
    std::vector<std::size_t> m_devices; //!< by device
    std::shared_ptr<SiteRoutes> m_routes;
};

} // namespace simulator

#endif // SIMULATOR_SITE_NETWORK_H
