// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-link-transport.h"

#include "models/transport/ddnn-frame-header.h"

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(LinkTransport);

static_assert(FrameHeader::size == DatagramTransport::ipUdpHeaderBytes,
              "frames are as long as IP packets");

TypeId
LinkTransport::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::LinkTransport")
                            .SetParent<DatagramTransport>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<LinkTransport>();
    return tid;
}

void
LinkTransport::SetAddressBook(Ptr<const AddressBook> book)
{
    m_book = book;
}

void
LinkTransport::DoListen(std::uint16_t /*port*/)
{
    // The router hands over frames to every port; Transport knows who listens.
}

void
LinkTransport::SendDatagram(const Endpoint& to, Ptr<Packet> datagram)
{
    m_router->Send(m_book->Get(to.node), to.port, datagram);
}

void
LinkTransport::NotifyNewAggregate()
{
    if (!m_router && (m_router = GetObject<FrameRouter>()))
    {
        m_router->SetReceiver([this](std::uint16_t port, const Ptr<const Packet>& frame) {
            Take(port, frame, FrameHeader::size);
        });
    }
    DatagramTransport::NotifyNewAggregate();
}

void
LinkTransport::DoDispose()
{
    m_book = nullptr;
    m_router = nullptr;
    DatagramTransport::DoDispose();
}

} // namespace ns3::ddnn
