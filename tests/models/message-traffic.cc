// SPDX-License-Identifier: GPL-2.0-only
#include "message-traffic.h"

#include <ns3/simulator.h>

#include <numeric>

using namespace ns3;
using namespace ns3::ddnn;

Message
MakeMessage(std::size_t bytes, std::uint32_t sample)
{
    Message message;
    message.type = MessageType::Features;
    message.id.sample = sample;
    message.payload.resize(bytes);
    std::iota(message.payload.begin(), message.payload.end(), std::uint8_t(1));
    return message;
}

void
SendAt(TwoNodes& network, Time time, std::uint32_t from, const std::vector<Message>& messages)
{
    Simulator::Schedule(time, [&network, from, messages] {
        for (const Message& message : messages)
        {
            network.GetTransport(from)->Send(network.GetEndpoint(1 - from, sectionPort), message);
        }
    });
}

void
Record(TwoNodes& network, std::uint32_t node, std::vector<Arrival>& arrivals)
{
    network.GetTransport(node)->Listen(sectionPort, [&arrivals](const Message& message) {
        arrivals.push_back({Simulator::Now(), message});
    });
}

std::vector<Arrival>
Exchange(TwoNodes& network, const std::vector<Message>& messages, Time time)
{
    std::vector<Arrival> arrivals;
    Record(network, 1, arrivals);
    SendAt(network, time, 0, messages);
    Simulator::Run();
    return arrivals;
}

FrameSizes::FrameSizes(const Ptr<NetDevice>& device)
{
    device->TraceConnectWithoutContext("PhyTxBegin", MakeCallback(&FrameSizes::Add, this));
}

void
FrameSizes::Add(Ptr<const Packet> frame)
{
    sizes.push_back(frame->GetSize());
}
