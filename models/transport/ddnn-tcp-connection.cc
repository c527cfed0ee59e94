// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-tcp-connection.h"

#include "models/ddnn-payload-tag.h"
#include "models/transport/ddnn-segment-tagger.h"

#include <ns3/abort.h>
#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <algorithm>

namespace ns3::ddnn
{

TcpConnection::TcpConnection(Ptr<Socket> socket, std::uint32_t peer, Listener& listener)
    : m_socket(socket), m_peer(peer), m_listener(listener)
{
    UintegerValue size;
    m_socket->GetAttribute("SndBufSize", size);
    m_socketBuffer = static_cast<std::uint32_t>(size.Get());
    SetCallbacks();
    m_socket->TraceConnectWithoutContext(
        "Tx",
        Callback<void, Ptr<const Packet>, const TcpHeader&, Ptr<const TcpSocketBase>>(
            SegmentTagger()));
}

TcpConnection::~TcpConnection()
{
    m_socket->SetConnectCallback(MakeNullCallback<void, Ptr<Socket>>(),
                                 MakeNullCallback<void, Ptr<Socket>>());
    m_socket->SetCloseCallbacks(MakeNullCallback<void, Ptr<Socket>>(),
                                MakeNullCallback<void, Ptr<Socket>>());
    m_socket->SetSendCallback(MakeNullCallback<void, Ptr<Socket>, std::uint32_t>());
    m_socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
}

void
TcpConnection::SetCallbacks()
{
    const auto fail = [this](Ptr<Socket>) { Fail(); };
    m_socket->SetConnectCallback([this](Ptr<Socket>) { Accepted(); }, fail);
    m_socket->SetCloseCallbacks(fail, fail);
    m_socket->SetSendCallback([this](Ptr<Socket>, std::uint32_t) { HandOver(); });
    m_socket->SetRecvCallback([this](Ptr<Socket>) { Receive(); });
}

void
TcpConnection::Connect(const Address& address)
{
    m_socket->Connect(address);
}

void
TcpConnection::Accepted()
{
    m_open = true;
    HandOver();
}

std::uint32_t
TcpConnection::GetPeer() const
{
    return m_peer;
}

bool
TcpConnection::WasOpen() const
{
    return m_open;
}

void
TcpConnection::Send(const Ptr<Packet>& frame)
{
    m_queue.push_back(frame);
    HandOver();
}

std::size_t
TcpConnection::GetQueueLength() const
{
    return m_queue.size();
}

TcpConnection::Queue
TcpConnection::TakeQueue()
{
    if (m_firstIsBegun)
    {
        m_queue.pop_front(); // its beginning cannot be called back: GetUnacknowledged counts it
    }
    return std::move(m_queue);
}

std::uint64_t
TcpConnection::GetUnacknowledged()
{
    ForgetAcknowledged();
    return m_ends.size() + (m_firstIsBegun ? 1 : 0);
}

void
TcpConnection::HandOver()
{
    ForgetAcknowledged();
    while (m_open && !m_failed && !m_queue.empty())
    {
        Ptr<Packet>& first = m_queue.front();
        const std::uint32_t size = first->GetSize();
        const std::uint32_t room = std::min(m_socket->GetTxAvailable(), size);
        if (room == 0 || m_socket->Send(first->CreateFragment(0, room)) < 0)
        {
            return;
        }
        m_handedOver += room;
        m_firstIsBegun = room < size;
        if (m_firstIsBegun)
        {
            first = first->CreateFragment(room, size - room);
            return;
        }
        m_ends.push_back(m_handedOver);
        m_queue.pop_front();
    }
}

void
TcpConnection::ForgetAcknowledged()
{
    const std::uint64_t buffered = m_socketBuffer - m_socket->GetTxAvailable();
    while (!m_ends.empty() && m_ends.front() + buffered <= m_handedOver)
    {
        m_ends.pop_front();
    }
}

void
TcpConnection::Receive()
{
    while (Ptr<Packet> packet = m_socket->Recv())
    {
        if (packet->GetSize() == 0)
        {
            return; // the other end has closed
        }
        CollectTags(*packet);
        const std::size_t old = m_received.size();
        m_received.resize(old + packet->GetSize());
        packet->CopyData(m_received.data() + old, packet->GetSize());
        Split();
    }
}

void
TcpConnection::CollectTags(const Packet& packet)
{
    ByteTagIterator tags = packet.GetByteTagIterator();
    while (tags.HasNext())
    {
        const ByteTagIterator::Item item = tags.Next();
        if (item.GetTypeId() == MessageTag::GetTypeId())
        {
            PositionedTag tag;
            tag.position = m_delivered + m_received.size() + item.GetStart();
            item.GetTag(tag.tag);
            m_tags.push_back(tag);
        }
    }
}

void
TcpConnection::Split()
{
    while (m_received.size() >= framingBytes)
    {
        const std::uint32_t length = ReadBigEndian(m_received.data(), 4);
        if (m_received.size() < framingBytes + length)
        {
            return;
        }
        DeliverFirst(length);
    }
}

void
TcpConnection::DeliverFirst(std::uint32_t length)
{
    const auto port = static_cast<std::uint16_t>(ReadBigEndian(m_received.data() + 4, 2));
    const std::uint64_t begin = m_delivered;
    m_delivered += framingBytes + length;
    const auto end = m_received.begin() + framingBytes + length;
    Message message;
    MessageHeader::Decode(m_received.data() + framingBytes).CopyTo(message);
    message.payload.assign(m_received.begin() + framingBytes + MessageHeader::size, end);
    m_received.erase(m_received.begin(), end);
    // A tag that was cut is there in several pieces, one for each segment.
    const auto tag = std::find_if(m_tags.begin(), m_tags.end(), [begin](const PositionedTag& one) {
        return one.position >= begin;
    });
    NS_ABORT_MSG_IF(tag == m_tags.end(), "a message without its bookkeeping");
    message.account = tag->tag.account;
    message.account.network += Simulator::Now() - tag->tag.sent;
    while (!m_tags.empty() && m_tags.front().position < m_delivered)
    {
        m_tags.pop_front();
    }
    m_listener.Received(port, message);
}

void
TcpConnection::Fail()
{
    if (!m_failed)
    {
        m_failed = true;
        m_listener.Failed(*this);
    }
}

Ptr<Packet>
TcpConnection::MakeFrame(std::uint16_t port, const Message& message)
{
    const auto length = static_cast<std::uint32_t>(MessageHeader::size + message.payload.size());
    Bytes head(framingBytes);
    WriteBigEndian(head.data(), length, 4);
    WriteBigEndian(head.data() + 4, port, 2);
    const auto header = MessageHeader(message, 0, 1).Encode();
    head.insert(head.end(), header.begin(), header.end());
    Ptr<Packet> frame = Create<Packet>(head.data(), head.size());
    MessageTag tag;
    tag.account = message.account;
    tag.sent = Simulator::Now();
    frame->AddByteTag(tag);
    if (!message.payload.empty())
    {
        Ptr<Packet> payload = Create<Packet>(message.payload.data(), message.payload.size());
        if (IsData(message.type))
        {
            payload->AddByteTag(PayloadTag());
        }
        frame->AddAtEnd(payload);
    }
    return frame;
}

} // namespace ns3::ddnn
