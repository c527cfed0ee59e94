// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_TCP_TRANSPORT_H
#define DDNN_TCP_TRANSPORT_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-tcp-connection.h"
#include "models/transport/ddnn-transport.h"

#include <list>
#include <map>

namespace ns3::ddnn
{

/// Messages over TCP and IPv4 or IPv6, as the address book says (ns-3's TCP: Cubic, SACK,
/// timestamps; no Nagle).
///
/// Between two nodes there is one connection, for both directions and all ports, opened with the
/// first message (a hello of the warm-up, say); two if both open one at the same moment. A message
/// arrives when its last byte has come in order: what stands before it in the stream holds it up,
/// too.
///
/// QueueLength messages may wait for the socket's buffer; more are dropped. When a connection
/// breaks (DataRetries retransmissions of the same bytes in vain), the messages that its socket had
/// not taken go over a new one, the others are dropped: they may or may not have arrived. When one
/// cannot be opened (ConnectRetries in vain), the messages that waited for it are dropped, and the
/// next message tries again.
class TcpTransport : public Transport, private TcpConnection::Listener
{
  public:
    using DroppedCallback = void (*)(std::uint64_t messages);

    /// Where every node listens.
    static constexpr std::uint16_t tcpPort = 4000;

    static TypeId GetTypeId();

    TcpTransport();
    void SetAddressBook(Ptr<const AddressBook> book);
    bool NeedsWarmUp() const override;

  protected:
    void DoDispose() override;

  private:
    void DoListen(std::uint16_t port) override;
    void DoSend(const Endpoint& to, const Message& message) override;
    void Received(std::uint16_t port, const Message& message) override;
    void Failed(TcpConnection& connection) override;

    Ptr<Socket> MakeSocket() const;
    void Accept(Ptr<Socket> socket, const Address& from);
    TcpConnection& GetConnection(std::uint32_t node);
    TcpConnection& AddConnection(Ptr<Socket> socket, std::uint32_t node);
    void Enqueue(std::uint32_t node, const Ptr<Packet>& frame);
    void Remove(const TcpConnection* connection);

    std::uint32_t m_segmentSize = 0;
    std::uint32_t m_socketBuffer = 0;
    std::uint32_t m_queueLength = 0;
    std::uint32_t m_connectRetries = 0;
    std::uint32_t m_dataRetries = 0;
    Time m_connectTimeout;
    Time m_minimumRto;
    Time m_delayedAck;
    Ptr<const AddressBook> m_book;
    Ptr<Socket> m_listener;
    std::list<TcpConnection> m_connections;
    std::map<std::uint32_t, TcpConnection*> m_to; //!< to send by, by node
    TracedCallback<std::uint64_t> m_droppedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_TCP_TRANSPORT_H
