// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/transports/tcp-transport-type.h"

#include "models/transport/ddnn-tcp-transport.h"
#include "simulator/scenario/key-types.h"
#include "simulator/transports/ipv4-layer.h"
#include "simulator/transports/ipv6-layer.h"

#include <ns3/uinteger.h>

namespace simulator
{

namespace
{

void
AddKeys(KeyTable& table, Scenario& scenario)
{
    TcpSettings& tcp = scenario.tcp;
    const Range<ns3::Time> timeout = {ns3::MilliSeconds(1), ns3::Hours(1)};
    table.Add(MakeTimeKey("tcp.connect_timeout",
                          tcp.connectTimeout,
                          timeout,
                          "Time until a request for a connection is repeated; doubles each time."));
    table.Add(MakeTimeKey(
        "tcp.minimum_rto", tcp.minimumRto, timeout, "Shortest retransmission timeout."));
    table.Add(MakeTimeKey("tcp.delayed_ack",
                          tcp.delayedAck,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "Longest time that an acknowledgement waits for a second segment."));
    table.Add(MakeIntegerKey("tcp.queue",
                             tcp.queue,
                             {1, 1'000'000},
                             "Messages to one node that may wait for the connection; more are "
                             "dropped."));
}

ns3::Ptr<ns3::ddnn::Transport>
Create(const Scenario& scenario, const ns3::Ptr<const ns3::ddnn::AddressBook>& addresses)
{
    auto transport = ns3::CreateObject<ns3::ddnn::TcpTransport>();
    transport->SetAddressBook(addresses);
    transport->SetAttribute("ConnectTimeout", ns3::TimeValue(scenario.tcp.connectTimeout));
    transport->SetAttribute("MinimumRto", ns3::TimeValue(scenario.tcp.minimumRto));
    transport->SetAttribute("DelayedAck", ns3::TimeValue(scenario.tcp.delayedAck));
    transport->SetAttribute("QueueLength", ns3::UintegerValue(scenario.tcp.queue));
    return transport;
}

} // namespace

const TransportType tcpTransportType = {
    "tcp",
    "One TCP connection between two nodes for all their messages, each 24 bytes and its payload in "
    "the stream; segments of 1448 bytes, no Nagle, Cubic, SACK, timestamps.",
    "connect timeout as RFC 6298; shortest retransmission timeout and delayed acknowledgement as "
    "Linux",
    AddKeys,
    ipv4Layer,
    Create,
    &ipv6Layer};

} // namespace simulator
