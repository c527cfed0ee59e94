// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-capture-clock.h"

#include <ns3/pointer.h>
#include <ns3/simulator.h>
#include <ns3/string.h>
#include <ns3/uinteger.h>

#include <cmath>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(CaptureClock);

TypeId
CaptureClock::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::CaptureClock")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<CaptureClock>()
                            .AddAttribute("Samples",
                                          "Number of captures.",
                                          UintegerValue(1),
                                          MakeUintegerAccessor(&CaptureClock::m_samples),
                                          MakeUintegerChecker<std::uint32_t>())
                            .AddAttribute("Interval",
                                          "Time from one capture to the next, in seconds.",
                                          StringValue("ns3::ConstantRandomVariable[Constant=0.1]"),
                                          MakePointerAccessor(&CaptureClock::m_interval),
                                          MakePointerChecker<RandomVariableStream>())
                            .AddTraceSource("Capture",
                                            "All cameras of the site see one object.",
                                            MakeTraceSourceAccessor(&CaptureClock::m_captureTrace),
                                            "ns3::ddnn::CaptureClock::CaptureCallback");
    return tid;
}

void
CaptureClock::SetSite(std::uint32_t site)
{
    m_site = site;
}

void
CaptureClock::Start(Time first)
{
    if (m_samples > 0)
    {
        Simulator::Schedule(first - Simulator::Now(), &CaptureClock::Capture, this);
    }
}

std::int64_t
CaptureClock::AssignStreams(std::int64_t first)
{
    m_interval->SetStream(first);
    return 1;
}

void
CaptureClock::Capture()
{
    m_captureTrace({m_site, m_next});
    if (++m_next < m_samples)
    {
        // Not Seconds(double): 0.1 s would become 99999999 ns on some roundings.
        const Time interval = NanoSeconds(std::llround(m_interval->GetValue() * 1e9));
        Simulator::Schedule(interval, &CaptureClock::Capture, this);
    }
}

void
CaptureClock::DoDispose()
{
    m_interval = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
