// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_DATAGRAM_TRANSPORT_H
#define DDNN_DATAGRAM_TRANSPORT_H

#include "models/transport/ddnn-message-assembler.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/packet.h>
#include <ns3/ptr.h>

namespace ns3::ddnn
{

/// Messages as datagrams over something like UDP and IPv4: unreliable, and 28 bytes before each.
///
/// A message whose payload does not fit one IP packet of Mtu bytes is cut into parts of
/// Mtu - 20 (IPv4) - 8 (UDP) - 18 (MessageHeader) bytes, each a datagram of its own, sent back to
/// back. The receiver puts them together in any order; a message of which a part is missing is
/// forgotten when none of its parts has come for ReassemblyTimeout. Nothing is acknowledged or sent
/// again.
class DatagramTransport : public Transport
{
  public:
    using IncompleteCallback = void (*)(std::uint32_t parts);

    /// Bytes that IPv4 and UDP put before every datagram.
    static constexpr std::uint32_t ipUdpHeaderBytes = 20 + 8;

    static TypeId GetTypeId();

    DatagramTransport();

  protected:
    void DoDispose() override;
    /// Takes a packet that arrived. One that is not ours is passed over.
    /// \param before bytes before the MessageHeader
    void Take(std::uint16_t port, const Ptr<const Packet>& packet, std::uint32_t before);

  private:
    void DoSend(const Endpoint& to, const Message& message) override;
    virtual void SendDatagram(const Endpoint& to, Ptr<Packet> datagram) = 0;
    void SetReassemblyTimeout(Time timeout);

    std::uint32_t m_mtu = 0;
    MessageAssembler m_assembler;
    Bytes m_datagram; //!< the latest sent or received: memory for the next
    TracedCallback<std::uint32_t> m_incompleteTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_DATAGRAM_TRANSPORT_H
