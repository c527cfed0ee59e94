// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/background-traffic.h"

#include "simulator/scenario/key-table.h"
#include "simulator/topology/name-check.h"
#include "simulator/topology/node-names.h"
#include "simulator/topology/stream-table.h"
#include "simulator/transports/transport-type.h"

#include <ns3/uinteger.h>

#include <algorithm>

namespace simulator
{

namespace
{

/// Port of the first flow; each has its own.
constexpr std::uint16_t firstPort = 5001;

/// IPv4 and UDP.
constexpr std::uint32_t headerBytes = 20 + 8;

ns3::Ptr<ns3::Node>
FindNode(const Deployment& deployment, const std::string& name)
{
    return std::find_if(deployment.nodes.begin(),
                        deployment.nodes.end(),
                        [&name](const DeployedNode& node) { return node.name == name; })
        ->node;
}

ns3::Ptr<ns3::ddnn::BackgroundFlow>
MakeFlow(const BackgroundSettings& settings)
{
    auto flow = ns3::CreateObject<ns3::ddnn::BackgroundFlow>();
    flow->SetAttribute("PayloadBytes", ns3::UintegerValue(settings.bytes - headerBytes));
    flow->SetAttribute("Interval",
                       ns3::TimeValue(settings.rate.CalculateBytesTxTime(settings.bytes)));
    flow->SetAttribute("Start", ns3::TimeValue(settings.start));
    if (settings.stop)
    {
        flow->SetAttribute("Stop", ns3::TimeValue(*settings.stop));
    }
    if (settings.pattern == "on-off")
    {
        flow->SetAttribute("On", ns3::TimeValue(settings.on));
        flow->SetAttribute("Off", ns3::TimeValue(settings.off));
    }
    return flow;
}

} // namespace

void
CheckBackground(const Scenario& scenario, const nn::NetworkDescription& network)
{
    if (scenario.background.empty())
    {
        return;
    }
    if (!GetTransportType(scenario.transport).layer.makeSender)
    {
        Refuse(scenario, "transport", "carries no background traffic, expected another");
    }
    const std::vector<std::string> nodes = GetNodeNames(scenario, network);
    for (std::size_t i = 0; i < scenario.background.size(); ++i)
    {
        const BackgroundSettings& flow = scenario.background[i];
        const std::string path = JoinPath("background", std::to_string(i + 1));
        const std::string example = nodes[1] + " or cloud";
        CheckName(scenario, JoinPath(path, "from"), "node", flow.from, nodes, example);
        CheckName(scenario, JoinPath(path, "to"), "node", flow.to, nodes, example);
        if (flow.from == flow.to)
        {
            Refuse(scenario, JoinPath(path, "to"), "the node sends to itself, expected another");
        }
        if (flow.stop && *flow.stop <= flow.start)
        {
            Refuse(scenario, JoinPath(path, "stop"), "is not after start");
        }
    }
}

void
BuildBackground(const Scenario& scenario, const NetworkLayer& layer, Deployment& deployment)
{
    for (std::size_t i = 0; i < scenario.background.size(); ++i)
    {
        const BackgroundSettings& settings = scenario.background[i];
        const ns3::Ptr<ns3::Node> from = FindNode(deployment, settings.from);
        const ns3::Ptr<ns3::Node> to = FindNode(deployment, settings.to);
        const auto port = static_cast<std::uint16_t>(firstPort + i);
        const auto flow = MakeFlow(settings);
        flow->AssignStreams(GetStream(StreamPurpose::Background, 0, static_cast<std::uint32_t>(i)));
        flow->SetSend(layer.makeSender(from, deployment.addresses->Get(to->GetId()), port));
        layer.listen(to, port, [flow = ns3::PeekPointer(flow)](const auto& packet) {
            flow->Receive(packet);
        });
        deployment.background.push_back({from->GetId(), to->GetId(), flow});
    }
}

} // namespace simulator
