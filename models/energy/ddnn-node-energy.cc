// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-node-energy.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(NodeEnergy);

TypeId
NodeEnergy::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::NodeEnergy")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<NodeEnergy>()
                            .AddTraceSource("PowerChanged",
                                            "The power of a load was set.",
                                            MakeTraceSourceAccessor(&NodeEnergy::m_changedTrace),
                                            "ns3::ddnn::NodeEnergy::ChangedCallback");
    return tid;
}

NodeEnergy::Load
NodeEnergy::AddLoad(EnergyCause cause, double watt)
{
    LoadState load;
    load.cause = cause;
    load.watt = watt;
    load.nextWatt = watt;
    load.since = Simulator::Now();
    m_loads.push_back(load);
    m_changedTrace();
    return m_loads.size() - 1;
}

void
NodeEnergy::SetPower(Load load, double watt)
{
    LoadState& state = m_loads[load];
    state.nextWatt = watt;
    if (m_on)
    {
        const Time now = Simulator::Now();
        Settle(state, now);
        NoteActivity(now);
    }
}

void
NodeEnergy::SetFallingPower(Load load, double watt, Time fallsAt, double fallsTo)
{
    if (m_on)
    {
        LoadState& state = m_loads[load];
        const Time now = Simulator::Now();
        state.nextWatt = watt;
        Settle(state, now);
        state.nextWatt = fallsTo;
        state.fallsAt = fallsAt;
        state.fallsTo = fallsTo;
        NoteActivity(now);
    }
}

void
NodeEnergy::Spend(Load load, double joules)
{
    if (m_on)
    {
        m_loads[load].joules += joules;
        NoteActivity(Simulator::Now());
    }
}

void
NodeEnergy::Settle(LoadState& load, Time now) const
{
    load.joules = GetJoules(load, now);
    load.since = now;
    load.watt = load.nextWatt;
    load.fallsAt = Time::Max();
}

void
NodeEnergy::NoteActivity(Time now)
{
    m_lastActivity = now;
    m_changedTrace();
}

double
NodeEnergy::GetPowerWatt() const
{
    const Time now = Simulator::Now();
    double watt = 0;
    for (const LoadState& load : m_loads)
    {
        watt += now < load.fallsAt ? load.watt : load.fallsTo;
    }
    return m_on ? watt : 0;
}

double
NodeEnergy::GetJoules(const LoadState& load, Time until) const
{
    if (load.watt == 0)
    {
        return load.joules; // most senders, most of the time
    }
    const Time end = m_on ? until : std::min(until, m_offAt);
    const Time fall = std::min(end, load.fallsAt);
    return load.joules + load.watt * (fall - load.since).GetSeconds() +
           load.fallsTo * (end - fall).GetSeconds();
}

double
NodeEnergy::GetJoules(EnergyCause cause, Time until) const
{
    double joules = 0;
    for (const LoadState& load : m_loads)
    {
        joules += load.cause == cause ? GetJoules(load, until) : 0;
    }
    return joules;
}

double
NodeEnergy::GetJoules(Time until) const
{
    double joules = 0;
    for (const LoadState& load : m_loads)
    {
        joules += GetJoules(load, until);
    }
    return joules;
}

Time
NodeEnergy::GetLastActivity() const
{
    return m_lastActivity;
}

bool
NodeEnergy::IsIdle() const
{
    return std::all_of(m_loads.begin(), m_loads.end(), [](const LoadState& load) {
        return load.watt == 0 || load.cause == EnergyCause::ComputeIdle ||
               load.cause == EnergyCause::RadioIdle;
    });
}

// Loads are not settled here: until the node is on again, the account can be read at any time since
// its last activity, also before it went off.
void
NodeEnergy::SwitchOff()
{
    m_on = false;
    m_offAt = Simulator::Now();
    if (!IsIdle())
    {
        m_lastActivity = m_offAt;
    }
}

void
NodeEnergy::SwitchOn()
{
    const Time now = Simulator::Now();
    for (LoadState& load : m_loads)
    {
        Settle(load, now);
    }
    m_on = true;
    NoteActivity(now);
}

void
NodeEnergy::NotifyNewAggregate()
{
    if (!m_state)
    {
        m_state = GetObject<NodeState>();
        if (m_state)
        {
            m_state->TraceConnectWithoutContext("SwitchedOff",
                                                MakeCallback(&NodeEnergy::SwitchOff, this));
            m_state->TraceConnectWithoutContext("SwitchedOn",
                                                MakeCallback(&NodeEnergy::SwitchOn, this));
        }
    }
    Object::NotifyNewAggregate();
}

void
NodeEnergy::DoDispose()
{
    m_state = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
