// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-udp-transport.h"

#include "models/ddnn-message-header.h"
#include "models/ddnn-message-tag.h"

#include <ns3/inet-socket-address.h>
#include <ns3/node.h>
#include <ns3/packet.h>
#include <ns3/simulator.h>
#include <ns3/udp-socket-factory.h>
#include <ns3/uinteger.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(UdpTransport);

TypeId
UdpTransport::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::UdpTransport")
            .SetParent<Transport>()
            .SetGroupName("Ddnn")
            .AddConstructor<UdpTransport>()
            .AddAttribute("Mtu",
                          "Largest IP packet sent, in bytes.",
                          UintegerValue(1500),
                          MakeUintegerAccessor(&UdpTransport::m_mtu),
                          MakeUintegerChecker<std::uint32_t>(
                              ipUdpHeaderBytes + MessageHeader::size + 1, 65535))
            .AddAttribute(
                "ReassemblyTimeout",
                "Time after its latest part when a message with missing parts is forgotten.",
                TimeValue(Minutes(10)),
                MakeTimeAccessor(&UdpTransport::m_reassemblyTimeout),
                MakeTimeChecker(Time(0)))
            .AddTraceSource("Incomplete",
                            "A message was forgotten; number of its parts that were there.",
                            MakeTraceSourceAccessor(&UdpTransport::m_incompleteTrace),
                            "ns3::ddnn::UdpTransport::IncompleteCallback");
    return tid;
}

void
UdpTransport::SetAddressBook(Ptr<const AddressBook> book)
{
    m_book = book;
}

Ptr<Socket>
UdpTransport::OpenSocket(std::uint16_t port) const
{
    Ptr<Socket> socket = Socket::CreateSocket(GetObject<Node>(), UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), port));
    return socket;
}

void
UdpTransport::DoListen(std::uint16_t port)
{
    Ptr<Socket> socket = OpenSocket(port);
    socket->SetRecvCallback([this, port](Ptr<Socket> ready) { Receive(port, ready); });
    m_sockets.push_back(socket);
}

void
UdpTransport::DoSend(const Endpoint& to, const Message& message)
{
    if (!m_sender)
    {
        m_sender = OpenSocket(0);
    }
    const InetSocketAddress address(m_book->Get(to.node), to.port);
    const std::size_t room = m_mtu - ipUdpHeaderBytes - MessageHeader::size;
    const std::size_t bytes = message.payload.size();
    const auto fragments =
        static_cast<std::uint16_t>(std::max<std::size_t>(1, (bytes + room - 1) / room));
    for (std::uint16_t fragment = 0; fragment < fragments; ++fragment)
    {
        const std::size_t begin = fragment * room;
        const auto length = static_cast<std::uint32_t>(std::min(room, bytes - begin));
        Ptr<Packet> packet = Create<Packet>(message.payload.data() + begin, length);
        packet->AddHeader(MessageHeader(message, fragment, fragments));
        MessageTag tag;
        tag.account = message.account;
        tag.sent = Simulator::Now();
        tag.payloadBytes = IsData(message.type) ? length : 0;
        packet->AddPacketTag(tag);
        m_sender->SendTo(packet, 0, address);
    }
}

void
UdpTransport::Receive(std::uint16_t port, Ptr<Socket> socket)
{
    Address from;
    while (Ptr<Packet> packet = socket->RecvFrom(from))
    {
        Take(port, packet);
    }
}

void
UdpTransport::Take(std::uint16_t port, Ptr<Packet> packet)
{
    MessageHeader header;
    MessageTag tag;
    if (packet->GetSize() < MessageHeader::size || !packet->PeekPacketTag(tag))
    {
        return; // not one of ours
    }
    packet->RemoveHeader(header);
    if (!header.IsValid())
    {
        return;
    }
    Bytes part(packet->GetSize());
    packet->CopyData(part.data(), packet->GetSize());
    Message message;
    header.CopyTo(message);
    if (Assemble(port, header, std::move(part), message))
    {
        message.account = tag.account;
        message.account.network += Simulator::Now() - tag.sent;
        Deliver(port, message);
    }
}

bool
UdpTransport::Assemble(std::uint16_t port,
                       const MessageHeader& header,
                       Bytes part,
                       Message& message)
{
    if (header.GetFragments() == 1)
    {
        message.payload = std::move(part);
        return true;
    }
    ForgetOld();
    const Key key{port, message.type, message.senderTier, message.sender, message.id};
    auto [found, isNew] = m_assembling.try_emplace(key);
    Parts& parts = found->second;
    if (isNew)
    {
        parts.parts.resize(header.GetFragments());
        parts.arrived.resize(header.GetFragments());
        parts.missing = header.GetFragments();
    }
    parts.last = Simulator::Now();
    const std::uint16_t index = header.GetFragment();
    if (index >= parts.parts.size() || parts.arrived[index])
    {
        return false; // a part of another cutting, or a double
    }
    parts.parts[index] = std::move(part);
    parts.arrived[index] = true;
    if (--parts.missing > 0)
    {
        return false;
    }
    for (const Bytes& bytes : parts.parts)
    {
        message.payload.insert(message.payload.end(), bytes.begin(), bytes.end());
    }
    m_assembling.erase(found);
    return true;
}

void
UdpTransport::ForgetOld()
{
    for (auto entry = m_assembling.begin(); entry != m_assembling.end();)
    {
        const Parts& parts = entry->second;
        if (Simulator::Now() - parts.last <= m_reassemblyTimeout)
        {
            ++entry;
            continue;
        }
        m_incompleteTrace(static_cast<std::uint32_t>(parts.parts.size() - parts.missing));
        entry = m_assembling.erase(entry);
    }
}

void
UdpTransport::DoDispose()
{
    for (const Ptr<Socket>& socket : m_sockets)
    {
        socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
    }
    m_sockets.clear();
    m_sender = nullptr;
    m_book = nullptr;
    m_assembling.clear();
    Transport::DoDispose();
}

} // namespace ns3::ddnn
