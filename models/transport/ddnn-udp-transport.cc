// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-udp-transport.h"

#include <ns3/node.h>
#include <ns3/udp-socket-factory.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(UdpTransport);

TypeId
UdpTransport::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::UdpTransport")
                            .SetParent<DatagramTransport>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<UdpTransport>();
    return tid;
}

void
UdpTransport::SetAddressBook(Ptr<const AddressBook> book)
{
    m_book = book;
    if (book->GetFamily() == IpFamily::Ipv6)
    {
        UseIpv6();
    }
}

Ptr<Socket>
UdpTransport::OpenSocket(std::uint16_t port) const
{
    Ptr<Socket> socket = Socket::CreateSocket(GetObject<Node>(), UdpSocketFactory::GetTypeId());
    socket->Bind(m_book->GetAnyAddress(port));
    return socket;
}

void
UdpTransport::DoListen(std::uint16_t port)
{
    Ptr<Socket> socket = OpenSocket(port);
    socket->SetRecvCallback([this, port](Ptr<Socket> ready) { Receive(port, ready); });
    m_sockets.push_back(socket);
}

void
UdpTransport::SendDatagram(const Endpoint& to, Ptr<Packet> datagram)
{
    if (!m_sender)
    {
        m_sender = OpenSocket(0);
    }
    m_sender->SendTo(datagram, 0, m_book->GetSocketAddress(to.node, to.port));
}

void
UdpTransport::Receive(std::uint16_t port, Ptr<Socket> socket)
{
    while (Ptr<Packet> packet = socket->Recv())
    {
        Take(port, packet, 0);
    }
}

void
UdpTransport::DoDispose()
{
    for (const Ptr<Socket>& socket : m_sockets)
    {
        socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
    }
    m_sockets.clear();
    m_sender = nullptr;
    m_book = nullptr;
    DatagramTransport::DoDispose();
}

} // namespace ns3::ddnn
