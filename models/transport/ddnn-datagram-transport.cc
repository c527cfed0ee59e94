// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-datagram-transport.h"

#include "models/ddnn-message-header.h"
#include "models/ddnn-message-tag.h"
#include "models/ddnn-payload-tag.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(DatagramTransport);

TypeId
DatagramTransport::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::DatagramTransport")
            .SetParent<Transport>()
            .SetGroupName("Ddnn")
            .AddAttribute("Mtu",
                          "Largest IP packet sent, in bytes.",
                          UintegerValue(1500),
                          MakeUintegerAccessor(&DatagramTransport::m_mtu),
                          MakeUintegerChecker<std::uint32_t>(
                              ipUdpHeaderBytes + MessageHeader::size + 1, 65535))
            .AddAttribute(
                "ReassemblyTimeout",
                "Time after its latest part when a message with missing parts is forgotten.",
                TimeValue(Minutes(10)),
                MakeTimeAccessor(&DatagramTransport::SetReassemblyTimeout),
                MakeTimeChecker(Time(0)))
            .AddTraceSource("Incomplete",
                            "A message was forgotten; number of its parts that were there.",
                            MakeTraceSourceAccessor(&DatagramTransport::m_incompleteTrace),
                            "ns3::ddnn::DatagramTransport::IncompleteCallback");
    return tid;
}

DatagramTransport::DatagramTransport()
{
    m_assembler.SetForgotten([this](std::uint32_t parts) { m_incompleteTrace(parts); });
}

void
DatagramTransport::SetReassemblyTimeout(Time timeout)
{
    m_assembler.SetTimeout(timeout);
}

void
DatagramTransport::SetTagging(Tagging tagging)
{
    m_tagging = tagging;
}

void
DatagramTransport::UseIpv6()
{
    m_mtu = ipv6Mtu;
    m_headerBytes = ipv6UdpHeaderBytes;
    m_tagging = Tagging::FirstByte;
}

void
DatagramTransport::SetTag(const Packet& packet, const MessageTag& tag) const
{
    if (m_tagging == Tagging::Packet)
    {
        packet.AddPacketTag(tag);
    }
    else
    {
        packet.AddByteTag(tag, 0, 1);
    }
}

void
DatagramTransport::DoSend(const Endpoint& to, const Message& message)
{
    const std::size_t room = m_mtu - m_headerBytes - MessageHeader::size;
    const std::size_t bytes = message.payload.size();
    const auto fragments =
        static_cast<std::uint16_t>(std::max<std::size_t>(1, (bytes + room - 1) / room));
    MessageTag tag;
    tag.account = message.account;
    tag.sent = Simulator::Now();
    for (std::uint16_t fragment = 0; fragment < fragments; ++fragment)
    {
        const std::size_t begin = fragment * room;
        const auto length = static_cast<std::uint32_t>(std::min(room, bytes - begin));
        const auto header = MessageHeader(message, fragment, fragments).Encode();
        const auto payload = message.payload.begin() + static_cast<std::ptrdiff_t>(begin);
        m_datagram.assign(header.begin(), header.end());
        m_datagram.insert(m_datagram.end(), payload, payload + length);
        Ptr<Packet> packet =
            Create<Packet>(m_datagram.data(), static_cast<std::uint32_t>(m_datagram.size()));
        SetTag(*packet, tag);
        if (IsData(message.type))
        {
            packet->AddByteTag(PayloadTag(), MessageHeader::size, MessageHeader::size + length);
        }
        SendDatagram(to, packet);
    }
}

bool
DatagramTransport::FindTag(const Packet& packet, MessageTag& tag) const
{
    return m_tagging == Tagging::Packet ? packet.PeekPacketTag(tag)
                                        : packet.FindFirstMatchingByteTag(tag);
}

void
DatagramTransport::Take(std::uint16_t port, const Ptr<const Packet>& packet, std::uint32_t before)
{
    MessageTag tag;
    const std::uint32_t size = packet->GetSize();
    const std::uint32_t headers = before + MessageHeader::size;
    if (size < headers || !FindTag(*packet, tag))
    {
        return; // not one of ours
    }
    m_datagram.resize(size);
    packet->CopyData(m_datagram.data(), size);
    const MessageHeader header = MessageHeader::Decode(m_datagram.data() + before);
    if (!header.IsValid())
    {
        return;
    }
    Message message;
    header.CopyTo(message);
    Bytes part(m_datagram.begin() + headers, m_datagram.end());
    if (header.GetFragments() == 1)
    {
        message.payload = std::move(part);
    }
    else if (!m_assembler.Add(port, header, std::move(part), message))
    {
        return;
    }
    message.account = tag.account;
    message.account.network += Simulator::Now() - tag.sent;
    Deliver(port, message);
}

void
DatagramTransport::DoDispose()
{
    m_assembler.Clear();
    Transport::DoDispose();
}

} // namespace ns3::ddnn
