// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/ipv6-layer.h"

#include "models/transport/ddnn-ip-family.h"
#include "simulator/transports/datagram-sockets.h"
#include "simulator/transports/interface-to.h"

#include <ns3/boolean.h>
#include <ns3/channel.h>
#include <ns3/icmpv6-l4-protocol.h>
#include <ns3/inet6-socket-address.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/ipv6-interface.h>
#include <ns3/ipv6-l3-protocol.h>
#include <ns3/ipv6-routing-table-entry.h>
#include <ns3/ipv6-static-routing-helper.h>
#include <ns3/mac16-address.h>
#include <ns3/ndisc-cache.h>
#include <ns3/sixlowpan-net-device.h>

#include <algorithm>
#include <array>
#include <utility>

namespace simulator
{

namespace
{

using ns3::ddnn::MapToIpv6;

void
Install(const ns3::Ptr<ns3::Node>& node)
{
    ns3::InternetStackHelper stack;
    stack.SetIpv4StackInstall(false);
    stack.SetIpv6NsRsJitter(false);
    stack.SetRoutingHelper(ns3::Ipv6StaticRoutingHelper());
    stack.Install(node);
    // Who forwards does not ask for routers.
    node->GetObject<ns3::Ipv6L3Protocol>()->SetAttribute("IpForward", ns3::BooleanValue(true));
    node->GetObject<ns3::Icmpv6L4Protocol>()->SetAttribute("DAD", ns3::BooleanValue(false));
}

/// What makes the address short on 6LoWPAN: the device's own short address is its last two bytes,
/// and all devices know its first 64 bits as context 0.
void
SetUpLowPan(const ns3::Ptr<ns3::SixLowPanNetDevice>& device, ns3::Ipv6Address address)
{
    std::array<std::uint8_t, 16> bytes{};
    address.GetBytes(bytes.data());
    ns3::Mac16Address shortAddress;
    shortAddress.CopyFrom(bytes.data() + 14);
    // Some are not for one node; then the device keeps the one it has, unique on its medium.
    if (!shortAddress.IsBroadcast() && !shortAddress.IsMulticast())
    {
        device->SetAddress(shortAddress);
    }
    std::fill(bytes.begin() + 8, bytes.end(), 0);
    constexpr std::uint8_t bits = 64;
    device->AddContext(0, ns3::Ipv6Prefix(bytes.data(), bits), true, ns3::Time::Max() / 4);
}

void
AddAddress(const ns3::Ptr<ns3::NetDevice>& device, const ns3::Ipv4InterfaceAddress& address)
{
    auto ipv6 = device->GetNode()->GetObject<ns3::Ipv6>();
    const ns3::Ipv6Address mapped = MapToIpv6(address.GetLocal());
    if (const auto lowPan = ns3::DynamicCast<ns3::SixLowPanNetDevice>(device))
    {
        SetUpLowPan(lowPan, mapped);
    }
    const std::uint32_t interface = ipv6->AddInterface(device);
    ipv6->SetMetric(interface, 1);
    ipv6->AddAddress(interface, ns3::Ipv6InterfaceAddress(mapped, MapToIpv6(address.GetMask())));
    ipv6->SetUp(interface);
}

void
AddRoute(const ns3::Ptr<ns3::Node>& node,
         ns3::Ipv4Address network,
         ns3::Ipv4Mask mask,
         ns3::Ipv4Address nextHop)
{
    auto ipv6 = node->GetObject<ns3::Ipv6>();
    const ns3::Ipv6Prefix prefix = MapToIpv6(mask);
    const ns3::Ipv6Address neighbour = MapToIpv6(nextHop);
    ns3::Ipv6StaticRoutingHelper().GetStaticRouting(ipv6)->AddNetworkRouteTo(
        MapToIpv6(network).CombinePrefix(prefix),
        prefix,
        neighbour,
        GetInterfaceTo(ipv6, neighbour));
}

void
RemoveRoutes(const ns3::Ptr<ns3::Node>& node, ns3::Ipv4Address network, ns3::Ipv4Mask mask)
{
    const ns3::Ipv6Prefix prefix = MapToIpv6(mask);
    const ns3::Ipv6Address mapped = MapToIpv6(network).CombinePrefix(prefix);
    auto routes = ns3::Ipv6StaticRoutingHelper().GetStaticRouting(node->GetObject<ns3::Ipv6>());
    for (std::uint32_t i = routes->GetNRoutes(); i-- > 0;)
    {
        const ns3::Ipv6RoutingTableEntry route = routes->GetRoute(i);
        if (route.IsGateway() && route.GetDestNetwork() == mapped &&
            route.GetDestNetworkPrefix() == prefix)
        {
            routes->RemoveRoute(i);
        }
    }
}

ns3::Address
GetAny(std::uint16_t port)
{
    return ns3::Inet6SocketAddress(ns3::Ipv6Address::GetAny(), port);
}

DatagramSender
MakeSender(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address to, std::uint16_t port)
{
    return MakeSocketSender(from, GetAny(0), ns3::Inet6SocketAddress(MapToIpv6(to), port));
}

void
Listen(const ns3::Ptr<ns3::Node>& node, std::uint16_t port, DatagramReceiver receiver)
{
    ListenOnSocket(node, GetAny(port), std::move(receiver));
}

/// Entries of neighbours are found by their hardware address: the cache cannot be gone through.
void
KeepNeighbours(const ns3::Ptr<ns3::NetDevice>& device, const ns3::Ptr<ns3::NdiscCache>& cache)
{
    const ns3::Ptr<ns3::Channel> channel = device->GetChannel();
    for (std::size_t i = 0; i < channel->GetNDevices(); ++i)
    {
        for (auto* entry : cache->LookupInverse(channel->GetDevice(i)->GetAddress()))
        {
            entry->MarkPermanent();
        }
    }
}

void
Settle(const ns3::Ptr<ns3::Node>& node)
{
    auto ipv6 = node->GetObject<ns3::Ipv6L3Protocol>();
    for (std::uint32_t i = 0; i < ipv6->GetNInterfaces(); ++i)
    {
        const ns3::Ptr<ns3::NetDevice> device = ipv6->GetNetDevice(i);
        if (device->NeedsArp())
        {
            KeepNeighbours(device, ipv6->GetInterface(i)->GetNdiscCache());
        }
    }
}

} // namespace

const NetworkLayer ipv6Layer = {NetworkLayer::Packets::Ipv6,
                                Install,
                                AddAddress,
                                AddRoute,
                                RemoveRoutes,
                                MakeSender,
                                Listen,
                                Settle};

} // namespace simulator
