// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_UDP_TRANSPORT_H
#define DDNN_UDP_TRANSPORT_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/ptr.h>
#include <ns3/socket.h>

#include <map>
#include <tuple>
#include <vector>

namespace ns3::ddnn
{

class MessageHeader;

/// Messages as UDP datagrams over IPv4.
///
/// A message whose payload does not fit one IP packet of Mtu bytes is cut into parts of
/// Mtu - 20 (IPv4) - 8 (UDP) - 18 (MessageHeader) bytes, each a datagram of its own, sent back to
/// back./// The receiver puts them together in any order; a message of which a part is missing is
/// forgotten when none of its parts has come for ReassemblyTimeout. Nothing is acknowledged or sent
/// again.
class UdpTransport : public Transport
{
  public:
    using IncompleteCallback = void (*)(std::uint32_t parts);

    /// Bytes that IPv4 and UDP put before every datagram.
    static constexpr std::uint32_t ipUdpHeaderBytes = 20 + 8;

    static TypeId GetTypeId();

    void SetAddressBook(Ptr<const AddressBook> book);

  protected:
    void DoDispose() override;

  private:
    /// Who sent what about which sample: tells apart the messages that are being put together.
    using Key = std::tuple<std::uint16_t, MessageType, Tier, std::uint16_t, SampleId>;

    struct Parts
    {
        Time last; //!< when the latest part came
        std::vector<Bytes> parts;
        std::vector<bool> arrived;
        std::uint16_t missing = 0;
    };

    void DoListen(std::uint16_t port) override;
    void DoSend(const Endpoint& to, const Message& message) override;
    Ptr<Socket> OpenSocket(std::uint16_t port) const;
    void Receive(std::uint16_t port, Ptr<Socket> socket);
    void Take(std::uint16_t port, Ptr<Packet> packet);
    /// Adds one part; true when the message is whole, with its payload in `message`.
    bool Assemble(std::uint16_t port, const MessageHeader& header, Bytes part, Message& message);
    void ForgetOld();

    std::uint32_t m_mtu = 0;
    Time m_reassemblyTimeout;
    Ptr<const AddressBook> m_book;
    Ptr<Socket> m_sender;
    std::vector<Ptr<Socket>> m_sockets;
    std::map<Key, Parts> m_assembling;
    TracedCallback<std::uint32_t> m_incompleteTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_UDP_TRANSPORT_H
