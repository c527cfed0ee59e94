// SPDX-License-Identifier: GPL-2.0-only
// User CPU of very many devices on one gateway over `udp` and over `link`: the whole simulation,
// and the network alone, which carries the same messages from and to nobody. Ratios of one run are
// what counts.

#include "cpu-time.h"
#include "nn/keep-freed-memory.h"
#include "simulator/run/run-output.h"
#include "simulator/run/simulation.h"
#include "simulator/topology/layer-choice.h"
#include "simulator/topology/node-factory.h"
#include "simulator/topology/site-network.h"
#include "tests/simulator/run/small-world.h"

#include <ns3/simulator.h>

#include <cstdlib>
#include <iostream>

namespace
{

using ns3::ddnn::Message;
using ns3::ddnn::MessageType;

constexpr int cameras = 6;

/// Devices that share the cameras, and one gateway.
nn::NetworkDescription
DescribeStar(int devices)
{
    nn::NetworkDescription network = Describe(devices, {4});
    for (int device = 0; device < devices; ++device)
    {
        network.cameras[static_cast<std::size_t>(device)] = device % cameras;
    }
    network.device.exit = nn::Aggregation::Max;
    network.cloud.input = nn::Aggregation::Max;
    return network;
}

/// The messages of so many samples, of which every second escalates, without applications.
class MessagesAlone
{
  public:
    MessagesAlone(const simulator::Scenario& scenario, const nn::NetworkDescription& description)
        : m_factory(scenario, simulator::ChooseLayer(scenario, description), m_deployment),
          m_nodes(scenario, description, 0, m_deployment)
    {
        const std::size_t cloud = m_factory.MakeNode("cloud", "cloud", scenario.cloudProcessor);
        m_cloud = m_deployment.nodes[cloud].node;
        m_nodes.Build(m_factory, m_addresses, m_cloud);
        m_gateway = m_nodes.GetGateway(0).node;
        for (int device = 0; device < description.GetDeviceCount(); ++device)
        {
            m_devices.push_back(m_nodes.GetDevice(static_cast<std::size_t>(device)).node);
            Listen(m_devices.back());
        }
        Listen(m_gateway);
        Listen(m_cloud);
    }

    void Run(std::uint32_t samples, ns3::Time period)
    {
        for (std::uint32_t sample = 0; sample < samples; ++sample)
        {
            ns3::Simulator::Schedule(period * sample, &MessagesAlone::SendScores, this, sample);
        }
        ns3::Simulator::Run();
        ns3::Simulator::Destroy();
    }

  private:
    static void Listen(const ns3::Ptr<ns3::Node>& node)
    {
        node->GetObject<ns3::ddnn::Transport>()->Listen(ns3::ddnn::sectionPort,
                                                        [](const Message&) {});
    }

    static void Send(const ns3::Ptr<ns3::Node>& from,
                     const ns3::Ptr<ns3::Node>& to,
                     MessageType type,
                     std::uint32_t sample,
                     std::size_t bytes)
    {
        Message message;
        message.type = type;
        message.id.sample = sample;
        message.payload.resize(bytes);
        from->GetObject<ns3::ddnn::Transport>()->Send({to->GetId(), ns3::ddnn::sectionPort},
                                                      message);
    }

    void SendScores(std::uint32_t sample)
    {
        for (const auto& device : m_devices)
        {
            Send(device, m_gateway, MessageType::Scores, sample, 12);
        }
        ns3::Simulator::Schedule(ns3::MilliSeconds(300), &MessagesAlone::Decide, this, sample);
    }

    void Decide(std::uint32_t sample)
    {
        const bool escalates = sample % 2 == 1;
        for (const auto& device : m_devices)
        {
            Send(m_gateway,
                 device,
                 escalates ? MessageType::Escalate : MessageType::Release,
                 sample,
                 0);
        }
        if (escalates)
        {
            ns3::Simulator::Schedule(
                ns3::MilliSeconds(300), &MessagesAlone::SendFeatures, this, sample);
        }
    }

    void SendFeatures(std::uint32_t sample)
    {
        for (const auto& device : m_devices)
        {
            Send(device, m_cloud, MessageType::Features, sample, 128);
        }
    }

    simulator::Deployment m_deployment;
    simulator::NodeFactory m_factory;
    simulator::AddressPlan m_addresses;
    simulator::SiteNetwork m_nodes;
    ns3::Ptr<ns3::Node> m_cloud;
    ns3::Ptr<ns3::Node> m_gateway;
    std::vector<ns3::Ptr<ns3::Node>> m_devices;
};

void
Print(const char* what, const std::vector<double>& seconds)
{
    std::cout << what << ": udp " << seconds[0] << " s, link " << seconds[1] << " s, ratio "
              << seconds[0] / seconds[1] << std::endl;
}

} // namespace

int
main(int argc, char** argv)
{
    const int devices = argc > 1 ? std::atoi(argv[1]) : 1000;
    const auto samples = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 100);
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    nn::KeepFreedMemory(); // as ddnnsim does
    const nn::MultiViewDataSet dataset = MakeNoise(cameras);
    const nn::NetworkDescription description = DescribeStar(devices);
    const auto network = MakeNetwork(description, dataset);
    simulator::Scenario udp = MakeScenario();
    udp.workload.samples = samples;
    udp.workload.period = ns3::Seconds(1);
    udp.localThreshold = 0.7;
    simulator::Scenario link = udp;
    link.transport = "link";
    const auto whole = [&](const simulator::Scenario& scenario) {
        return [&] {
            simulator::Encode(
                simulator::MakeOutput(simulator::Simulate(scenario, *network, dataset, 1)));
        };
    };
    const auto alone = [&](const simulator::Scenario& scenario) {
        return [&] { MessagesAlone(scenario, description).Run(samples, scenario.workload.period); };
    };
    std::cout << devices << " devices, " << samples << " samples; user CPU, median of " << rounds
              << std::endl;
    Print("whole simulation", MeasureInTurn({whole(udp), whole(link)}, rounds));
    Print("network alone", MeasureInTurn({alone(udp), alone(link)}, rounds));
    return 0;
}
