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
    return m_switchedOn && m_failures == 0;
}

void
NodeState::SwitchOff()
{
    Set(false, m_failures);
}

void
NodeState::SwitchOn()
{
    Set(true, m_failures);
}

void
NodeState::Fail()
{
    Set(m_switchedOn, m_failures + 1);
}

void
NodeState::Recover()
{
    NS_ASSERT_MSG(m_failures > 0, "recovers from nothing");
    Set(m_switchedOn, m_failures - 1);
}

void
NodeState::Set(bool switchedOn, std::uint32_t failures)
{
    const bool wasOn = IsOn();
    const bool isOn = switchedOn && failures == 0;
    if (wasOn && !isOn)
    {
        m_onTime = GetOnTime(Simulator::Now());
    }
    m_switchedOn = switchedOn;
    m_failures = failures;
    if (wasOn == isOn)
    {
        return;
    }
    m_switched = Simulator::Now();
    Tell();
}

// Who is told may switch the node again at once: a battery that has just enough left to find itself
// empty. All hear of one switch before anybody hears of the next.
void
NodeState::Tell()
{
    if (m_telling)
    {
        return;
    }
    m_telling = true;
    while (m_told != IsOn())
    {
        m_told = IsOn();
        (m_told ? m_onTrace : m_offTrace)();
    }
    m_telling = false;
}

Time
NodeState::GetOnTime(Time until) const
{
    if (IsOn())
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
