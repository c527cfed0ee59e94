// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-process.h"

#include <ns3/simulator.h>

#include <utility>

namespace simulator
{

using ns3::Simulator;

FailureProcess::FailureProcess(const Given& times) : m_given(times) {}

FailureProcess::FailureProcess(const Random& times)
    : m_random(times), m_draws(ns3::CreateObject<ns3::UniformRandomVariable>())
{
    m_draws->SetStream(times.stream);
}

void
FailureProcess::Add(std::shared_ptr<FailingTarget> target, std::unique_ptr<Failure> failure)
{
    m_members.push_back({std::move(target), std::move(failure)});
}

// Given times are scheduled before the first capture is, so that they come before a capture of the
// same moment.
void
FailureProcess::Start(ns3::Time firstCapture)
{
    const ns3::Time wait = firstCapture - Simulator::Now();
    if (m_random)
    {
        m_begin =
            Simulator::Schedule(wait + Draw(m_random->up), &FailureProcess::BeginRandom, this);
        return;
    }
    m_begin = Simulator::Schedule(wait + m_given->at, &FailureProcess::Begin, this);
    if (m_given->duration)
    {
        m_end = Simulator::Schedule(
            wait + m_given->at + *m_given->duration, &FailureProcess::End, this);
    }
}

void
FailureProcess::Stop()
{
    m_begin.Cancel();
    m_end.Cancel();
}

void
FailureProcess::Begin()
{
    for (const Member& member : m_members)
    {
        member.target->Begin(*member.failure);
    }
}

void
FailureProcess::End()
{
    for (const Member& member : m_members)
    {
        member.target->End();
    }
}

void
FailureProcess::BeginRandom()
{
    Begin();
    m_end = Simulator::Schedule(Draw(m_random->down), &FailureProcess::EndRandom, this);
}

void
FailureProcess::EndRandom()
{
    End();
    m_begin = Simulator::Schedule(Draw(m_random->up), &FailureProcess::BeginRandom, this);
}

ns3::Time
FailureProcess::Draw(const FailureLaw& law) const
{
    return GetQuantile(law, m_draws->GetValue());
}

} // namespace simulator
