// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_LAYER_H
#define SIMULATOR_NETWORK_LAYER_H

#include "models/transport/ddnn-ip-family.h"

#include <ns3/ipv4-interface-address.h>
#include <ns3/net-device.h>
#include <ns3/node.h>
#include <ns3/packet.h>

#include <cstdint>
#include <functional>

namespace simulator
{

using DatagramSender = std::function<void(ns3::Ptr<ns3::Packet> datagram)>;
using DatagramReceiver = std::function<void(const ns3::Ptr<const ns3::Packet>& datagram)>;

/// What brings the packets of a transport from node to node over several links: addresses and
/// static routes. The same plan of addresses serves every layer.
struct NetworkLayer
{
    /// What its packets are: some link types carry only packets of one kind.
    enum class Packets
    {
        Ipv4,
        Ipv6,
        BareFrames
    };

    Packets packets;

    /// Of the sockets above it.
    ns3::ddnn::IpFamily GetFamily() const
    {
        return packets == Packets::Ipv6 ? ns3::ddnn::IpFamily::Ipv6 : ns3::ddnn::IpFamily::Ipv4;
    }

    /// Puts the layer on a node, before all else.
    void (*install)(const ns3::Ptr<ns3::Node>& node);
    void (*addAddress)(const ns3::Ptr<ns3::NetDevice>& device,
                       const ns3::Ipv4InterfaceAddress& address);
    /// \param nextHop on a link of the node; the default route is to 0.0.0.0/0
    void (*addRoute)(const ns3::Ptr<ns3::Node>& node,
                     ns3::Ipv4Address network,
                     ns3::Ipv4Mask mask,
                     ns3::Ipv4Address nextHop);
    /// Forgets the routes of a node to a network, if there are any.
    void (*removeRoutes)(const ns3::Ptr<ns3::Node>& node,
                         ns3::Ipv4Address network,
                         ns3::Ipv4Mask mask);
    /// A way for datagrams past the transport: from a node to a port of the node with an address;
    /// 28 bytes come before each. None: there is no such way.
    DatagramSender (*makeSender)(const ns3::Ptr<ns3::Node>& from,
                                 ns3::Ipv4Address to,
                                 std::uint16_t port) = nullptr;
    /// Hears the datagrams that come to a port of a node past the transport.
    void (*listen)(const ns3::Ptr<ns3::Node>& node,
                   std::uint16_t port,
                   DatagramReceiver receiver) = nullptr;
    /// Called for every node when the network is warm: what has been found out stays as it is. May
    /// be null.
    void (*settle)(const ns3::Ptr<ns3::Node>& node) = nullptr;
};

} // namespace simulator

#endif // SIMULATOR_NETWORK_LAYER_H
