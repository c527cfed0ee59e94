// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-heartbeat.h"

#include "models/failures/ddnn-node-state.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(Heartbeat);

TypeId
Heartbeat::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::Heartbeat")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<Heartbeat>()
                            .AddAttribute("Interval",
                                          "Time between two datagrams.",
                                          TimeValue(MilliSeconds(100)),
                                          MakeTimeAccessor(&Heartbeat::m_interval),
                                          MakeTimeChecker(NanoSeconds(1)))
                            .AddAttribute("Misses",
                                          "Datagrams in a row without which the neighbour is lost.",
                                          UintegerValue(3),
                                          MakeUintegerAccessor(&Heartbeat::m_misses),
                                          MakeUintegerChecker<std::uint32_t>(1))
                            .AddTraceSource("Lost",
                                            "The neighbour, or the link to it, is dead.",
                                            MakeTraceSourceAccessor(&Heartbeat::m_lostTrace),
                                            "ns3::ddnn::NodeState::SwitchedCallback")
                            .AddTraceSource("Back",
                                            "The neighbour that was lost has answered.",
                                            MakeTraceSourceAccessor(&Heartbeat::m_backTrace),
                                            "ns3::ddnn::NodeState::SwitchedCallback");
    return tid;
}

void
Heartbeat::SetNode(Ptr<const Node> node, Send send)
{
    m_node = node;
    m_send = std::move(send);
}

void
Heartbeat::Begin(Time first)
{
    m_next = Simulator::Schedule(first - Simulator::Now(), &Heartbeat::Beat, this);
}

void
Heartbeat::End()
{
    m_next.Cancel();
}

void
Heartbeat::Beat()
{
    m_next = Simulator::Schedule(m_interval, &Heartbeat::Beat, this);
    if (!IsOn(m_node))
    {
        m_unanswered = 0;
        return;
    }
    if (m_unanswered >= m_misses && !m_lost)
    {
        m_lost = true;
        m_lostTrace();
    }
    ++m_unanswered;
    m_send(Create<Packet>(bytes));
}

void
Heartbeat::Receive()
{
    if (!IsOn(m_node))
    {
        return;
    }
    m_unanswered = 0;
    if (m_lost)
    {
        m_lost = false;
        m_backTrace();
    }
}

void
Heartbeat::DoDispose()
{
    m_next.Cancel();
    m_node = nullptr;
    m_send = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
