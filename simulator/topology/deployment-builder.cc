// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/deployment-builder.h"

#include "models/ddnn-network-partition.h"
#include "simulator/topology/application-settings.h"
#include "simulator/topology/background-traffic.h"
#include "simulator/topology/failure-builder.h"
#include "simulator/topology/heartbeat-builder.h"
#include "simulator/topology/layer-choice.h"
#include "simulator/topology/site-builder.h"

#include <ns3/boolean.h>

#include <algorithm>
#include <numeric>

namespace simulator
{

namespace
{

std::vector<int>
GetChildrenOfCloud(const nn::NetworkDescription& network)
{
    std::vector<int> children(network.HasEdges() ? network.GetEdgeCount()
                                                 : network.GetDeviceCount());
    std::iota(children.begin(), children.end(), 0);
    return children;
}

ns3::Ptr<ns3::ddnn::SectionApplication>
MakeCloud(const Scenario& scenario,
          const nn::NetworkDescription& description,
          const SectionPartitions& partitions,
          const DeployedNode& node)
{
    auto cloud = ns3::CreateObject<ns3::ddnn::SectionApplication>();
    ConfigureTier(cloud, scenario, {ns3::ddnn::Tier::Cloud, 0, 0});
    const bool childrenHaveExit = description.HasEdges() || description.HasLocalExit();
    cloud->SetAttribute("Gated",
                        ns3::BooleanValue(scenario.escalation == "eager" && childrenHaveExit));
    cloud->SetPartition(partitions.cloud, node.processor);
    cloud->SetCollector(MakeCollector(scenario, scenario.cloudWait),
                        GetChildrenOfCloud(description));
    return cloud;
}

bool
NeedsWarmUp(const Deployment& deployment)
{
    const auto transport = deployment.nodes.front().node->GetObject<ns3::ddnn::Transport>();
    return transport->NeedsWarmUp() ||
           std::any_of(deployment.links.begin(),
                       deployment.links.end(),
                       [](const DeployedLink& link) { return link.medium.needsWarmUp; });
}

ns3::Ptr<ns3::ddnn::WarmUp>
MakeWarmUp(const Scenario& scenario, const Deployment& deployment)
{
    auto warmUp = ns3::CreateObject<ns3::ddnn::WarmUp>();
    warmUp->SetAttribute("Earliest", ns3::TimeValue(scenario.workload.start));
    const bool needed = NeedsWarmUp(deployment);
    for (const DeployedLink& link : deployment.links)
    {
        if (const auto begin = link.medium.begin) // before the clocks: holds at the first capture
        {
            warmUp->TraceConnectWithoutContext(
                "Ready",
                ns3::Callback<void, ns3::Time>([begin](ns3::Time first) { begin(first); }));
        }
    }
    if (const auto failures = deployment.failures) // before the clocks, too
    {
        warmUp->TraceConnectWithoutContext(
            "Ready", ns3::Callback<void, ns3::Time>([failures](ns3::Time first) {
                failures->Start(first);
            }));
    }
    for (const DeployedFlow& background : deployment.background)
    {
        warmUp->TraceConnectWithoutContext(
            "Ready", ns3::MakeCallback(&ns3::ddnn::BackgroundFlow::Begin, background.flow));
    }
    for (const DeployedHeartbeat& one : deployment.heartbeats)
    {
        warmUp->TraceConnectWithoutContext(
            "Ready", ns3::MakeCallback(&ns3::ddnn::Heartbeat::Begin, one.heartbeat));
    }
    for (const DeployedSite& site : deployment.sites)
    {
        warmUp->TraceConnectWithoutContext(
            "Ready", ns3::MakeCallback(&ns3::ddnn::CaptureClock::Start, site.clock));
        if (needed)
        {
            warmUp->Add(site.paths);
        }
    }
    return warmUp;
}

void
SettleWhenWarm(const NetworkLayer& layer, const Deployment& deployment)
{
    for (std::size_t i = 0; i < deployment.nodes.size() && layer.settle; ++i)
    {
        const ns3::Ptr<ns3::Node>& node = deployment.nodes[i].node;
        const auto settle = [&layer, node](ns3::Time /*firstCapture*/) { layer.settle(node); };
        deployment.warmUp->TraceConnectWithoutContext("Ready",
                                                      ns3::Callback<void, ns3::Time>(settle));
    }
}

} // namespace

Deployment
BuildDeployment(const Scenario& scenario,
                const nn::NetworkInference& network,
                const nn::MultiViewDataSet& dataset)
{
    Deployment deployment;
    const NetworkLayer& layer = ChooseLayer(scenario, network.GetDescription());
    NodeFactory factory(scenario, layer, deployment);
    AddressPlan addresses;
    const std::size_t cloudIndex = factory.MakeNode("cloud", "cloud", scenario.cloudProcessor);
    const DeployedNode cloud = deployment.nodes[cloudIndex];
    const SectionPartitions partitions = MakeSectionPartitions(scenario, network, dataset);
    deployment.cloud = MakeCloud(scenario, network.GetDescription(), partitions, cloud);
    std::vector<ns3::ddnn::Endpoint> gateways;
    for (std::uint32_t site = 0; site < scenario.sites; ++site)
    {
        SiteNetwork nodes(scenario, network.GetDescription(), site, deployment);
        nodes.Build(factory, addresses, cloud.node);
        const SiteEndpoints endpoints(scenario, network.GetDescription(), nodes, cloud);
        SiteBuilder builder({scenario, network, partitions, dataset, nodes, cloud, endpoints},
                            site);
        deployment.sites.push_back(builder.Build());
        BuildHeartbeats(scenario, layer, nodes, deployment.sites.back().takeover, deployment);
        gateways.push_back(endpoints.GetGateway());
    }
    deployment.cloud->SetLast(ns3::ddnn::MakeClassifier(network.GetCloudExit()),
                              std::move(gateways));
    cloud.node->AddApplication(deployment.cloud);
    BuildBackground(scenario, layer, deployment);
    BuildFailures(scenario, network.GetDescription(), deployment);
    deployment.warmUp = MakeWarmUp(scenario, deployment);
    SettleWhenWarm(layer, deployment);
    return deployment;
}

} // namespace simulator
