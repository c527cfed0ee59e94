// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-exit-application.h"

#include <ns3/double.h>
#include <ns3/node.h>

#include <numeric>
#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(ExitApplication);

TypeId
ExitApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::ExitApplication")
            .SetParent<Application>()
            .SetGroupName("Ddnn")
            .AddConstructor<ExitApplication>()
            .AddAttribute("Threshold",
                          "Largest normalized entropy at which a sample exits here, 0 to 1.",
                          DoubleValue(0.8),
                          MakeDoubleAccessor(&ExitApplication::m_threshold),
                          MakeDoubleChecker<double>(0, 1))
            .AddTraceSource("Classified",
                            "The scores of a sample were aggregated and judged.",
                            MakeTraceSourceAccessor(&ExitApplication::m_classifiedTrace),
                            "ns3::ddnn::ExitApplication::ClassifiedCallback")
            .AddTraceSource("Late",
                            "A message came after its sample was closed.",
                            MakeTraceSourceAccessor(&ExitApplication::m_lateTrace),
                            "ns3::ddnn::InputCollector::LateCallback");
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

void
ExitApplication::StartApplication()
{
    std::vector<int> nodes(m_nodes);
    std::iota(nodes.begin(), nodes.end(), 0);
    m_collector->TraceConnectWithoutContext(
        "Late", MakeCallback(&TracedCallback<const Message&>::operator(), &m_lateTrace));
    m_collector->Configure(nodes, [this](const CollectedInputs& inputs) { Classify(inputs); });
    m_transport = GetNode()->GetObject<Transport>();
    m_transport->Listen(exitPort, [this](const Message& message) {
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
        return;
    }
    const Verdict verdict = m_classifier->Classify(inputs.GetPointers());
    const bool answers = verdict.entropy <= m_threshold;
    m_classifiedTrace({inputs.id,
                       m_tier,
                       verdict.prediction,
                       verdict.entropy,
                       answers,
                       inputs.views,
                       inputs.account});
    Message message;
    message.senderTier = m_tier;
    message.id = inputs.id;
    message.views = static_cast<std::uint16_t>(inputs.views);
    message.account = inputs.account;
    if (!answers)
    {
        TellHolders(message, MessageType::Escalate);
        return;
    }
    message.type = MessageType::Answer;
    message.payload = {static_cast<std::uint8_t>(verdict.prediction)};
    m_transport->Send(m_gateway, message);
    message.payload.clear();
    TellHolders(message, MessageType::Release);
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
