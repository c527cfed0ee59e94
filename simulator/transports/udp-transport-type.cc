// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/udp-transport-type.h"

#include "models/transport/ddnn-udp-transport.h"
#include "simulator/links/link-type.h"
#include "simulator/transports/ipv4-layer.h"
#include "simulator/transports/ipv6-layer.h"

namespace simulator
{

namespace
{

void
AddKeys(KeyTable& /*table*/, Scenario& /*scenario*/)
{
}

ns3::Ptr<ns3::ddnn::Transport>
Create(const Scenario& scenario, const ns3::Ptr<const ns3::ddnn::AddressBook>& addresses)
{
    auto transport = ns3::CreateObject<ns3::ddnn::UdpTransport>();
    transport->SetAddressBook(addresses);
    if (HasFramesOfSeveralPackets(scenario))
    {
        transport->SetTagging(ns3::ddnn::DatagramTransport::Tagging::FirstByte);
    }
    return transport;
}

} // namespace

const TransportType udpTransportType = {
    "udp",
    "UDP datagrams over IPv4, 28 bytes before each; messages over 1500 bytes are cut into several.",
    "nothing is acknowledged or sent again: what a link loses is lost",
    AddKeys,
    ipv4Layer,
    Create,
    &ipv6Layer};

} // namespace simulator
