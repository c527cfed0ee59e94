// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-factory.h"

#include "models/transport/ddnn-udp-transport.h"
#include "simulator/links/link-type.h"
#include "simulator/topology/address-plan.h"

#include <ns3/double.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/ipv4-static-routing-helper.h>
#include <ns3/ipv4.h>

namespace simulator
{

namespace
{

void
SetAddress(const ns3::Ptr<ns3::NetDevice>& device, ns3::Ipv4Address address)
{
    auto ipv4 = device->GetNode()->GetObject<ns3::Ipv4>();
    const std::uint32_t interface = ipv4->AddInterface(device);
    ipv4->AddAddress(interface, ns3::Ipv4InterfaceAddress(address, LinkAddresses::GetMask()));
    ipv4->SetMetric(interface, 1);
    ipv4->SetUp(interface);
}

ns3::Ptr<ns3::Ipv4StaticRouting>
GetRouting(const ns3::Ptr<ns3::Node>& node)
{
    return ns3::Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<ns3::Ipv4>());
}

/// Interface of a node that is on the same link as an address.
std::uint32_t
GetInterfaceTo(const ns3::Ptr<ns3::Node>& node, ns3::Ipv4Address neighbour)
{
    const auto interface = node->GetObject<ns3::Ipv4>()->GetInterfaceForPrefix(
        neighbour.CombineMask(LinkAddresses::GetMask()), LinkAddresses::GetMask());
    return static_cast<std::uint32_t>(interface);
}

} // namespace

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
    : m_scenario(scenario), m_deployment(deployment)
{
    m_deployment.addresses = ns3::Create<ns3::ddnn::AddressBook>();
}

std::size_t
NodeFactory::MakeNode(const std::string& name,
                      const std::string& tier,
                      const ProcessorProfile* profile)
{
    auto node = ns3::CreateObject<ns3::Node>();
    ns3::InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.SetRoutingHelper(ns3::Ipv4StaticRoutingHelper());
    stack.Install(node);
    auto transport = ns3::CreateObject<ns3::ddnn::UdpTransport>();
    transport->SetAddressBook(m_deployment.addresses);
    node->AggregateObject(transport);
    m_deployment.nodes.push_back({name, tier, node, profile ? MakeProcessor(*profile) : nullptr});
    return m_deployment.nodes.size() - 1;
}

void
NodeFactory::MakeLink(const LinkSpec& spec,
                      const ns3::Ptr<ns3::Node>& upper,
                      const ns3::Ptr<ns3::Node>& lower,
                      ns3::Ipv4Address upperAddress,
                      ns3::Ipv4Address lowerAddress)
{
    const LinkSettings& settings = m_scenario.links.at(spec.kind);
    const LinkEnds ends = GetLinkType(settings.type).install(settings, {upper, lower, spec.stream});
    SetAddress(ends.upper, upperAddress);
    SetAddress(ends.lower, lowerAddress);
    m_deployment.links.push_back({spec.name, settings.rate, ends.upper, ends.lower});
}

void
NodeFactory::AddRoute(const ns3::Ptr<ns3::Node>& from,
                      ns3::Ipv4Address network,
                      ns3::Ipv4Mask mask,
                      ns3::Ipv4Address nextHop)
{
    GetRouting(from)->AddNetworkRouteTo(network, mask, nextHop, GetInterfaceTo(from, nextHop));
}

void
NodeFactory::AddDefaultRoute(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address nextHop)
{
    GetRouting(from)->SetDefaultRoute(nextHop, GetInterfaceTo(from, nextHop));
}

} // namespace simulator
