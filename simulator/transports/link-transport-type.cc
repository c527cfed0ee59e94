// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/link-transport-type.h"

#include "models/transport/ddnn-frame-router.h"
#include "models/transport/ddnn-link-transport.h"

#include <utility>

namespace simulator
{

namespace
{

using ns3::ddnn::FrameRouter;

void
Install(const ns3::Ptr<ns3::Node>& node)
{
    node->AggregateObject(ns3::CreateObject<FrameRouter>());
}

void
AddAddress(const ns3::Ptr<ns3::NetDevice>& device, const ns3::Ipv4InterfaceAddress& address)
{
    device->GetNode()->GetObject<FrameRouter>()->AddAddress(device, address);
}

void
AddRoute(const ns3::Ptr<ns3::Node>& node,
         ns3::Ipv4Address network,
         ns3::Ipv4Mask mask,
         ns3::Ipv4Address nextHop)
{
    node->GetObject<FrameRouter>()->AddRoute(network, mask, nextHop);
}

void
RemoveRoutes(const ns3::Ptr<ns3::Node>& node, ns3::Ipv4Address network, ns3::Ipv4Mask mask)
{
    node->GetObject<FrameRouter>()->RemoveRoute(network, mask);
}

DatagramSender
MakeSender(const ns3::Ptr<ns3::Node>& from, ns3::Ipv4Address to, std::uint16_t port)
{
    return [router = from->GetObject<FrameRouter>(), to, port](
               const ns3::Ptr<ns3::Packet>& datagram) { router->Send(to, port, datagram); };
}

void
Listen(const ns3::Ptr<ns3::Node>& node, std::uint16_t port, DatagramReceiver receiver)
{
    node->GetObject<FrameRouter>()->Listen(
        port,
        [receiver = std::move(receiver)](std::uint16_t, const ns3::Ptr<const ns3::Packet>& frame) {
            receiver(frame);
        });
}

void
AddKeys(KeyTable& /*table*/, Scenario& /*scenario*/)
{
}

ns3::Ptr<ns3::ddnn::Transport>
Create(const Scenario& /*scenario*/, const ns3::Ptr<const ns3::ddnn::AddressBook>& addresses)
{
    auto transport = ns3::CreateObject<ns3::ddnn::LinkTransport>();
    transport->SetAddressBook(addresses);
    return transport;
}

const NetworkLayer frameLayer = {NetworkLayer::Packets::BareFrames,
                                 Install,
                                 AddAddress,
                                 AddRoute,
                                 RemoveRoutes,
                                 MakeSender,
                                 Listen};

} // namespace

const TransportType linkTransportType = {
    "link",
    "Frames from device to device without an IP stack, 28 bytes before each as with UDP and IPv4: "
    "the same times and wire bytes as udp on p2p links, at a fraction of the work.",
    "for very large runs; address resolution is left out, and links that carry only IP packets "
    "refuse it",
    AddKeys,
    frameLayer,
    Create};

} // namespace simulator
