// SPDX-License-Identifier: GPL-2.0-only
#include "bare-network.h"

#include <ns3/inet-socket-address.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/ipv4-static-routing-helper.h>
#include <ns3/ipv4.h>
#include <ns3/net-device-container.h>
#include <ns3/node-container.h>
#include <ns3/object-factory.h>
#include <ns3/packet.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/priority-queue-scheduler.h>
#include <ns3/simulator.h>
#include <ns3/socket.h>
#include <ns3/udp-socket-factory.h>

#include <functional>

using namespace ns3;

namespace
{

constexpr std::uint16_t port = 4001;
constexpr std::uint32_t headerBytes = 18; // MessageHeader

class BareNetwork
{
  public:
    explicit BareNetwork(const BareTraffic& traffic) : m_traffic(traffic)
    {
        m_nodes.Create(traffic.devices + 2); // devices, gateway, cloud
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.SetRoutingHelper(Ipv4StaticRoutingHelper());
        stack.Install(m_nodes);
        const Ptr<Node> gateway = m_nodes.Get(traffic.devices);
        const Ptr<Node> cloud = m_nodes.Get(traffic.devices + 1);
        for (std::uint32_t i = 0; i < traffic.devices; ++i)
        {
            const std::uint32_t network = 0x0a000000 + 4 * i;
            Link(gateway, m_nodes.Get(i), traffic.local, network);
            AddDefaultRoute(m_nodes.Get(i), network);
            m_devices.emplace_back(network + 2);
        }
        const std::uint32_t network = 0x0a010000;
        Link(cloud, gateway, traffic.backhaul, network);
        AddDefaultRoute(gateway, network);
        Ipv4StaticRoutingHelper()
            .GetStaticRouting(cloud->GetObject<Ipv4>())
            ->AddNetworkRouteTo("10.0.0.0", "255.255.0.0", Ipv4Address(network + 2), 1);
        m_gateway = Ipv4Address(0x0a000001);
        m_cloud = Ipv4Address(network + 1);
        OpenSockets();
    }

    void Start()
    {
        for (std::uint32_t i = 0; i < m_traffic.devices; ++i)
        {
            Simulator::Schedule(m_traffic.deviceTime, &BareNetwork::SendScores, this, i, 0);
        }
    }

    void CountBytes(std::uint64_t& bytes)
    {
        for (std::uint32_t i = 0; i < m_nodes.GetN(); ++i)
        {
            for (std::uint32_t k = 0; k < m_nodes.Get(i)->GetNDevices(); ++k)
            {
                m_nodes.Get(i)->GetDevice(k)->TraceConnectWithoutContext(
                    "PhyTxBegin",
                    Callback<void, Ptr<const Packet>>(
                        [&bytes](Ptr<const Packet> frame) { bytes += frame->GetSize(); }));
            }
        }
    }

  private:
    static void AddAddress(const Ptr<NetDevice>& device, std::uint32_t address)
    {
        auto ipv4 = device->GetNode()->GetObject<Ipv4>();
        const std::uint32_t interface = ipv4->AddInterface(device);
        ipv4->AddAddress(interface, {Ipv4Address(address), Ipv4Mask("/30")});
        ipv4->SetUp(interface);
    }

    static void Link(const Ptr<Node>& upper,
                     const Ptr<Node>& lower,
                     const BareLink& link,
                     std::uint32_t network)
    {
        PointToPointHelper helper;
        helper.DisableFlowControl();
        helper.SetDeviceAttribute("DataRate", DataRateValue(link.rate));
        helper.SetChannelAttribute("Delay", TimeValue(link.delay));
        const NetDeviceContainer devices = helper.Install(upper, lower);
        AddAddress(devices.Get(0), network + 1);
        AddAddress(devices.Get(1), network + 2);
    }

