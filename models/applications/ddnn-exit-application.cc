// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-exit-application.h"

#include "models/ddnn-logging.h"

#include <ns3/boolean.h>
#include <ns3/double.h>
#include <ns3/log.h>
#include <ns3/node.h>
#include <ns3/uinteger.h>

#include <numeric>
#include <utility>

namespace ns3::ddnn
{

NS_LOG_COMPONENT_DEFINE("DdnnExitApplication");
NS_OBJECT_ENSURE_REGISTERED(ExitApplication);

namespace
{

/// Late scores of an escalated sample change nothing behind so many others.
constexpr std::size_t rememberedSamples = 4096;

} // namespace

TypeId
ExitApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::ExitApplication")
            .SetParent<Application>()
            .SetGroupName("Ddnn")
            .AddConstructor<ExitApplication>()
            .AddAttribute("Port",
                          "Where messages to this application come to.",
                          UintegerValue(exitPort),
                          MakeUintegerAccessor(&ExitApplication::m_port),
                          MakeUintegerChecker<std::uint16_t>())
            .AddAttribute("Threshold",
                          "Largest normalized entropy at which a sample exits here, 0 to 1.",
                          DoubleValue(0.8),
                          MakeDoubleAccessor(&ExitApplication::m_threshold),
                          MakeDoubleChecker<double>(0, 1))
            .AddAttribute("TellsGateway",
                          "Whether the gateway is told what an escalated sample's answer would be.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&ExitApplication::m_tellsGateway),
                          MakeBooleanChecker())
            .AddAttribute("AcceptLate",
                          "Whether late scores go into what the gateway is told.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&ExitApplication::m_acceptLate),
                          MakeBooleanChecker())
            .AddTraceSource("Classified",
                            "The scores of a sample were aggregated and judged.",
                            MakeTraceSourceAccessor(&ExitApplication::m_classifiedTrace),
                            "ns3::ddnn::ExitApplication::ClassifiedCallback")
            .AddTraceSource("Late",
                            "A message came after its sample was closed.",
                            MakeTraceSourceAccessor(&ExitApplication::m_lateTrace),
                            "ns3::ddnn::InputCollector::LateCallback")
            .AddTraceSource("Dropped",
                            "The node was off when a sample was to be judged.",
                            MakeTraceSourceAccessor(&ExitApplication::m_droppedTrace),
                            "ns3::ddnn::ExitApplication::DroppedCallback")
            .AddTraceSource("Suspected",
                            "A child is no longer waited for: site, child.",
                            MakeTraceSourceAccessor(&ExitApplication::m_suspectedTrace),
                            "ns3::ddnn::InputCollector::SuspicionCallback")
            .AddTraceSource("Rejoined",
                            "A child that was suspected has reported again: site, child.",
                            MakeTraceSourceAccessor(&ExitApplication::m_rejoinedTrace),
                            "ns3::ddnn::InputCollector::SuspicionCallback");
    return tid;
}

void
ExitApplication::SetClassifier(Tier tier,
                               std::shared_ptr<const Classifier> classifier,
                               std::uint32_t nodes)
{
    m_tier = tier;
    m_classifier = std::move(classifier);
    m_nodes = nodes;
}

void
ExitApplication::SetCollector(Ptr<InputCollector> collector)
{
    m_collector = collector;
}

void
ExitApplication::SetHolders(std::vector<Endpoint> holders)
{
    m_holders = std::move(holders);
}

void
ExitApplication::SetGateway(const Endpoint& gateway)
{
    m_gateway = gateway;
}

Tier
ExitApplication::GetTier() const
{
    return m_tier;
}

std::size_t
ExitApplication::CountOpen() const
{
    return m_collector->CountOpen();
}

void
ExitApplication::StartApplication()
{
    std::vector<int> nodes(m_nodes);
    std::iota(nodes.begin(), nodes.end(), 0);
    m_collector->ForwardTraces(m_lateTrace, m_suspectedTrace, m_rejoinedTrace);
    m_collector->TraceConnectWithoutContext("Late", MakeCallback(&ExitApplication::TakeLate, this));
    m_collector->Configure(nodes, [this](const CollectedInputs& inputs) { Classify(inputs); });
    m_transport = GetNode()->GetObject<Transport>();
    m_transport->Listen(m_port, [this](const Message& message) {
        if (message.type == MessageType::Scores)
        {
            m_collector->Add(message);
        }
    });
}

void
ExitApplication::Classify(const CollectedInputs& inputs)
{
    if (!IsOn(GetNode()))
    {
        NS_LOG_LOGIC(m_tier << " exit is off, " << inputs.id << " is dropped");
        m_droppedTrace(inputs.id);
        return;
    }
    const Verdict verdict = m_classifier->Classify(inputs.GetPointers());
    const bool answers = verdict.entropy <= m_threshold;
    NS_LOG_INFO(m_tier << " exit " << (answers ? "answers " : "escalates ") << inputs.id
                       << ": class " << verdict.prediction << ", entropy " << verdict.entropy
                       << ", threshold " << m_threshold << ", views " << inputs.views);
    m_classifiedTrace({inputs.id,
                       m_tier,
                       verdict.prediction,
                       verdict.entropy,
                       answers,
                       inputs.views,
                       inputs.account});
    const Message message = MakeMessage(inputs);
    if (answers)
    {
        TellGateway(message, MessageType::Answer, verdict.prediction);
        TellHolders(message, MessageType::Release);
        return;
    }
    TellHolders(message, MessageType::Escalate);
    if (m_tellsGateway)
    {
        TellGateway(message, MessageType::Verdict, verdict.prediction);
    }
    if (m_tellsGateway && m_acceptLate)
    {
        Remember(inputs);
    }
}

void
ExitApplication::Remember(const CollectedInputs& inputs)
{
    m_escalated.emplace(inputs.id, inputs);
    if (m_escalated.size() > rememberedSamples)
    {
        m_escalated.erase(m_escalated.begin());
    }
}

void
ExitApplication::TakeLate(const Message& scores)
{
    const auto found = m_escalated.find(scores.id);
    if (found == m_escalated.end() || found->second.inputs.at(scores.sender))
    {
        return;
    }
    CollectedInputs& inputs = found->second;
    inputs.inputs[scores.sender] = scores.payload;
    inputs.views += scores.views;
    inputs.account = scores.account;
    const Verdict verdict = m_classifier->Classify(inputs.GetPointers());
    NS_LOG_LOGIC(m_tier << " exit takes late scores of " << inputs.id << ": class "
                        << verdict.prediction << ", views " << inputs.views);
    TellGateway(MakeMessage(inputs), MessageType::Verdict, verdict.prediction);
}

Message
ExitApplication::MakeMessage(const CollectedInputs& inputs) const
{
    Message message;
    message.senderTier = m_tier;
    message.id = inputs.id;
    message.views = static_cast<std::uint16_t>(inputs.views);
    message.account = inputs.account;
    return message;
}

void
ExitApplication::TellGateway(Message message, MessageType type, int prediction) const
{
    message.type = type;
    message.payload = {static_cast<std::uint8_t>(prediction)};
    m_transport->Send(m_gateway, message);
}

void
ExitApplication::TellHolders(Message message, MessageType type) const
{
    message.type = type;
    for (const Endpoint& holder : m_holders)
    {
        m_transport->Send(holder, message);
    }
}

void
ExitApplication::DoDispose()
{
    m_classifier = nullptr;
    m_collector = nullptr;
    m_transport = nullptr;
    Application::DoDispose();
}

} // namespace ns3::ddnn
