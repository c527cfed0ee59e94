// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-section-application.h"

#include "models/ddnn-logging.h"

#include <ns3/boolean.h>
#include <ns3/log.h>

#include <utility>

namespace ns3::ddnn
{

NS_LOG_COMPONENT_DEFINE("DdnnSectionApplication");
NS_OBJECT_ENSURE_REGISTERED(SectionApplication);

namespace
{

/// Escalated samples of a site of which nothing ever came are forgotten behind this many others.
constexpr std::size_t rememberedGates = 4096;

} // namespace

TypeId
SectionApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::SectionApplication")
            .SetParent<TierApplication>()
            .SetGroupName("Ddnn")
            .AddConstructor<SectionApplication>()
            .AddAttribute("Gated",
                          "Whether features wait until the children's exit escalates their sample.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&SectionApplication::m_gated),
                          MakeBooleanChecker())
            .AddTraceSource("Classified",
                            "The last tier answered a sample.",
                            MakeTraceSourceAccessor(&SectionApplication::m_classifiedTrace),
                            "ns3::ddnn::SectionApplication::ClassifiedCallback")
            .AddTraceSource("Late",
                            "A message came after its sample was closed.",
                            MakeTraceSourceAccessor(&SectionApplication::m_lateTrace),
                            "ns3::ddnn::InputCollector::LateCallback")
            .AddTraceSource("Collected",
                            "Inputs of a sample are there, all or some; the section begins.",
                            MakeTraceSourceAccessor(&SectionApplication::m_collectedTrace),
                            "ns3::ddnn::SectionApplication::CollectedCallback")
            .AddTraceSource("Suspected",
                            "A child is no longer waited for: site, child.",
                            MakeTraceSourceAccessor(&SectionApplication::m_suspectedTrace),
                            "ns3::ddnn::InputCollector::SuspicionCallback")
            .AddTraceSource("Rejoined",
                            "A child that was suspected has reported again: site, child.",
                            MakeTraceSourceAccessor(&SectionApplication::m_rejoinedTrace),
                            "ns3::ddnn::InputCollector::SuspicionCallback");
    return tid;
}

void
SectionApplication::SetCollector(Ptr<InputCollector> collector, std::vector<int> children)
{
    m_collector = collector;
    m_children = std::move(children);
}

void
SectionApplication::SetLast(std::shared_ptr<const Classifier> classifier,
                            std::vector<Endpoint> gateways)
{
    m_classifier = std::move(classifier);
    m_gateways = std::move(gateways);
}

std::size_t
SectionApplication::CountOpen() const
{
    return m_collector->CountOpen();
}

void
SectionApplication::StartApplication()
{
    ConfigureBuffer(m_pending);
    m_collector->ForwardTraces(m_lateTrace, m_suspectedTrace, m_rejoinedTrace);
    m_collector->Configure(m_children, [this](const CollectedInputs& inputs) { Process(inputs); });
    TierApplication::StartApplication();
}

void
SectionApplication::Receive(const Message& message)
{
    if (message.type == MessageType::Features)
    {
        ReceiveFeatures(message);
    }
    else if (!IsFromChildrensExit(message))
    {
        TierApplication::Receive(message);
    }
    else if (message.type == MessageType::Escalate)
    {
        OpenGate(message);
    }
    else
    {
        m_pending.Take(message.id);
    }
}

bool
SectionApplication::IsFromChildrensExit(const Message& message) const
{
    return m_gated && message.senderTier < GetIdentity().tier;
}

void
SectionApplication::ReceiveFeatures(const Message& message)
{
    if (m_gated && !m_gateOpen[message.id.site].count(message.id.sample))
    {
        m_pending.Add(message);
    }
    else
    {
        m_collector->Add(message);
    }
}

void
SectionApplication::OpenGate(const Message& message)
{
    std::set<std::uint32_t>& open = m_gateOpen[message.id.site];
    open.insert(message.id.sample);
    if (open.size() > rememberedGates)
    {
        open.erase(open.begin());
    }
    std::vector<Message> pending = m_pending.Take(message.id);
    if (pending.empty())
    {
        Miss(message.id);
    }
    m_collector->AddAll(std::move(pending), message.account);
}

void
SectionApplication::Process(const CollectedInputs& inputs)
{
    m_gateOpen[inputs.id.site].erase(inputs.id.sample);
    if (!IsOn(GetNode()))
    {
        Drop(inputs.id);
        return;
    }
    NS_LOG_LOGIC("section begins with " << inputs.views << " views of " << inputs.id);
    m_collectedTrace(inputs.id);
    RunSection(
        inputs.id, inputs.GetPointers(), static_cast<std::uint16_t>(inputs.views), inputs.account);
}

void
SectionApplication::Finish(const Message& scores, Message features, bool escalated)
{
    if (!m_classifier)
    {
        TierApplication::Finish(scores, std::move(features), escalated);
        return;
    }
    const Verdict verdict = m_classifier->Classify({&scores.payload});
    NS_LOG_INFO("cloud answers " << scores.id << ": class " << verdict.prediction << ", views "
                                 << scores.views);
    m_classifiedTrace({scores.id,
                       GetIdentity().tier,
                       verdict.prediction,
                       verdict.entropy,
                       true,
                       scores.views,
                       scores.account});
    Message answer = scores;
    answer.type = MessageType::Answer;
    answer.payload = {static_cast<std::uint8_t>(verdict.prediction)};
    Send(m_gateways.at(scores.id.site), answer);
}

void
SectionApplication::DoDispose()
{
    m_collector = nullptr;
    m_classifier = nullptr;
    TierApplication::DoDispose();
}

} // namespace ns3::ddnn
