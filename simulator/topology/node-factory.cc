// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-factory.h"

#include "simulator/links/link-type.h"

#include <ns3/double.h>

namespace simulator
{

ns3::Ptr<ns3::ddnn::Processor>
MakeProcessor(const ProcessorProfile& profile)
{
    auto processor = ns3::CreateObject<ns3::ddnn::Processor>();
    processor->SetAttribute("FixedCost", ns3::TimeValue(profile.fixedCost));
    processor->SetAttribute("BinaryRate", ns3::DoubleValue(profile.binaryRate));
    processor->SetAttribute("RealRate", ns3::DoubleValue(profile.realRate));
    processor->SetAttribute("IdlePower", ns3::DoubleValue(profile.idlePowerWatt));
    processor->SetAttribute("BusyPower", ns3::DoubleValue(profile.busyPowerWatt));
    return processor;
}

NodeFactory::NodeFactory(const Scenario& scenario, Deployment& deployment)
    : m_scenario(scenario),
      m_transport(GetTransportType(scenario.transport)),
      m_deployment(deployment)
{
    m_deployment.addresses = ns3::Create<ns3::ddnn::AddressBook>();
}

std::size_t
NodeFactory::MakeNode(const std::string& name,
                      const std::string& tier,
                      const ProcessorProfile* profile)
{
    auto node = ns3::CreateObject<ns3::Node>();
    m_transport.layer.install(node);
    node->AggregateObject(m_transport.create(m_scenario, m_deployment.addresses));
    m_deployment.nodes.push_back({name, tier, node, profile ? MakeProcessor(*profile) : nullptr});
    return m_deployment.nodes.size() - 1;
}

DeployedLink
NodeFactory::MakeLink(const LinkSpec& spec, const MediumPlace& place, const AddressBlock& addresses)
{
    const LinkSettings& settings = m_scenario.links.at(spec.kind);
    const Medium medium = GetLinkType(settings.type).install(settings.values, place);
    AddAddress(medium.upper, {addresses.GetHost(0), addresses.mask});
    for (std::uint32_t i = 0; i < medium.lower.size(); ++i)
    {
        AddAddress(medium.lower[i], {addresses.GetHost(1 + i), addresses.mask});
    }
    m_deployment.links.push_back({spec.name, medium, addresses});
    return m_deployment.links.back();
}

void
NodeFactory::AddAddress(const ns3::Ptr<ns3::NetDevice>& device,
                        const ns3::Ipv4InterfaceAddress& address)
{
    m_transport.layer.addAddress(device, address);
    m_deployment.addresses->SetOwner(address.GetLocal(), device->GetNode()->GetId());
}

void
NodeFactory::AddRoute(const ns3::Ptr<ns3::Node>& from,
                      const AddressBlock& to,
                      ns3::Ipv4Address nextHop) const
{
    m_transport.layer.addRoute(from, to.network, to.mask, nextHop);
}

void
NodeFactory::AddDefaultRoute(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address nextHop) const
{
    AddRoute(from, {ns3::Ipv4Address::GetZero(), ns3::Ipv4Mask::GetZero()}, nextHop);
}

} // namespace simulator
