// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_TWO_NODES_H
#define TESTS_TWO_NODES_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/data-rate.h>
#include <ns3/net-device-container.h>
#include <ns3/node-container.h>

/// Puts a transport on a node whose one device has an address of a /30 network.
using InstallTransport = void (*)(ns3::Ptr<ns3::NetDevice> device,
                                  ns3::Ipv4Address address,
                                  ns3::Ptr<ns3::ddnn::AddressBook> book);

void InstallUdp(ns3::Ptr<ns3::NetDevice> device,
                ns3::Ipv4Address address,
                ns3::Ptr<ns3::ddnn::AddressBook> book);
void InstallLink(ns3::Ptr<ns3::NetDevice> device,
                 ns3::Ipv4Address address,
                 ns3::Ptr<ns3::ddnn::AddressBook> book);
void InstallTcp(ns3::Ptr<ns3::NetDevice> device,
                ns3::Ipv4Address address,
                ns3::Ptr<ns3::ddnn::AddressBook> book);

/// Two nodes with transports, joined by one point-to-point link.
struct TwoNodes
{
    TwoNodes(const ns3::DataRate& rate, ns3::Time delay, InstallTransport install = InstallUdp);
    ~TwoNodes();
    TwoNodes(const TwoNodes&) = delete;
    TwoNodes& operator=(const TwoNodes&) = delete;

    ns3::Ptr<ns3::ddnn::Transport> GetTransport(std::uint32_t i) const;
    ns3::ddnn::Endpoint GetEndpoint(std::uint32_t i, std::uint16_t port) const;

    ns3::NodeContainer nodes;
    ns3::NetDeviceContainer devices;
};

#endif // TESTS_TWO_NODES_H
