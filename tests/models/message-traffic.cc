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

std::vector<Arrival>
Exchange(TwoNodes& network, const std::vector<Message>& messages, Time time)
{
    std::vector<Arrival> arrivals;
    network.GetTransport(1)->Listen(sectionPort, [&](const Message& message) {
        arrivals.push_back({Simulator::Now(), message});
    });
    Simulator::Schedule(time, [&] {
        for (const Message& message : messages)
        {
            network.GetTransport(0)->Send(network.GetEndpoint(1, sectionPort), message);
        }
    });
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
