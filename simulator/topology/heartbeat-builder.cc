// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/heartbeat-builder.h"

#include "models/failures/ddnn-node-state.h"
#include "simulator/topology/edge-takeover.h"
#include "simulator/topology/standby-plan.h"

#include <ns3/uinteger.h>

namespace simulator
{

namespace
{

using ns3::ddnn::Heartbeat;

constexpr std::uint16_t echoPort = 3785; // RFC 5881, 8

/// Sends every heartbeat back.
void
InstallEcho(const NetworkLayer& layer, const ns3::Ptr<ns3::Node>& edge, ns3::Ipv4Address gateway)
{
    layer.listen(edge,
                 echoPort,
                 [edge = ns3::PeekPointer(edge), reply = layer.makeSender(edge, gateway, echoPort)](
                     const ns3::Ptr<const ns3::Packet>&) {
                     if (ns3::ddnn::IsOn(ns3::Ptr<const ns3::Node>(edge)))
                     {
                         reply(ns3::Create<ns3::Packet>(Heartbeat::bytes));
                     }
                 });
}

/// \param link of the gateway and its edge
ns3::Ptr<Heartbeat>
MakeHeartbeat(const Scenario& scenario,
              const NetworkLayer& layer,
              const ns3::Ptr<ns3::Node>& gateway,
              const AddressBlock& link)
{
    auto heartbeat = ns3::CreateObject<Heartbeat>();
    heartbeat->SetAttribute("Interval", ns3::TimeValue(scenario.heartbeat.interval));
    heartbeat->SetAttribute("Misses", ns3::UintegerValue(scenario.heartbeat.misses));
    heartbeat->SetNode(gateway, layer.makeSender(gateway, link.GetHost(0), echoPort));
    layer.listen(gateway, echoPort, [heartbeat = ns3::PeekPointer(heartbeat)](const auto&) {
        heartbeat->Receive();
    });
    return heartbeat;
}

} // namespace

void
BuildHeartbeats(const Scenario& scenario,
                const NetworkLayer& layer,
                const SiteNetwork& nodes,
                const std::shared_ptr<EdgeTakeover>& takeover,
                Deployment& deployment)
{
    for (const Standby& standby : GetStandbys(scenario))
    {
        const std::size_t group = standby.group;
        const DeployedNode& gateway = nodes.GetGateway(group);
        const DeployedNode& edge = nodes.GetEdge(group);
        const AddressBlock& link = nodes.GetEdgeLink(group);
        InstallEcho(layer, edge.node, link.GetHost(1));
        const auto heartbeat = MakeHeartbeat(scenario, layer, gateway.node, link);
        const auto lost = [takeover, group] { takeover->Begin(group); };
        const auto back = [takeover, group] { takeover->End(group); };
        heartbeat->TraceConnectWithoutContext("Lost", ns3::Callback<void>(lost));
        heartbeat->TraceConnectWithoutContext("Back", ns3::Callback<void>(back));
        deployment.heartbeats.push_back({gateway.name, edge.name, heartbeat});
    }
}

} // namespace simulator
