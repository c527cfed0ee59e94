// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/ipv4-layer.h"

#include "simulator/transports/datagram-sockets.h"
#include "simulator/transports/interface-to.h"

#include <ns3/arp-cache.h>
#include <ns3/arp-l3-protocol.h>
#include <ns3/double.h>
#include <ns3/inet-socket-address.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/ipv4-interface.h>
#include <ns3/ipv4-l3-protocol.h>
#include <ns3/ipv4-routing-table-entry.h>
#include <ns3/ipv4-static-routing-helper.h>
#include <ns3/ipv4.h>
#include <ns3/pointer.h>
#include <ns3/random-variable-stream.h>

#include <utility>

namespace simulator
{

namespace
{

void
Install(const ns3::Ptr<ns3::Node>& node)
{
    ns3::InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.SetRoutingHelper(ns3::Ipv4StaticRoutingHelper());
    stack.Install(node);
}

/// Neighbours are asked for at once, and found ones are not forgotten: ns-3's 120 s would stop the
/// traffic for one more exchange every two minutes, where real hosts keep entries that are in use.
/// A neighbour that does not answer (a station that is not associated yet) may be asked for again
/// after a second, not 100.
void
SetUpArp(const ns3::Ptr<ns3::Node>& node, std::uint32_t interface)
{
    auto jitter = ns3::CreateObject<ns3::ConstantRandomVariable>();
    jitter->SetAttribute("Constant", ns3::DoubleValue(0));
    node->GetObject<ns3::ArpL3Protocol>()->SetAttribute("RequestJitter", ns3::PointerValue(jitter));
    auto cache = node->GetObject<ns3::Ipv4L3Protocol>()->GetInterface(interface)->GetArpCache();
    cache->SetAliveTimeout(ns3::Time::Max() / 4);
    cache->SetDeadTimeout(ns3::Seconds(1));
}

void
AddAddress(const ns3::Ptr<ns3::NetDevice>& device, const ns3::Ipv4InterfaceAddress& address)
{
    auto ipv4 = device->GetNode()->GetObject<ns3::Ipv4>();
    const std::uint32_t interface = ipv4->AddInterface(device);
    ipv4->AddAddress(interface, address);
    ipv4->SetMetric(interface, 1);
    ipv4->SetUp(interface);
    if (device->NeedsArp())
    {
        SetUpArp(device->GetNode(), interface);
    }
}

void
AddRoute(const ns3::Ptr<ns3::Node>& node,
         ns3::Ipv4Address network,
         ns3::Ipv4Mask mask,
         ns3::Ipv4Address nextHop)
{
    auto ipv4 = node->GetObject<ns3::Ipv4>();
    ns3::Ipv4StaticRoutingHelper().GetStaticRouting(ipv4)->AddNetworkRouteTo(
        network, mask, nextHop, GetInterfaceTo(ipv4, nextHop));
}

void
RemoveRoutes(const ns3::Ptr<ns3::Node>& node, ns3::Ipv4Address network, ns3::Ipv4Mask mask)
{
    auto routes = ns3::Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<ns3::Ipv4>());
    for (std::uint32_t i = routes->GetNRoutes(); i-- > 0;)
    {
        const ns3::Ipv4RoutingTableEntry route = routes->GetRoute(i);
        if (route.IsGateway() && route.GetDestNetwork() == network &&
            route.GetDestNetworkMask() == mask)
        {
            routes->RemoveRoute(i);
        }
    }
}

ns3::Address
GetAny(std::uint16_t port)
{
    return ns3::InetSocketAddress(ns3::Ipv4Address::GetAny(), port);
}

DatagramSender
MakeSender(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address to, std::uint16_t port)
{
    return MakeSocketSender(from, GetAny(0), ns3::InetSocketAddress(to, port));
}

void
Listen(const ns3::Ptr<ns3::Node>& node, std::uint16_t port, DatagramReceiver receiver)
{
    ListenOnSocket(node, GetAny(port), std::move(receiver));
}

} // namespace

const NetworkLayer ipv4Layer = {
    NetworkLayer::Packets::Ipv4, Install, AddAddress, AddRoute, RemoveRoutes, MakeSender, Listen};

} // namespace simulator
