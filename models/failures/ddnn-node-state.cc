// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-node-state.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(NodeState);

TypeId
NodeState::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::NodeState")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<NodeState>()
                            .AddTraceSource("SwitchedOff",
                                            "The node went off.",
                                            MakeTraceSourceAccessor(&NodeState::m_offTrace),
                                            "ns3::ddnn::NodeState::SwitchedCallback")
                            .AddTraceSource("SwitchedOn",
                                            "The node is on again.",
                                            MakeTraceSourceAccessor(&NodeState::m_onTrace),
                                            "ns3::ddnn::NodeState::SwitchedCallback");
    return tid;
}

bool
NodeState::IsOn() const
{
    return m_on;
}

void
NodeState::SwitchOff()
{
    if (!m_on)
    {
        return;
    }
    m_onTime = GetOnTime(Simulator::Now());
    m_switched = Simulator::Now();
    m_on = false;
    m_offTrace();
}

void
NodeState::SwitchOn()
{
    if (m_on)
    {
        return;
    }
    m_switched = Simulator::Now();
    m_on = true;
    m_onTrace();
}

Time
NodeState::GetOnTime(Time until) const
{
    if (m_on)
    {
        return m_onTime + until - m_switched;
    }
    return m_onTime - std::max(Time(0), m_switched - until);
}

bool
IsOn(const Ptr<const Node>& node)
{
    const Ptr<const NodeState> state = node->GetObject<NodeState>();
    return !state || state->IsOn();
}

} // namespace ns3::ddnn
