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
            .AddAttribute("IdlePower",
                          "Power while nothing is computed, in watt.",
                          DoubleValue(0),
                          MakeDoubleAccessor(&Processor::m_idlePowerWatt),
                          MakeDoubleChecker<double>(0))
            .AddAttribute("BusyPower",
                          "Power while computing, in watt.",
                          DoubleValue(0),
                          MakeDoubleAccessor(&Processor::m_busyPowerWatt),
                          MakeDoubleChecker<double>(0))
            .AddTraceSource("Served",
                            "An inference was finished: time in the queue, time of service.",
                            MakeTraceSourceAccessor(&Processor::m_servedTrace),
                            "ns3::ddnn::Processor::ServedCallback");
    return tid;
}

Time
Processor::GetServiceTime(const Operations& operations) const
{
    const double seconds = operations.binary / m_binaryRate + operations.real / m_realRate;
    return m_fixedCost + NanoSeconds(std::llround(seconds * 1e9));
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
    Simulator::Schedule(m_freeAt - now, &Processor::FinishFirst, this);
}

void
Processor::FinishFirst()
{
    const Job job = std::move(m_jobs.front());
    m_jobs.pop();
    ++m_inferences;
    m_busyTime += job.service;
    m_servedTrace(job.queue, job.service);
    job.done(job.queue, job.service);
}

Time
Processor::GetBusyTime() const
{
    return m_busyTime;
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

double
Processor::GetEnergyJoules(Time duration) const
{
    const Time idle = std::max(Time(0), duration - m_busyTime);
    return m_busyPowerWatt * m_busyTime.GetSeconds() + m_idlePowerWatt * idle.GetSeconds();
}

} // namespace ns3::ddnn
