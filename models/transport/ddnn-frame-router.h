// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_FRAME_ROUTER_H
#define DDNN_FRAME_ROUTER_H

#include "models/ddnn-message.h"

#include <ns3/address.h>
#include <ns3/ipv4-interface-address.h>
#include <ns3/net-device.h>
#include <ns3/node.h>
#include <ns3/object.h>
#include <ns3/packet.h>

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace ns3::ddnn
{

/// Brings frames from node to node without an IP stack; one aggregated to every node. Addresses and
/// routes are those that IPv4 would have, and so is the number of header bytes (FrameHeader), so
/// that a frame takes the same way at the same times; what a node spends on it is one look-up.
///
/// Leaves out: address resolution (neighbours are known), time to live and checksums.
class FrameRouter : public Object
{
  public:
    /// \param frame FrameHeader and datagram
    using Receiver = std::function<void(std::uint16_t port, Ptr<const Packet> frame)>;

    static TypeId GetTypeId();

    /// For frames to ports that nobody listens to by Listen.
    void SetReceiver(Receiver receiver);
    void Listen(std::uint16_t port, Receiver receiver);
    void AddAddress(Ptr<NetDevice> device, const Ipv4InterfaceAddress& address);
    /// \param nextHop on a link of this node; the longest prefix wins
    void AddRoute(Ipv4Address network, Ipv4Mask mask, Ipv4Address nextHop);
    /// Of one that was added, if there is one.
    void RemoveRoute(Ipv4Address network, Ipv4Mask mask);

    /// \throw std::runtime_error if there is no route
    void Send(Ipv4Address to, std::uint16_t port, Ptr<Packet> datagram);

  protected:
    void DoDispose() override;
    void NotifyNewAggregate() override;

  private:
    struct Route
    {
        Ptr<NetDevice> device; //!< of a network that is a link; null: see nextHop
        Ipv4Address nextHop;
    };

    /// Where frames to one address leave the node.
    struct Hop
    {
        Ptr<NetDevice> device; //!< null: the address is this node's own
        Address neighbour;
    };

    void Receive(Ptr<NetDevice> device,
                 Ptr<const Packet> frame,
                 std::uint16_t protocol,
                 const Address& from,
                 const Address& to,
                 NetDevice::PacketType type);
    void HandOver(std::uint16_t port, const Ptr<const Packet>& frame) const;
    const Hop& GetHop(Ipv4Address to);
    Hop FindHop(Ipv4Address to) const;
    const Route* FindRoute(Ipv4Address to) const;
    static Address FindNeighbour(const Ptr<NetDevice>& device, Ipv4Address address);

    Ptr<Node> m_node;
    Receiver m_receiver;
    std::map<std::uint16_t, Receiver> m_listeners;           //!< by port
    std::unordered_map<std::uint32_t, Ptr<NetDevice>> m_own; //!< device of each own address
    /// By mask, the longest first, then by network.
    std::map<std::uint32_t, std::unordered_map<std::uint32_t, Route>, std::greater<>> m_routes;
    std::unordered_map<std::uint32_t, Hop> m_hops; //!< what was looked up already
};

} // namespace ns3::ddnn

#endif // DDNN_FRAME_ROUTER_H
