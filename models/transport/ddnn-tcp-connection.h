// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_TCP_CONNECTION_H
#define DDNN_TCP_CONNECTION_H

#include "models/ddnn-message-header.h"
#include "models/ddnn-message-tag.h"

#include <ns3/packet.h>
#include <ns3/socket.h>

#include <deque>

namespace ns3::ddnn
{

/// One end of a TCP connection that carries messages both ways. In the stream, before every
/// message, stand 6 bytes in network byte order:
///
///     byte  0-3    bytes of the message: MessageHeader (18) and payload
///           4-5    port
///
/// Messages that the socket's buffer has no room for wait here.
class TcpConnection
{
  public:
    /// Whom a connection tells what happens to it.
    class Listener
    {
      public:
        virtual ~Listener() = default;
        virtual void Received(std::uint16_t port, const Message& message) = 0;
        /// The connection is of no use any more; it may be destroyed in a later event.
        virtual void Failed(TcpConnection& connection) = 0;
    };

    using Queue = std::deque<Ptr<Packet>>;

    static constexpr std::uint32_t framingBytes = 4 + 2;

    /// \param peer number of the node at the other end
    TcpConnection(Ptr<Socket> socket, std::uint32_t peer, Listener& listener);
    ~TcpConnection();
    TcpConnection(const TcpConnection&) = delete;
    TcpConnection& operator=(const TcpConnection&) = delete;

    void Connect(const Address& address);
    /// The other end has made the connection.
    void Accepted();
    std::uint32_t GetPeer() const;

    /// Queues a message as MakeFrame has made it.
    void Send(const Ptr<Packet>& frame);
    std::size_t GetQueueLength() const;
    /// Takes what was not handed to the socket; of a broken connection: whole messages only.
    Queue TakeQueue();
    /// Messages that the socket took, wholly or in part, and whose arrival was not acknowledged.
    std::uint64_t GetUnacknowledged();
    bool WasOpen() const;

    /// A message as it stands in the stream.
    static Ptr<Packet> MakeFrame(std::uint16_t port, const Message& message);

  private:
    struct PositionedTag
    {
        std::uint64_t position; //!< in the stream, of the first byte tagged
        MessageTag tag;
    };

    void SetCallbacks();
    void HandOver();
    void ForgetAcknowledged();
    void Receive();
    void CollectTags(const Packet& packet);
    /// Delivers what is whole among the received bytes.
    void Split();
    void DeliverFirst(std::uint32_t length);
    void Fail();

    Ptr<Socket> m_socket;
    std::uint32_t m_peer;
    Listener& m_listener;
    std::uint32_t m_socketBuffer = 0; //!< bytes that the socket takes
    bool m_open = false;
    bool m_failed = false;

    Queue m_queue;                  //!< what is left to hand to the socket
    bool m_firstIsBegun = false;    //!< part of the first in the queue was handed over
    std::uint64_t m_handedOver = 0; //!< bytes
    std::deque<std::uint64_t>
        m_ends; //!< of messages handed over and not acknowledged, in the stream

    Bytes m_received;              //!< not delivered yet
    std::uint64_t m_delivered = 0; //!< position in the stream of the first byte of m_received
    std::deque<PositionedTag> m_tags;
};

} // namespace ns3::ddnn

#endif // DDNN_TCP_CONNECTION_H
