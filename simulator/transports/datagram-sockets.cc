// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/datagram-sockets.h"

#include <ns3/socket.h>
#include <ns3/udp-socket-factory.h>

#include <utility>

namespace simulator
{

namespace
{

ns3::Ptr<ns3::Socket>
OpenSocket(const ns3::Ptr<ns3::Node>& node, const ns3::Address& own)
{
    auto socket = ns3::Socket::CreateSocket(node, ns3::UdpSocketFactory::GetTypeId());
    socket->Bind(own);
    return socket;
}

} // namespace

DatagramSender
MakeSocketSender(const ns3::Ptr<ns3::Node>& from, const ns3::Address& own, const ns3::Address& to)
{
    return [socket = OpenSocket(from, own), to](const ns3::Ptr<ns3::Packet>& datagram) {
        socket->SendTo(datagram, 0, to);
    };
}

void
ListenOnSocket(const ns3::Ptr<ns3::Node>& node, const ns3::Address& own, DatagramReceiver receiver)
{
    OpenSocket(node, own)->SetRecvCallback(ns3::Callback<void, ns3::Ptr<ns3::Socket>>(
        [receiver = std::move(receiver)](const ns3::Ptr<ns3::Socket>& ready) {
            while (const ns3::Ptr<ns3::Packet> datagram = ready->Recv())
            {
                receiver(datagram);
            }
        }));
}

} // namespace simulator
