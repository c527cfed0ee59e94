// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-builder.h"

#include "models/applications/ddnn-device-application.h"
#include "models/ddnn-network-partition.h"
#include "simulator/topology/stream-table.h"

#include <ns3/boolean.h>
#include <ns3/double.h>
#include <ns3/node-list.h>
#include <ns3/pointer.h>
#include <ns3/random-variable-stream.h>
#include <ns3/uinteger.h>

namespace simulator
{

using ns3::ddnn::Endpoint;
using ns3::ddnn::Tier;

namespace
{

ns3::Ptr<ns3::RandomVariableStream>
MakeInterval(const WorkloadSettings& workload)
{
    if (workload.arrivals == "poisson")
    {
        auto interval = ns3::CreateObject<ns3::ExponentialRandomVariable>();
        interval->SetAttribute("Mean", ns3::DoubleValue(workload.period.GetSeconds()));
        return interval;
    }
    auto interval = ns3::CreateObject<ns3::ConstantRandomVariable>();
    interval->SetAttribute("Constant", ns3::DoubleValue(workload.period.GetSeconds()));
    return interval;
}

WaitSettings
GetExitWait(const Scenario& scenario, Tier tier)
{
    if (tier == Tier::Device)
    {
        return scenario.localWait;
    }
    WaitSettings wait = scenario.edgeExitWait;
    wait.time = GetEdgeExitTime(scenario);
    return wait;
}

} // namespace

ns3::Ptr<ns3::ddnn::InputCollector>
MakeCollector(const Scenario& scenario, const WaitSettings& wait)
{
    auto collector = ns3::CreateObject<ns3::ddnn::InputCollector>();
    collector->SetAttribute("WaitTime", ns3::TimeValue(wait.time.value()));
    for (const ns3::ddnn::WaitingRuleType& type : ns3::ddnn::GetWaitingRuleTypes())
    {
        if (type.name == wait.rule)
        {
            collector->SetWaitingRule(type.make, {*wait.time, wait.granularity, wait.quorum, 0});
        }
    }
    collector->SetAttribute("SuspectAfter", ns3::UintegerValue(scenario.suspectAfter));
    return collector;
}

void
ConfigureTier(const ns3::Ptr<ns3::ddnn::TierApplication>& application,
              const Scenario& scenario,
              const ns3::ddnn::TierApplication::Identity& identity)
{
    application->SetIdentity(identity);
    application->SetAttribute("Eager", ns3::BooleanValue(scenario.escalation == "eager"));
    application->SetAttribute("BufferSamples", ns3::UintegerValue(scenario.bufferSamples));
    application->SetAttribute("BufferLifetime", ns3::TimeValue(scenario.bufferLifetime));
}

SiteBuilder::SiteBuilder(const Parts& parts, std::uint32_t site)
    : m_scenario(parts.scenario),
      m_network(parts.network),
      m_partitions(parts.partitions),
      m_dataset(parts.dataset),
      m_nodes(parts.nodes),
      m_site(site)
{
}

DeployedSite
SiteBuilder::Build(const ns3::Ptr<ns3::Node>& cloud)
{
    m_cloud = {cloud->GetId(), ns3::ddnn::sectionPort};
    DeployedSite built;
    built.gateway = ns3::CreateObject<ns3::ddnn::GatewayApplication>();
    if (m_scenario.fallback == "best-exit")
    {
        built.gateway->SetAttribute("Deadline", ns3::TimeValue(m_scenario.deadline.value()));
    }
    m_nodes.GetGateway(m_scenario.localExitGateway - 1).node->AddApplication(built.gateway);
    BuildClock(built);
    BuildDevices(built);
    BuildEdges(built);
    BuildExits(built);
    built.paths.push_back({m_cloud.node, GetGateway()});
    return built;
}

void
SiteBuilder::BuildClock(DeployedSite& built) const
{
    const WorkloadSettings& workload = m_scenario.workload;
    const auto all = static_cast<std::uint32_t>(m_dataset.GetTestSamples().size());
    built.clock = ns3::CreateObject<ns3::ddnn::CaptureClock>();
    built.clock->SetSite(m_site);
    built.clock->SetAttribute("Samples", ns3::UintegerValue(workload.samples.value_or(all)));
    built.clock->SetAttribute("Interval", ns3::PointerValue(MakeInterval(workload)));
    built.clock->AssignStreams(GetStream(StreamPurpose::Arrivals, m_site));
}

void
SiteBuilder::BuildDevices(DeployedSite& built) const
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    const SampleOrder order(m_dataset, m_scenario.sites);
    for (int device = 0; device < network.GetDeviceCount(); ++device)
    {
        const DeployedNode& node = m_nodes.GetDevice(device);
        auto application = ns3::CreateObject<ns3::ddnn::DeviceApplication>();
        ConfigureTier(
            application, m_scenario, {Tier::Device, m_site, static_cast<std::uint16_t>(device)});
        application->SetPartition(m_partitions.devices[device], node.processor);
        if (network.HasLocalExit())
        {
            application->SetExit(GetExit(Tier::Device));
            built.paths.push_back({node.node->GetId(), GetExit(Tier::Device)});
        }
        application->SetParent(GetParentOfDevice(device));
        built.paths.push_back({node.node->GetId(), GetParentOfDevice(device)});
        node.node->AddApplication(application);

        auto camera = ns3::CreateObject<ns3::ddnn::Camera>();
        camera->Connect(MakeViewSource(m_dataset, order, m_site, network.cameras[device]),
                        application);
        built.clock->TraceConnectWithoutContext(
            "Capture", ns3::MakeCallback(&ns3::ddnn::Camera::Capture, camera));
        built.cameras.push_back(camera);
        built.devices.push_back(node.node);
    }
}

