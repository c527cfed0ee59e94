// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-frame-router.h"

#include "models/transport/ddnn-frame-header.h"

#include <ns3/channel.h>

#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(FrameRouter);

namespace
{

/// That of IPv4, whose place it takes: ns-3's point-to-point device knows only this and IPv6.
constexpr std::uint16_t frameProtocol = 0x0800;

} // namespace

TypeId
FrameRouter::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::FrameRouter")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<FrameRouter>();
    return tid;
}

void
FrameRouter::SetReceiver(Receiver receiver)
{
    m_receiver = std::move(receiver);
}

void
FrameRouter::Listen(std::uint16_t port, Receiver receiver)
{
    m_listeners[port] = std::move(receiver);
}

void
FrameRouter::AddAddress(Ptr<NetDevice> device, const Ipv4InterfaceAddress& address)
{
    const Ipv4Mask mask = address.GetMask();
    m_own[address.GetLocal().Get()] = device;
    m_routes[mask.Get()][address.GetLocal().CombineMask(mask).Get()].device = device;
}

void
FrameRouter::AddRoute(Ipv4Address network, Ipv4Mask mask, Ipv4Address nextHop)
{
    m_routes[mask.Get()][network.Get()].nextHop = nextHop;
    m_hops.clear();
}

void
FrameRouter::RemoveRoute(Ipv4Address network, Ipv4Mask mask)
{
    auto& routes = m_routes[mask.Get()];
    const auto found = routes.find(network.Get());
    if (found != routes.end() && !found->second.device)
    {
        routes.erase(found);
        m_hops.clear();
    }
}

void
FrameRouter::Send(Ipv4Address to, std::uint16_t port, Ptr<Packet> datagram)
{
    datagram->AddHeader(FrameHeader(to, port));
    const Hop& hop = GetHop(to);
    hop.device->Send(datagram, hop.neighbour, frameProtocol);
}

void
FrameRouter::Receive(Ptr<NetDevice> /*device*/,
                     Ptr<const Packet> frame,
                     std::uint16_t /*protocol*/,
                     const Address& /*from*/,
                     const Address& /*to*/,
                     NetDevice::PacketType /*type*/)
{
    std::array<std::uint8_t, FrameHeader::usedBytes> bytes{};
    if (frame->GetSize() < FrameHeader::size)
    {
        return; // not one of ours
    }
    frame->CopyData(bytes.data(), bytes.size());
    const FrameHeader header = FrameHeader::Decode(bytes.data());
    const Hop& hop = GetHop(header.GetDestination());
    if (hop.device)
    {
        hop.device->Send(frame->Copy(), hop.neighbour, frameProtocol);
    }
    else
    {
        HandOver(header.GetPort(), frame);
    }
}

void
FrameRouter::HandOver(std::uint16_t port, const Ptr<const Packet>& frame) const
{
    const auto listener = m_listeners.find(port);
    const Receiver& receiver = listener != m_listeners.end() ? listener->second : m_receiver;
    if (receiver)
    {
        receiver(port, frame);
    }
}

const FrameRouter::Hop&
FrameRouter::GetHop(Ipv4Address to)
{
    const auto found = m_hops.find(to.Get());
    return found != m_hops.end() ? found->second : m_hops[to.Get()] = FindHop(to);
}

FrameRouter::Hop
FrameRouter::FindHop(Ipv4Address to) const
{
    if (m_own.count(to.Get()))
    {
        return {};
    }
    const Route* route = FindRoute(to);
    Ipv4Address neighbour = to;
    if (route && !route->device)
    {
        neighbour = route->nextHop;
        route = FindRoute(neighbour);
    }
    if (!route || !route->device)
    {
        std::ostringstream text;
        text << "no route from node " << m_node->GetId() << " to " << to;
        throw std::runtime_error(text.str());
    }
    return {route->device, FindNeighbour(route->device, neighbour)};
}

const FrameRouter::Route*
FrameRouter::FindRoute(Ipv4Address to) const
{
    for (const auto& [mask, networks] : m_routes)
    {
        const auto found = networks.find(to.Get() & mask);
        if (found != networks.end())
        {
            return &found->second;
        }
    }
    return nullptr;
}

/// Hardware address of the device on the same channel that has an address.
Address
FrameRouter::FindNeighbour(const Ptr<NetDevice>& device, Ipv4Address address)
{
    const Ptr<Channel> channel = device->GetChannel();
    for (std::size_t i = 0; i < channel->GetNDevices(); ++i)
    {
        const Ptr<NetDevice> other = channel->GetDevice(i);
        const auto router = other->GetNode()->GetObject<FrameRouter>();
        const auto own = router->m_own.find(address.Get());
        if (own != router->m_own.end() && own->second == other)
        {
            return other->GetAddress();
        }
    }
    std::ostringstream text;
    text << address << " is not on the link of node " << device->GetNode()->GetId();
    throw std::runtime_error(text.str());
}

void
FrameRouter::NotifyNewAggregate()
{
    const auto node = GetObject<Node>();
    if (node && !m_node)
    {
        m_node = node;
        node->RegisterProtocolHandler(
            MakeCallback(&FrameRouter::Receive, this), frameProtocol, nullptr);
    }
    Object::NotifyNewAggregate();
}

void
FrameRouter::DoDispose()
{
    m_node = nullptr;
    m_receiver = nullptr;
    m_listeners.clear();
    m_own.clear();
    m_routes.clear();
    m_hops.clear();
    Object::DoDispose();
}

} // namespace ns3::ddnn
