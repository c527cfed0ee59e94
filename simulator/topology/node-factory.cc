// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-factory.h"

#include "simulator/links/link-type.h"
#include "simulator/topology/node-power.h"

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
    return processor;
}

namespace
{

/// Of the node itself, or else of its tier.
/// \param name as in nodes.csv: the scenario's names stand behind the site
std::optional<double>
FindBattery(const Scenario& scenario, const std::string& name, const std::string& tier)
{
    for (const std::string& owner : {name.substr(name.find('/') + 1), tier})
    {
        const auto battery = scenario.batteries.find(owner);
        if (battery != scenario.batteries.end() && battery->second)
        {
            return battery->second;
        }
    }
    return std::nullopt;
}

} // namespace

NodeFactory::NodeFactory(const Scenario& scenario,
                         const NetworkLayer& layer,
                         Deployment& deployment)
    : m_scenario(scenario),
      m_transport(GetTransportType(scenario.transport)),
      m_layer(layer),
      m_deployment(deployment)
{
    m_deployment.addresses = ns3::Create<ns3::ddnn::AddressBook>(layer.GetFamily());
}

std::size_t
NodeFactory::MakeNode(const std::string& name,
                      const std::string& tier,
                      const ProcessorProfile& profile)
{
    auto node = ns3::CreateObject<ns3::Node>();
    m_layer.install(node);
    node->AggregateObject(m_transport.create(m_scenario, m_deployment.addresses));
    const auto processor = MakeProcessor(profile);
    InstallPower(node, processor, profile, FindBattery(m_scenario, name, tier));
    m_deployment.nodes.push_back({name, tier, node, processor});
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
    InstallInterfacePower(medium, settings.interface);
    m_deployment.links.push_back({spec.name, medium, addresses});
    return m_deployment.links.back();
}

void
NodeFactory::AddAddress(const ns3::Ptr<ns3::NetDevice>& device,
                        const ns3::Ipv4InterfaceAddress& address)
{
    m_layer.addAddress(device, address);
    m_deployment.addresses->SetOwner(address.GetLocal(), device->GetNode()->GetId());
}

void
NodeFactory::AddDefaultRoute(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address nextHop) const
{
    m_layer.addRoute(from, ns3::Ipv4Address::GetZero(), ns3::Ipv4Mask::GetZero(), nextHop);
}

const NetworkLayer&
NodeFactory::GetLayer() const
{
    return m_layer;
}

} // namespace simulator
