// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/site-builder.h"

#include "models/applications/ddnn-device-application.h"
#include "models/ddnn-network-partition.h"
#include "simulator/topology/application-settings.h"
#include "simulator/topology/standby-plan.h"
#include "simulator/topology/stream-table.h"

#include <ns3/boolean.h>
#include <ns3/double.h>
#include <ns3/node-list.h>
#include <ns3/pointer.h>
#include <ns3/random-variable-stream.h>
#include <ns3/uinteger.h>

#include <algorithm>
#include <memory>

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

SiteBuilder::SiteBuilder(const Parts& parts, std::uint32_t site)
    : m_scenario(parts.scenario),
      m_network(parts.network),
      m_partitions(parts.partitions),
      m_dataset(parts.dataset),
      m_nodes(parts.nodes),
      m_cloud(parts.cloud),
      m_endpoints(parts.endpoints),
      m_site(site)
{
    m_applications.devices.resize(m_network.GetDescription().groups.size());
}

DeployedSite
SiteBuilder::Build()
{
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
    BuildStandbys(built);
    built.paths.push_back({m_cloud.node->GetId(), m_endpoints.GetGateway()});
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
SiteBuilder::BuildDevices(DeployedSite& built)
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
            application->SetExit(m_endpoints.GetExit(Tier::Device));
            built.paths.push_back({node.node->GetId(), m_endpoints.GetExit(Tier::Device)});
        }
        application->SetParent(m_endpoints.GetParentOfDevice(device));
        built.paths.push_back({node.node->GetId(), m_endpoints.GetParentOfDevice(device)});
        node.node->AddApplication(application);
        if (network.HasEdges())
        {
            m_applications.devices[m_endpoints.GetGroup(device)].push_back(application);
        }

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
SiteBuilder::BuildEdges(DeployedSite& built)
{
    for (int edge = 0; edge < m_network.GetDescription().GetEdgeCount(); ++edge)
    {
        BuildSection(edge, m_nodes.GetEdge(edge), ns3::ddnn::sectionPort);
        const std::uint32_t node = m_nodes.GetEdge(edge).node->GetId();
        built.paths.push_back({node, m_endpoints.GetExit(Tier::Edge)});
        built.paths.push_back({node, m_endpoints.GetCloud()});
    }
}

void
SiteBuilder::BuildSection(std::size_t edge, const DeployedNode& host, std::uint16_t port)
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    auto application = ns3::CreateObject<ns3::ddnn::SectionApplication>();
    ConfigureTier(application, m_scenario, {Tier::Edge, m_site, static_cast<std::uint16_t>(edge)});
    application->SetAttribute("Port", ns3::UintegerValue(port));
    application->SetAttribute(
        "Gated", ns3::BooleanValue(m_scenario.escalation == "eager" && network.HasLocalExit()));
    application->SetPartition(m_partitions.edges[edge], host.processor);
    application->SetExit(m_endpoints.GetExit(Tier::Edge));
    application->SetParent(m_endpoints.GetCloud());
    application->SetCollector(MakeCollector(m_scenario, m_scenario.edgeWait), network.groups[edge]);
    host.node->AddApplication(application);
    m_applications.sections.push_back(application);
}

void
SiteBuilder::BuildStandbys(DeployedSite& built)
{
    const std::vector<Standby> standbys = GetStandbys(m_scenario);
    if (standbys.empty())
    {
        return;
    }
    std::vector<EdgeTakeover::Place> edges;
    for (const Endpoint& section : m_endpoints.GetSections(Tier::Edge))
    {
        edges.push_back({section, {section.node, ns3::ddnn::exitPort}});
    }
    const std::size_t hub = m_scenario.edgeExitEdge - 1;
    built.takeover = std::make_shared<EdgeTakeover>(m_nodes.GetRoutes(), edges, hub);
    for (const Standby& standby : standbys)
    {
        const DeployedNode& host = standby.edge ? m_nodes.GetEdge(*standby.edge) : m_cloud;
        const EdgeTakeover::Place place = m_endpoints.GetStandby(m_site, standby.group, host);
        BuildSection(standby.group, host, place.section.port);
        if (standby.group == hub)
        {
            BuildExit(built, Tier::Edge, place.exit);
        }
        built.takeover->AddStandby(standby.group, place);
    }
    built.takeover->SetApplications(m_applications);
}

void
SiteBuilder::BuildExits(DeployedSite& built)
{
    const nn::NetworkDescription& network = m_network.GetDescription();
    if (network.HasLocalExit())
    {
        BuildExit(built, Tier::Device, m_endpoints.GetExit(Tier::Device));
    }
    if (network.HasEdges())
    {
        BuildExit(built, Tier::Edge, m_endpoints.GetExit(Tier::Edge));
    }
}

void
SiteBuilder::BuildExit(DeployedSite& built, Tier tier, const Endpoint& place)
{
    const bool local = tier == Tier::Device;
    auto exit = ns3::CreateObject<ns3::ddnn::ExitApplication>();
    const auto classifier = local ? m_network.GetLocalExit() : m_network.GetEdgeExit();
    const auto nodes = static_cast<std::uint32_t>(m_endpoints.GetSections(tier).size());
    exit->SetClassifier(tier, ns3::ddnn::MakeClassifier(classifier), nodes);
    exit->SetAttribute(
        "Threshold",
        ns3::DoubleValue(local ? m_scenario.localThreshold : m_scenario.edgeThreshold));
    exit->SetAttribute("TellsGateway", ns3::BooleanValue(m_scenario.fallback == "best-exit"));
    exit->SetAttribute("AcceptLate", ns3::BooleanValue(m_scenario.acceptLate));
    exit->SetCollector(MakeCollector(m_scenario, GetExitWait(m_scenario, tier)));
    exit->SetHolders(m_endpoints.GetHolders(tier));
    exit->SetGateway(m_endpoints.GetGateway());
    exit->SetAttribute("Port", ns3::UintegerValue(place.port));
    ns3::NodeList::GetNode(place.node)->AddApplication(exit);
    built.exits.push_back(exit);
    if (m_endpoints.HoldsOnEdges(tier))
    {
        m_applications.exits.push_back(exit);
    }
    built.paths.push_back({place.node, m_endpoints.GetGateway()});
    for (const Endpoint& holder : m_endpoints.GetHolders(tier))
    {
        built.paths.push_back({place.node, holder});
    }
}

} // namespace simulator
