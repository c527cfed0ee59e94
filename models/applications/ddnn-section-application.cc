// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-section-application.h"

#include <ns3/boolean.h>

#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(SectionApplication);

namespace
{

/// Escalated samples of which nothing ever came are forgotten behind this many others.
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
                            "ns3::ddnn::SectionApplication::ClassifiedCallback");
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

void
SectionApplication::StartApplication()
{
    ConfigureBuffer(m_pending);
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
    if (m_gated && !m_gateOpen.count(message.id))
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
    m_gateOpen.insert(message.id);
    if (m_gateOpen.size() > rememberedGates)
    {
        m_gateOpen.erase(m_gateOpen.begin());
    }
    m_collector->AddAll(m_pending.Take(message.id), message.account);
}

void
SectionApplication::Process(const CollectedInputs& inputs)
{
    m_gateOpen.erase(inputs.id);
    RunSection(inputs.id, inputs.inputs, static_cast<std::uint16_t>(inputs.views), inputs.account);
}

void
SectionApplication::Finish(Message scores, Message features)
{
    if (!m_classifier)
    {
        TierApplication::Finish(std::move(scores), std::move(features));
        return;
    }
    const Verdict verdict = m_classifier->Classify({&scores.payload});
    m_classifiedTrace({scores.id,
                       GetIdentity().tier,
                       verdict.prediction,
                       verdict.entropy,
                       true,
                       scores.views,
                       scores.account});
    scores.type = MessageType::Answer;
    scores.payload = {static_cast<std::uint8_t>(verdict.prediction)};
    Send(m_gateways.at(scores.id.site), scores);
}

void
SectionApplication::DoDispose()
{
    m_collector = nullptr;
    m_classifier = nullptr;
    TierApplication::DoDispose();
}

} // namespace ns3::ddnn
