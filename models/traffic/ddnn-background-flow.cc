// SPDX-License-Identifier: GPL-2.0-only
#include "models/traffic/ddnn-background-flow.h"

#include "models/traffic/ddnn-background-tag.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(BackgroundFlow);

TypeId
BackgroundFlow::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::BackgroundFlow")
            .SetParent<Object>()
            .SetGroupName("Ddnn")
            .AddConstructor<BackgroundFlow>()
            .AddAttribute("PayloadBytes",
                          "Bytes of a packet without the headers of the network.",
                          UintegerValue(972),
                          MakeUintegerAccessor(&BackgroundFlow::m_payloadBytes),
                          MakeUintegerChecker<std::uint32_t>(0, 65507))
            .AddAttribute("Interval",
                          "Time from one packet to the next.",
                          TimeValue(MilliSeconds(8)),
                          MakeTimeAccessor(&BackgroundFlow::m_interval),
                          MakeTimeChecker(NanoSeconds(1)))
            .AddAttribute("Start",
                          "First packet, or first phase of sending.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&BackgroundFlow::m_start),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("Stop",
                          "From when on no packet is sent.",
                          TimeValue(Time::Max() / 2),
                          MakeTimeAccessor(&BackgroundFlow::m_stop),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("On",
                          "Mean length of phases of sending; 0: sends all the time.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&BackgroundFlow::m_on),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("Off",
                          "Mean length of silent phases.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&BackgroundFlow::m_off),
                          MakeTimeChecker(Time(0)));
    return tid;
}

BackgroundFlow::BackgroundFlow() : m_random(CreateObject<ExponentialRandomVariable>()) {}

void
BackgroundFlow::SetSend(Send send)
{
    m_send = std::move(send);
}

std::int64_t
BackgroundFlow::AssignStreams(std::int64_t stream)
{
    m_random->SetStream(stream);
    return 1;
}

void
BackgroundFlow::Begin(Time origin)
{
    m_stop = m_stop + origin;
    const Time start = origin + m_start;
    m_phaseEnd = m_on.IsZero() ? m_stop : start + Draw(m_on);
    ScheduleNext(start, Time(0));
}

/// \param sendingTime to pass in phases of sending
void
BackgroundFlow::ScheduleNext(Time from, Time sendingTime)
{
    while (from + sendingTime >= m_phaseEnd && m_phaseEnd < m_stop)
    {
        sendingTime -= m_phaseEnd - from;
        from = m_phaseEnd + Draw(m_off);
        m_phaseEnd = from + Draw(m_on);
    }
    if (from + sendingTime < m_stop)
    {
        m_next = Simulator::Schedule(
            from + sendingTime - Simulator::Now(), &BackgroundFlow::SendOne, this);
    }
}

void
BackgroundFlow::SendOne()
{
    auto packet = Create<Packet>(m_payloadBytes);
    packet->AddPacketTag(BackgroundTag());
    ++m_sent;
    m_send(packet);
    ScheduleNext(Simulator::Now(), m_interval);
}

void
BackgroundFlow::End()
{
    m_next.Cancel();
}

void
BackgroundFlow::Receive(const Ptr<const Packet>& /*packet*/)
{
    ++m_received;
}

std::uint64_t
BackgroundFlow::GetSent() const
{
    return m_sent;
}

std::uint64_t
BackgroundFlow::GetReceived() const
{
    return m_received;
}

Time
BackgroundFlow::Draw(Time mean) const
{
    return Seconds(m_random->GetValue(mean.GetSeconds(), 0)); // 0: not bounded
}

void
BackgroundFlow::DoDispose()
{
    m_next.Cancel();
    m_send = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