    static void AddDefaultRoute(const Ptr<Node>& node, std::uint32_t network)
    {
        auto ipv4 = node->GetObject<Ipv4>();
        Ipv4StaticRoutingHelper().GetStaticRouting(ipv4)->SetDefaultRoute(
            Ipv4Address(network + 1), ipv4->GetNInterfaces() - 1);
    }

    void OpenSockets()
    {
        for (std::uint32_t i = 0; i < m_nodes.GetN(); ++i)
        {
            Ptr<Socket> socket =
                Socket::CreateSocket(m_nodes.Get(i), UdpSocketFactory::GetTypeId());
            socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), port));
            socket->SetRecvCallback([this, i](Ptr<Socket> ready) {
                while (Ptr<Packet> packet = ready->Recv())
                {
                    Receive(i);
                }
            });
            m_sockets.push_back(socket);
        }
    }

    void Send(std::uint32_t from, Ipv4Address to, std::uint32_t payload)
    {
        static const std::vector<std::uint8_t> bytes(1500, 7);
        m_sockets[from]->SendTo(
            Create<Packet>(bytes.data(), headerBytes + payload), 0, InetSocketAddress(to, port));
    }

    void SendScores(std::uint32_t device, std::uint32_t sample)
    {
        Send(device, m_gateway, m_traffic.scoreBytes);
        if (sample + 1 < m_traffic.escalates.size())
        {
            Simulator::Schedule(
                m_traffic.period, &BareNetwork::SendScores, this, device, sample + 1);
        }
    }

    void Receive(std::uint32_t node)
    {
        if (node < m_traffic.devices)
        {
            if (m_traffic.escalates[m_sample])
            {
                Send(node, m_cloud, m_traffic.featureBytes);
            }
        }
        else if (node == m_traffic.devices)
        {
            ReceiveAtGateway();
        }
        else if (++m_features == m_traffic.devices)
        {
            m_features = 0;
            Simulator::Schedule(m_traffic.cloudTime, [this] {
                Send(m_traffic.devices + 1, m_gateway, 1);
                m_answers += 1;
            });
        }
    }

    /// Scores, or the cloud's answer.
    void ReceiveAtGateway()
    {
        if (m_answers > 0)
        {
            m_answers = 0;
            return;
        }
        if (++m_scores < m_traffic.devices)
        {
            return;
        }
        m_scores = 0;
        m_sample = m_next++;
        for (const Ipv4Address& device : m_devices)
        {
            Send(m_traffic.devices, device, 0);
        }
    }

    const BareTraffic& m_traffic;
    NodeContainer m_nodes;
    std::vector<Ptr<Socket>> m_sockets; //!< by node
    std::vector<Ipv4Address> m_devices;
    Ipv4Address m_gateway;
    Ipv4Address m_cloud;
    std::uint32_t m_scores = 0;   //!< of the sample, that came
    std::uint32_t m_features = 0; //!< of the sample, that came
    std::uint32_t m_answers = 0;  //!< under way
    std::uint32_t m_next = 0;     //!< sample
    std::uint32_t m_sample = 0;   //!< that the gateway decided last
};

std::uint64_t
Run(const BareTraffic& traffic, const std::function<void(BareNetwork&)>& prepare)
{
    ObjectFactory scheduler;
    scheduler.SetTypeId(PriorityQueueScheduler::GetTypeId());
    Simulator::SetScheduler(scheduler);
    BareNetwork network(traffic);
    prepare(network);
    network.Start();
    Simulator::Run();
    const std::uint64_t events = Simulator::GetEventCount();
    Simulator::Destroy();
    return events;
}

} // namespace

std::uint64_t
RunBareNetwork(const BareTraffic& traffic)
{
    return Run(traffic, [](BareNetwork&) {});
}

std::uint64_t
CountBareWireBytes(const BareTraffic& traffic)
{
    std::uint64_t bytes = 0;
    Run(traffic, [&bytes](BareNetwork& network) { network.CountBytes(bytes); });
    return bytes;
}
