// SPDX-License-Identifier: GPL-2.0-only
#include "two-nodes.h"

#include "models/transport/ddnn-frame-router.h"
#include "models/transport/ddnn-link-transport.h"
#include "models/transport/ddnn-tcp-transport.h"
#include "models/transport/ddnn-udp-transport.h"

#include <ns3/internet-stack-helper.h>
#include <ns3/ipv4.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/simulator.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

void
InstallIpv4(const Ptr<NetDevice>& device, Ipv4Address address)
{
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(device->GetNode());
    auto ipv4 = device->GetNode()->GetObject<Ipv4>();
    const std::uint32_t interface = ipv4->AddInterface(device);
    ipv4->AddAddress(interface, Ipv4InterfaceAddress(address, Ipv4Mask("/30")));
    ipv4->SetUp(interface);
}

template <typename T>
void
AddTransport(const Ptr<Node>& node, const Ptr<AddressBook>& book)
{
    auto transport = CreateObject<T>();
    transport->SetAddressBook(book);
    node->AggregateObject(transport);
}

} // namespace

void
InstallUdp(Ptr<NetDevice> device, Ipv4Address address, Ptr<AddressBook> book)
{
    InstallIpv4(device, address);
    AddTransport<UdpTransport>(device->GetNode(), book);
}

void
InstallLink(Ptr<NetDevice> device, Ipv4Address address, Ptr<AddressBook> book)
{
    auto router = CreateObject<FrameRouter>();
    device->GetNode()->AggregateObject(router);
    router->AddAddress(device, Ipv4InterfaceAddress(address, Ipv4Mask("/30")));
    AddTransport<LinkTransport>(device->GetNode(), book);
}

void
InstallTcp(Ptr<NetDevice> device, Ipv4Address address, Ptr<AddressBook> book)
{
    InstallIpv4(device, address);
    AddTransport<TcpTransport>(device->GetNode(), book);
}

TwoNodes::TwoNodes(const DataRate& rate, Time delay, InstallTransport install)
{
    nodes.Create(2);
    PointToPointHelper link;
    link.DisableFlowControl();
    link.SetDeviceAttribute("DataRate", DataRateValue(rate));
    link.SetChannelAttribute("Delay", TimeValue(delay));
    devices = link.Install(nodes);
    auto book = Create<AddressBook>();
    for (std::uint32_t i = 0; i < 2; ++i)
    {
        const Ipv4Address address(0x0a000001 + i);
        book->Set(nodes.Get(i)->GetId(), address);
        install(devices.Get(i), address, book);
    }
}

TwoNodes::~TwoNodes()
{
    Simulator::Destroy();
}

Ptr<Transport>
TwoNodes::GetTransport(std::uint32_t i) const
{
    return nodes.Get(i)->GetObject<Transport>();
}

Endpoint
TwoNodes::GetEndpoint(std::uint32_t i, std::uint16_t port) const
{
    return {nodes.Get(i)->GetId(), port};
}
