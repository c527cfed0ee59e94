// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-processor.h"

#include <ns3/double.h>
#include <ns3/simulator.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(Processor);

TypeId
Processor::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::Processor")
            .SetParent<Object>()
            .SetGroupName("Ddnn")
            .AddConstructor<Processor>()
            .AddAttribute("FixedCost",
                          "Time of every inference besides its operations.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&Processor::m_fixedCost),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("BinaryRate",
                          "Binary multiply-accumulates per second.",
                          DoubleValue(1e9),
                          MakeDoubleAccessor(&Processor::m_binaryRate),
                          MakeDoubleChecker<double>(1.0))
            .AddAttribute("RealRate",
                          "Other multiply-accumulates per second.",
                          DoubleValue(1e9),
                          MakeDoubleAccessor(&Processor::m_realRate),
                          MakeDoubleChecker<double>(1.0))
            .AddTraceSource("Served",
                            "An inference was finished: time in the queue, time of service.",
                            MakeTraceSourceAccessor(&Processor::m_servedTrace),
                            "ns3::ddnn::Processor::ServedCallback");
    return tid;
}

void
Processor::ConnectPower(Ptr<NodeEnergy> energy,
                        Ptr<NodeState> state,
                        double idleWatt,
                        double busyWatt)
{
    m_energy = energy;
    m_idlePowerWatt = idleWatt;
    m_busyPowerWatt = busyWatt;
    m_idle = m_energy->AddLoad(EnergyCause::ComputeIdle, idleWatt);
    m_busy = m_energy->AddLoad(EnergyCause::ComputeBusy, 0);
    state->TraceConnectWithoutContext("SwitchedOff", MakeCallback(&Processor::ForgetAll, this));
}

Time
Processor::GetServiceTime(const Operations& operations) const
{
    const double seconds = operations.binary / m_binaryRate + operations.real / m_realRate;
    const Time service = m_fixedCost + NanoSeconds(std::llround(seconds * 1e9));
    return m_slowdown == 1 ? service
                           : NanoSeconds(std::llround(
                                 static_cast<double>(service.GetNanoSeconds()) * m_slowdown));
}

void
Processor::SetSlowdown(double factor)
{
    m_slowdown = factor;
}

void
Processor::Submit(const Operations& operations, Done done)
{
    const Time now = Simulator::Now();
    const Time start = std::max(now, m_freeAt);
    const Time service = GetServiceTime(operations);
    m_freeAt = start + service;
    m_longestQueue = std::max(m_longestQueue, static_cast<std::uint32_t>(m_jobs.size()));
    m_jobs.push({start - now, service, std::move(done)});
    Simulator::Schedule(m_freeAt - now, &Processor::FinishFirst, this, m_forgotten);
    if (m_jobs.size() == 1)
    {
        BeginBusy(); // may empty the battery: last
    }
}

void
Processor::FinishFirst(std::uint32_t forgotten)
{
    if (forgotten != m_forgotten)
    {
        return;
    }
    const Job job = std::move(m_jobs.front());
    m_jobs.pop();
    ++m_inferences;
    if (m_jobs.empty())
    {
        EndBusy();
    }
    m_servedTrace(job.queue, job.service);
    job.done(job.queue, job.service);
}

// First come, first served: between the first inference of a busy time and the last, there is no
// gap.
void
Processor::BeginBusy()
{
    m_busySince = Simulator::Now();
    if (m_energy)
    {
        m_energy->SetPower(m_idle, 0);
        m_energy->SetPower(m_busy, m_busyPowerWatt);
    }
}

void
Processor::EndBusy()
{
    m_busyTime += Simulator::Now() - m_busySince;
    if (m_energy)
    {
        m_energy->SetPower(m_busy, 0);
        m_energy->SetPower(m_idle, m_idlePowerWatt);
    }
}

void
Processor::ForgetAll()
{
    ++m_forgotten;
    m_freeAt = Simulator::Now();
    if (!m_jobs.empty())
    {
        m_jobs = {};
        EndBusy();
    }
}

Time
Processor::GetBusyTime() const
{
    return m_jobs.empty() ? m_busyTime : m_busyTime + Simulator::Now() - m_busySince;
}

std::uint64_t
Processor::GetInferences() const
{
    return m_inferences;
}

std::uint32_t
Processor::GetLongestQueue() const
{
    return m_longestQueue;
}

void
Processor::DoDispose()
{
    m_energy = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
