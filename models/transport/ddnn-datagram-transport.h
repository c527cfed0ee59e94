// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_DATAGRAM_TRANSPORT_H
#define DDNN_DATAGRAM_TRANSPORT_H

#include "models/transport/ddnn-message-assembler.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/packet.h>
#include <ns3/ptr.h>

namespace ns3::ddnn
{

class MessageTag;

/// Messages as datagrams over something like UDP and IP: unreliable, and 28 bytes before each.
///
/// A message whose payload does not fit one IP packet of Mtu bytes is cut into parts of
/// Mtu - 20 (IPv4) - 8 (UDP) - 18 (MessageHeader) bytes, each a datagram of its own, sent back to
/// back. The receiver puts them together in any order; a message of which a part is missing is
/// forgotten when none of its parts has come for ReassemblyTimeout. Nothing is acknowledged or sent
/// again.
///
/// Over IPv6, 48 bytes stand before each datagram, and packets have at most 1280 bytes: as many as
/// every IPv6 link carries (RFC 8200, 5), so that no path has to be explored.
class DatagramTransport : public Transport
{
  public:
    using IncompleteCallback = void (*)(std::uint32_t parts);

    /// Bytes that IPv4 and UDP put before every datagram.
    static constexpr std::uint32_t ipUdpHeaderBytes = 20 + 8;
    static constexpr std::uint32_t ipv6UdpHeaderBytes = 40 + 8;
    static constexpr std::uint32_t ipv6Mtu = 1280;

    /// What the MessageTag of a datagram is fixed to. That of a packet is faster, but is lost or
    /// goes astray where a link cuts packets into frames, or puts several into one; that of a byte
    /// stays with its byte.
    enum class Tagging
    {
        Packet,
        FirstByte
    };

    static TypeId GetTypeId();

    DatagramTransport();

    void SetTagging(Tagging tagging);

  protected:
    void DoDispose() override;
    /// IPv6 brings the datagrams, over links that may cut packets into frames.
    void UseIpv6();
    /// Takes a packet that arrived. One that is not ours is passed over.
    /// \param before bytes before the MessageHeader
    void Take(std::uint16_t port, const Ptr<const Packet>& packet, std::uint32_t before);

  private:
    void DoSend(const Endpoint& to, const Message& message) override;
    virtual void SendDatagram(const Endpoint& to, Ptr<Packet> datagram) = 0;
    void SetReassemblyTimeout(Time timeout);

    void SetTag(const Packet& packet, const MessageTag& tag) const;
    bool FindTag(const Packet& packet, MessageTag& tag) const;

    std::uint32_t m_mtu = 0;
    std::uint32_t m_headerBytes = ipUdpHeaderBytes;
    Tagging m_tagging = Tagging::Packet;
    MessageAssembler m_assembler;
    Bytes m_datagram; //!< the latest sent or received: memory for the next
    TracedCallback<std::uint32_t> m_incompleteTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_DATAGRAM_TRANSPORT_H
