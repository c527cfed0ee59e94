// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-transport.h"

#include <ns3/node.h>
#include <ns3/simulator.h>

#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(Transport);

TypeId
Transport::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::Transport")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddTraceSource("Tx",
                                            "A message is sent; whether it leaves the node.",
                                            MakeTraceSourceAccessor(&Transport::m_txTrace),
                                            "ns3::ddnn::Transport::MessageCallback")
                            .AddTraceSource("Rx",
                                            "A message arrived whole.",
                                            MakeTraceSourceAccessor(&Transport::m_rxTrace),
                                            "ns3::ddnn::InputCollector::LateCallback")
                            .AddTraceSource("Hello",
                                            "A hello arrived at a port that is listened to.",
                                            MakeTraceSourceAccessor(&Transport::m_helloTrace),
                                            "ns3::ddnn::InputCollector::LateCallback");
    return tid;
}

void
Transport::Listen(std::uint16_t port, Receiver receiver)
{
    m_receivers[port] = std::move(receiver);
    DoListen(port);
}

void
Transport::Send(const Endpoint& to, const Message& message)
{
    if (!IsOn())
    {
        return;
    }
    const bool crossesNetwork = to.node != m_node;
    m_txTrace(message, crossesNetwork);
    if (crossesNetwork)
    {
        DoSend(to, message);
    }
    else
    {
        Simulator::ScheduleNow(&Transport::Deliver, this, to.port, message);
    }
}

void
Transport::Deliver(std::uint16_t port, const Message& message)
{
    auto found = m_receivers.find(port);
    if (found == m_receivers.end() || !IsOn())
    {
        return;
    }
    if (message.type == MessageType::Hello)
    {
        m_helloTrace(message);
        return;
    }
    m_rxTrace(message);
    found->second(message);
}

bool
Transport::NeedsWarmUp() const
{
    return false;
}

bool
Transport::IsOn() const
{
    return !m_state || m_state->IsOn();
}

void
Transport::NotifyNewAggregate()
{
    if (const auto node = GetObject<Node>())
    {
        m_node = node->GetId();
    }
    if (!m_state)
    {
        m_state = GetObject<NodeState>();
    }
    Object::NotifyNewAggregate();
}

void
Transport::DoDispose()
{
    m_receivers.clear();
    m_state = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
