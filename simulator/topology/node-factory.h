// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NODE_FACTORY_H
#define SIMULATOR_NODE_FACTORY_H

#include "simulator/links/medium.h"
#include "simulator/scenario/scenario.h"
#include "simulator/topology/deployment.h"
#include "simulator/transports/transport-type.h"

#include <string>

namespace simulator
{

/// Makes nodes with the scenario's transport, links between them, and routes, and enters them into
/// the deployment.
///
/// Static routes only, and addresses set by hand: ns-3's global routing and address helper take
/// time quadratic in the number of nodes.
class NodeFactory
{
  public:
    /// \param layer of the scenario's transport
    NodeFactory(const Scenario& scenario, const NetworkLayer& layer, Deployment& deployment);

    /// \return index in Deployment::nodes
    std::size_t MakeNode(const std::string& name,
                         const std::string& tier,
                         const ProcessorProfile& profile);

    /// Which of the scenario's links joins some nodes, and what it is called.
    struct LinkSpec
    {
        std::string kind; //!< local, edge, metro, backhaul
        std::string name;
    };

    /// Joins the nodes of a place. The upper node is host 0 of the link's addresses, lower node i
    /// host 1 + i.
    DeployedLink MakeLink(const LinkSpec& spec,
                          const MediumPlace& place,
                          const AddressBlock& addresses);

    /// \param nextHop on a link of the node
    void AddDefaultRoute(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address nextHop) const;
    const NetworkLayer& GetLayer() const;

  private:
    void AddAddress(const ns3::Ptr<ns3::NetDevice>& device,
                    const ns3::Ipv4InterfaceAddress& address);

    const Scenario& m_scenario;
    const TransportType& m_transport;
    const NetworkLayer& m_layer;
    Deployment& m_deployment;
};

/// The processor that a profile describes.
ns3::Ptr<ns3::ddnn::Processor> MakeProcessor(const ProcessorProfile& profile);

} // namespace simulator

#endif // SIMULATOR_NODE_FACTORY_H