void
SiteBuilder::BuildEdges(DeployedSite& built) const
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    for (int edge = 0; edge < network.GetEdgeCount(); ++edge)
    {
        const DeployedNode& node = m_nodes.GetEdge(edge);
        auto application = ns3::CreateObject<ns3::ddnn::SectionApplication>();
        ConfigureTier(
            application, m_scenario, {Tier::Edge, m_site, static_cast<std::uint16_t>(edge)});
        application->SetAttribute(
            "Gated", ns3::BooleanValue(m_scenario.escalation == "eager" && network.HasLocalExit()));
        application->SetPartition(m_partitions.edges[edge], node.processor);
        application->SetExit(GetExit(Tier::Edge));
        application->SetParent(m_cloud);
        built.paths.push_back({node.node->GetId(), GetExit(Tier::Edge)});
        built.paths.push_back({node.node->GetId(), m_cloud});
        application->SetCollector(MakeCollector(m_scenario, m_scenario.edgeWait),
                                  network.groups[edge]);
        node.node->AddApplication(application);
    }
}

void
SiteBuilder::BuildExits(DeployedSite& built) const
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    if (network.HasLocalExit())
    {
        BuildExit(built, Tier::Device);
    }
    if (network.HasEdges())
    {
        BuildExit(built, Tier::Edge);
    }
}

void
SiteBuilder::BuildExit(DeployedSite& built, Tier tier) const
{
    const bool local = tier == Tier::Device;
    auto exit = ns3::CreateObject<ns3::ddnn::ExitApplication>();
    const auto classifier = local ? m_network.GetLocalExit() : m_network.GetEdgeExit();
    const auto nodes = static_cast<std::uint32_t>(GetSections(tier).size());
    exit->SetClassifier(tier, ns3::ddnn::MakeClassifier(classifier), nodes);
    exit->SetAttribute(
        "Threshold",
        ns3::DoubleValue(local ? m_scenario.localThreshold : m_scenario.edgeThreshold));
    exit->SetAttribute("TellsGateway", ns3::BooleanValue(m_scenario.fallback == "best-exit"));
    exit->SetAttribute("AcceptLate", ns3::BooleanValue(m_scenario.acceptLate));
    exit->SetCollector(MakeCollector(m_scenario, GetExitWait(m_scenario, tier)));
    exit->SetHolders(GetHolders(tier));
    exit->SetGateway(GetGateway());
    const std::uint32_t host = GetExit(tier).node;
    ns3::NodeList::GetNode(host)->AddApplication(exit);
    built.exits.push_back(exit);
    built.paths.push_back({host, GetGateway()});
    for (const Endpoint& holder : GetHolders(tier))
    {
        built.paths.push_back({host, holder});
    }
}

Endpoint
SiteBuilder::GetGateway() const
{
    return {m_nodes.GetGateway(m_scenario.localExitGateway - 1).node->GetId(),
            ns3::ddnn::gatewayPort};
}

Endpoint
SiteBuilder::GetExit(Tier tier) const
{
    if (tier == Tier::Edge)
    {
        return {m_nodes.GetEdge(m_scenario.edgeExitEdge - 1).node->GetId(), ns3::ddnn::exitPort};
    }
    // A single device is its own local exit: its scores cross no link.
    const DeployedNode& host = m_network.GetDescription().GetDeviceCount() == 1
                                   ? m_nodes.GetDevice(0)
                                   : m_nodes.GetGateway(m_scenario.localExitGateway - 1);
    return {host.node->GetId(), ns3::ddnn::exitPort};
}

SiteBuilder::Endpoints
SiteBuilder::GetSections(Tier tier) const
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    const int count = tier == Tier::Device ? network.GetDeviceCount() : network.GetEdgeCount();
    Endpoints endpoints;
    for (int i = 0; i < count; ++i)
    {
        const DeployedNode& node = tier == Tier::Device ? m_nodes.GetDevice(i) : m_nodes.GetEdge(i);
        endpoints.push_back({node.node->GetId(), ns3::ddnn::sectionPort});
    }
    return endpoints;
}

SiteBuilder::Endpoints
SiteBuilder::GetHolders(Tier tier) const
{
    if (m_scenario.escalation != "eager")
    {
        return GetSections(tier);
    }
    const bool toEdges = tier == Tier::Device && m_network.GetDescription().HasEdges();
    return toEdges ? GetSections(Tier::Edge) : Endpoints{m_cloud};
}

Endpoint
SiteBuilder::GetParentOfDevice(int device) const
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    for (int edge = 0; edge < network.GetEdgeCount(); ++edge)
    {
        for (int member : network.groups[edge])
        {
            if (member == device)
            {
                return {m_nodes.GetEdge(edge).node->GetId(), ns3::ddnn::sectionPort};
            }
        }
    }
    return m_cloud;
}

} // namespace simulator
