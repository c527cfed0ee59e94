// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LINK_TRANSPORT_H
#define DDNN_LINK_TRANSPORT_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-datagram-transport.h"
#include "models/transport/ddnn-frame-router.h"

namespace ns3::ddnn
{

/// Messages as frames that FrameRouter brings from node to node, without sockets and IP stack. The
/// bytes on point-to-point links, and with them all times, are those of UdpTransport; the work for
/// each of them is far less.
class LinkTransport : public DatagramTransport
{
  public:
    static TypeId GetTypeId();

    void SetAddressBook(Ptr<const AddressBook> book);

  protected:
    void DoDispose() override;
    void NotifyNewAggregate() override;

  private:
    void DoListen(std::uint16_t port) override;
    void SendDatagram(const Endpoint& to, Ptr<Packet> datagram) override;

    Ptr<const AddressBook> m_book;
    Ptr<FrameRouter> m_router;
};

} // namespace ns3::ddnn

#endif // DDNN_LINK_TRANSPORT_H
