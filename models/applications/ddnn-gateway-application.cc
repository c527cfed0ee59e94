// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-gateway-application.h"

#include "models/ddnn-logging.h"
#include "models/failures/ddnn-node-state.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/log.h>
#include <ns3/node.h>
#include <ns3/simulator.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_LOG_COMPONENT_DEFINE("DdnnGatewayApplication");
NS_OBJECT_ENSURE_REGISTERED(GatewayApplication);

namespace
{

/// A message about a sample that was answered before so many younger ones is not known to be late.
constexpr std::size_t rememberedSamples = 4096;

} // namespace

TypeId
GatewayApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::GatewayApplication")
            .SetParent<Application>()
            .SetGroupName("Ddnn")
            .AddConstructor<GatewayApplication>()
            .AddAttribute("Deadline",
                          "Time from the capture after which the best verdict is the answer; 0: "
                          "never.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&GatewayApplication::m_deadline),
                          MakeTimeChecker(Time(0)))
            .AddTraceSource("Answered",
                            "The answer to a sample is known at the gateway.",
                            MakeTraceSourceAccessor(&GatewayApplication::m_answeredTrace),
                            "ns3::ddnn::GatewayApplication::AnsweredCallback")
            .AddTraceSource("FellBack",
                            "The deadline of a sample is over; a verdict becomes the answer.",
                            MakeTraceSourceAccessor(&GatewayApplication::m_fellBackTrace),
                            "ns3::ddnn::GatewayApplication::FellBackCallback")
            .AddTraceSource("Late",
                            "A message came after its sample was answered.",
                            MakeTraceSourceAccessor(&GatewayApplication::m_lateTrace),
                            "ns3::ddnn::InputCollector::LateCallback");
    return tid;
}

std::size_t
GatewayApplication::CountOpen() const
{
    return m_kept.size();
}

void
GatewayApplication::StartApplication()
{
    GetNode()->GetObject<Transport>()->Listen(gatewayPort,
                                              [this](const Message& message) { Receive(message); });
}

void
GatewayApplication::Receive(const Message& message)
{
    const bool isAnswer = message.type == MessageType::Answer;
    if (message.payload.size() != 1 || (!isAnswer && message.type != MessageType::Verdict))
    {
        return;
    }
    if (m_answered.count(message.id))
    {
        NS_LOG_LOGIC("a message about " << message.id << " came after the answer");
        m_lateTrace(message);
    }
    else if (isAnswer)
    {
        TakeAnswer(message);
    }
    else
    {
        TakeVerdict(message);
    }
}

void
GatewayApplication::TakeAnswer(const Message& message)
{
    auto kept = m_kept.find(message.id);
    if (kept != m_kept.end())
    {
        kept->second.timer.Cancel();
        m_kept.erase(kept);
    }
    Remember(message.id);
    NS_LOG_INFO("answer to " << message.id << ": class " << int{message.payload.front()});
    m_answeredTrace(message.id, message.payload.front());
}

void
GatewayApplication::TakeVerdict(const Message& message)
{
    if (m_deadline.IsZero())
    {
        return;
    }
    auto [found, isNew] = m_kept.try_emplace(message.id);
    Kept& kept = found->second;
    if (!isNew && message.senderTier < kept.verdict.senderTier)
    {
        return;
    }
    kept.verdict = message;
    kept.arrived = Simulator::Now();
    if (isNew)
    {
        const Time left = m_deadline - message.account.GetTotal();
        kept.timer = Simulator::Schedule(
            std::max(Time(0), left), &GatewayApplication::FallBack, this, message.id);
    }
}

void
GatewayApplication::FallBack(SampleId id)
{
    const Kept kept = m_kept.at(id);
    m_kept.erase(id);
    if (!IsOn(GetNode()))
    {
        return;
    }
    ExitReport report{id,
                      kept.verdict.senderTier,
                      kept.verdict.payload.front(),
                      0,
                      true,
                      kept.verdict.views,
                      kept.verdict.account};
    report.account.wait += Simulator::Now() - kept.arrived;
    Remember(id);
    NS_LOG_INFO("deadline of " << id << " is over: the verdict of the " << report.tier
                               << " exit is the answer, class " << report.prediction);
    m_fellBackTrace(report);
    m_answeredTrace(id, report.prediction);
}

void
GatewayApplication::Remember(SampleId id)
{
    m_answered.insert(id);
    if (m_answered.size() > rememberedSamples)
    {
        m_answered.erase(m_answered.begin());
    }
}

void
GatewayApplication::DoDispose()
{
    m_kept.clear();
    Application::DoDispose();
}

} // namespace ns3::ddnn
