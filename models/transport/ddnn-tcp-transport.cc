// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-tcp-transport.h"

#include <ns3/boolean.h>
#include <ns3/node.h>
#include <ns3/simulator.h>
#include <ns3/tcp-socket-factory.h>
#include <ns3/uinteger.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(TcpTransport);

namespace
{

/// Fits the packets that every IPv6 link carries (RFC 8200, 5): 1280 - 40 (IPv6) - 20 (TCP) - 12
/// (timestamps).
constexpr std::uint32_t ipv6SegmentSize = 1208;

} // namespace

TypeId
TcpTransport::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::TcpTransport")
            .SetParent<Transport>()
            .SetGroupName("Ddnn")
            .AddConstructor<TcpTransport>()
            .AddAttribute("SegmentSize",
                          "Largest part of the stream in one packet, in bytes. 1448 = 1500 - 20 "
                          "(IPv4) - 20 (TCP) - 12 (timestamps); over IPv6 it is 1208.",
                          UintegerValue(1448),
                          MakeUintegerAccessor(&TcpTransport::m_segmentSize),
                          MakeUintegerChecker<std::uint32_t>(1, 65483))
            .AddAttribute(
                "SocketBuffer",
                "Bytes that a socket keeps until they are acknowledged, and that it keeps "
                "for the receiver.",
                UintegerValue(131072),
                MakeUintegerAccessor(&TcpTransport::m_socketBuffer),
                MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("QueueLength",
                          "Messages to one node that may wait for the socket's buffer or for the "
                          "connection; more are dropped.",
                          UintegerValue(1000),
                          MakeUintegerAccessor(&TcpTransport::m_queueLength),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("ConnectTimeout",
                          "Time until the first SYN is repeated; doubles each time.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&TcpTransport::m_connectTimeout),
                          MakeTimeChecker(NanoSeconds(1)))
            .AddAttribute("ConnectRetries",
                          "SYNs sent before a connection is given up.",
                          UintegerValue(6),
                          MakeUintegerAccessor(&TcpTransport::m_connectRetries),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("DataRetries",
                          "Retransmissions of the same bytes before a connection is given up.",
                          UintegerValue(6),
                          MakeUintegerAccessor(&TcpTransport::m_dataRetries),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("MinimumRto",
                          "Shortest retransmission timeout.",
                          TimeValue(MilliSeconds(200)),
                          MakeTimeAccessor(&TcpTransport::m_minimumRto),
                          MakeTimeChecker(NanoSeconds(1)))
            .AddAttribute("DelayedAck",
                          "Longest time that an acknowledgement waits for a second segment.",
                          TimeValue(MilliSeconds(40)),
                          MakeTimeAccessor(&TcpTransport::m_delayedAck),
                          MakeTimeChecker(Time(0)))
            .AddTraceSource("Dropped",
                            "Messages were given up: the queue was full, or a connection failed.",
                            MakeTraceSourceAccessor(&TcpTransport::m_droppedTrace),
                            "ns3::ddnn::TcpTransport::DroppedCallback");
    return tid;
}

TcpTransport::TcpTransport() = default;

void
TcpTransport::SetAddressBook(Ptr<const AddressBook> book)
{
    m_book = book;
    if (book->GetFamily() == IpFamily::Ipv6)
    {
        m_segmentSize = ipv6SegmentSize;
    }
}

Ptr<Socket>
TcpTransport::MakeSocket() const
{
    Ptr<Socket> socket = Socket::CreateSocket(GetObject<Node>(), TcpSocketFactory::GetTypeId());
    socket->SetAttribute("SegmentSize", UintegerValue(m_segmentSize));
    socket->SetAttribute("SndBufSize", UintegerValue(m_socketBuffer));
    socket->SetAttribute("RcvBufSize", UintegerValue(m_socketBuffer));
    socket->SetAttribute("ConnTimeout", TimeValue(m_connectTimeout));
    socket->SetAttribute("ConnCount", UintegerValue(m_connectRetries));
    socket->SetAttribute("DataRetries", UintegerValue(m_dataRetries));
    socket->SetAttribute("MinRto", TimeValue(m_minimumRto));
    socket->SetAttribute("DelAckTimeout", TimeValue(m_delayedAck));
    socket->SetAttribute("DelAckCount", UintegerValue(2));
    socket->SetAttribute("TcpNoDelay", BooleanValue(true));
    socket->SetAttribute("Timestamp", BooleanValue(true));
    socket->SetAttribute("Sack", BooleanValue(true));
    return socket;
}

void
TcpTransport::DoListen(std::uint16_t /*port*/)
{
    if (m_listener)
    {
        return; // one for all ports of ours
    }
    m_listener = MakeSocket();
    m_listener->Bind(m_book->GetAnyAddress(tcpPort));
    m_listener->Listen();
    m_listener->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        [this](Ptr<Socket> socket, const Address& from) { Accept(socket, from); });
}

void
TcpTransport::Accept(Ptr<Socket> socket, const Address& from)
{
    AddConnection(socket, m_book->GetOwner(from)).Accepted();
}

TcpConnection&
TcpTransport::AddConnection(Ptr<Socket> socket, std::uint32_t node)
{
    // The latest one is the one to send by: an older one may have lost its other end.
    TcpConnection::Listener& listener = *this;
    TcpConnection& connection = m_connections.emplace_back(socket, node, listener);
    m_to[node] = &connection;
    return connection;
}

TcpConnection&
TcpTransport::GetConnection(std::uint32_t node)
{
    const auto found = m_to.find(node);
    if (found != m_to.end())
    {
        return *found->second;
    }
    TcpConnection& connection = AddConnection(MakeSocket(), node);
    connection.Connect(m_book->GetSocketAddress(node, tcpPort));
    return connection;
}

bool
TcpTransport::NeedsWarmUp() const
{
    return true;
}

void
TcpTransport::DoSend(const Endpoint& to, const Message& message)
{
    Enqueue(to.node, TcpConnection::MakeFrame(to.port, message));
}

void
TcpTransport::Enqueue(std::uint32_t node, const Ptr<Packet>& frame)
{
    TcpConnection& connection = GetConnection(node);
    if (connection.GetQueueLength() >= m_queueLength)
    {
        m_droppedTrace(1);
        return;
    }
    connection.Send(frame);
}

void
TcpTransport::Received(std::uint16_t port, const Message& message)
{
    Deliver(port, message);
}

void
TcpTransport::Failed(TcpConnection& connection)
{
    const std::uint32_t node = connection.GetPeer();
    std::uint64_t dropped = connection.GetUnacknowledged();
    TcpConnection::Queue queue = connection.TakeQueue();
    const auto sender = m_to.find(node);
    if (sender != m_to.end() && sender->second == &connection)
    {
        m_to.erase(sender);
    }
    if (!connection.WasOpen())
    {
        dropped += queue.size();
        queue.clear();
    }
    if (dropped > 0)
    {
        m_droppedTrace(dropped);
    }
    // Not now: the connection is still at work on what made it fail.
    Simulator::ScheduleNow(&TcpTransport::Remove, this, &connection);
    for (const Ptr<Packet>& frame : queue)
    {
        Enqueue(node, frame);
    }
}

void
TcpTransport::Remove(const TcpConnection* connection)
{
    m_connections.remove_if([connection](const TcpConnection& one) { return &one == connection; });
}

void
TcpTransport::DoDispose()
{
    if (m_listener)
    {
        m_listener->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                      MakeNullCallback<void, Ptr<Socket>, const Address&>());
    }
    m_listener = nullptr;
    m_to.clear();
    m_connections.clear();
    m_book = nullptr;
    Transport::DoDispose();
}

} // namespace ns3::ddnn
