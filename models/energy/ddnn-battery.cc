// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-battery.h"

#include <ns3/simulator.h>

#include <algorithm>
#include <cmath>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(Battery);

TypeId
Battery::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::Battery")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<Battery>()
                            .AddTraceSource("Empty",
                                            "It is empty; the node has just gone off.",
                                            MakeTraceSourceAccessor(&Battery::m_emptyTrace),
                                            "ns3::ddnn::Battery::EmptyCallback");
    return tid;
}

void
Battery::Install(double capacityJoules, Ptr<NodeEnergy> energy, Ptr<NodeState> state)
{
    m_capacityJoules = capacityJoules;
    m_energy = energy;
    m_state = state;
    m_energy->TraceConnectWithoutContext("PowerChanged", MakeCallback(&Battery::Update, this));
    Update();
}

double
Battery::GetCapacityJoules() const
{
    return m_capacityJoules;
}

void
Battery::Update()
{
    if (!m_state->IsOn())
    {
        return;
    }
    const double remaining = m_capacityJoules - m_energy->GetJoules(Simulator::Now());
    const double power = m_energy->GetPowerWatt();
    // The end falls on a nanosecond: less than one of power is nothing.
    if (remaining < power * 1e-9)
    {
        m_end.Cancel();
        m_state->SwitchOff();
        m_emptyTrace();
    }
    else if (power > 0)
    {
        ScheduleEnd(remaining, power);
    }
}

// An end that moves away is left where it is, and looked at again when it comes: rescheduling for
// every frame would fill the scheduler with cancelled events. The power of a load may fall by
// itself, but never rises by itself: that only moves the end away.
void
Battery::ScheduleEnd(double remainingJoules, double powerWatt)
{
    constexpr double latestSeconds = 4e9; // 127 years; ns3::Time ends at 292
    const double seconds = remainingJoules / powerWatt;
    if (Simulator::Now().GetSeconds() + seconds > latestSeconds)
    {
        return;
    }
    const Time rest = NanoSeconds(std::max<std::int64_t>(1, std::llround(seconds * 1e9)));
    const Time end = Simulator::Now() + rest;
    if (m_end.IsExpired() || end < m_endAt)
    {
        m_end.Cancel();
        m_endAt = end;
        m_end = Simulator::Schedule(rest, &Battery::Update, this);
    }
}

void
Battery::DoDispose()
{
    m_end.Cancel();
    m_energy = nullptr;
    m_state = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
