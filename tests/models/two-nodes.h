// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_TWO_NODES_H
#define TESTS_TWO_NODES_H

#include "models/transport/ddnn-udp-transport.h"

#include <ns3/data-rate.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/ipv4.h>
#include <ns3/net-device-container.h>
#include <ns3/node-container.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/simulator.h>

#include <string>

/// Two nodes with UDP transports, joined by one point-to-point link.
struct TwoNodes
{
    TwoNodes(const ns3::DataRate& rate, ns3::Time delay)
    {
        nodes.Create(2);
        ns3::InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.Install(nodes);
        ns3::PointToPointHelper link;
        link.DisableFlowControl();
        link.SetDeviceAttribute("DataRate", ns3::DataRateValue(rate));
        link.SetChannelAttribute("Delay", ns3::TimeValue(delay));
        devices = link.Install(nodes);
        auto book = ns3::Create<ns3::ddnn::AddressBook>();
        for (std::uint32_t i = 0; i < 2; ++i)
        {
            const ns3::Ipv4Address address(0x0a000001 + i);
            auto ipv4 = nodes.Get(i)->GetObject<ns3::Ipv4>();
            const std::uint32_t interface = ipv4->AddInterface(devices.Get(i));
            ipv4->AddAddress(interface, ns3::Ipv4InterfaceAddress(address, ns3::Ipv4Mask("/30")));
            ipv4->SetUp(interface);
            book->Set(nodes.Get(i)->GetId(), address);
            auto transport = ns3::CreateObject<ns3::ddnn::UdpTransport>();
            transport->SetAddressBook(book);
            nodes.Get(i)->AggregateObject(transport);
        }
    }

    ~TwoNodes()
    {
        ns3::Simulator::Destroy();
    }

    TwoNodes(const TwoNodes&) = delete;
    TwoNodes& operator=(const TwoNodes&) = delete;

    ns3::Ptr<ns3::ddnn::Transport> GetTransport(std::uint32_t i) const
    {
        return nodes.Get(i)->GetObject<ns3::ddnn::Transport>();
    }

    ns3::ddnn::Endpoint GetEndpoint(std::uint32_t i, std::uint16_t port) const
    {
        return {nodes.Get(i)->GetId(), port};
    }

    ns3::NodeContainer nodes;
    ns3::NetDeviceContainer devices;
};

#endif // TESTS_TWO_NODES_H
