// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_UDP_TRANSPORT_H
#define DDNN_UDP_TRANSPORT_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-datagram-transport.h"

#include <ns3/socket.h>

#include <vector>

namespace ns3::ddnn
{

/// Messages as UDP datagrams over IPv4 or IPv6, as the address book says: DatagramTransport says
/// how.
class UdpTransport : public DatagramTransport
{
  public:
    static TypeId GetTypeId();

    void SetAddressBook(Ptr<const AddressBook> book);

  protected:
    void DoDispose() override;

  private:
    void DoListen(std::uint16_t port) override;
    void SendDatagram(const Endpoint& to, Ptr<Packet> datagram) override;
    Ptr<Socket> OpenSocket(std::uint16_t port) const;
    void Receive(std::uint16_t port, Ptr<Socket> socket);

    Ptr<const AddressBook> m_book;
    Ptr<Socket> m_sender;
    std::vector<Ptr<Socket>> m_sockets;
};

} // namespace ns3::ddnn

#endif // DDNN_UDP_TRANSPORT_H
