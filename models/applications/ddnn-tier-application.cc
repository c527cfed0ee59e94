// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-tier-application.h"

#include "models/ddnn-logging.h"
#include "models/failures/ddnn-node-state.h"

#include <ns3/boolean.h>
#include <ns3/log.h>
#include <ns3/node.h>
#include <ns3/uinteger.h>

#include <utility>

namespace ns3::ddnn
{

NS_LOG_COMPONENT_DEFINE("DdnnTierApplication");
NS_OBJECT_ENSURE_REGISTERED(TierApplication);

TypeId
TierApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::TierApplication")
            .SetParent<Application>()
            .SetGroupName("Ddnn")
            .AddAttribute("Port",
                          "Where messages to this application come to.",
                          UintegerValue(sectionPort),
                          MakeUintegerAccessor(&TierApplication::m_port),
                          MakeUintegerChecker<std::uint16_t>())
            .AddAttribute("Eager",
                          "Whether features are sent up together with the scores.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&TierApplication::m_eager),
                          MakeBooleanChecker())
            .AddAttribute("BufferSamples",
                          "Samples of a site that are kept until the exit has decided.",
                          UintegerValue(64),
                          MakeUintegerAccessor(&TierApplication::m_bufferSamples),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("BufferLifetime",
                          "Longest time that a sample is kept.",
                          TimeValue(Seconds(10)),
                          MakeTimeAccessor(&TierApplication::m_bufferLifetime),
                          MakeTimeChecker(Time(0)))
            .AddTraceSource("Expired",
                            "The features of a sample were forgotten before the exit decided.",
                            MakeTraceSourceAccessor(&TierApplication::m_expiredTrace),
                            "ns3::ddnn::TierApplication::ExpiredCallback")
            .AddTraceSource(
                "Dropped",
                "The node was off when a sample was to be processed, or went off over it.",
                MakeTraceSourceAccessor(&TierApplication::m_droppedTrace),
                "ns3::ddnn::TierApplication::ExpiredCallback")
            .AddTraceSource("Missing",
                            "The exit escalated a sample of which nothing is here.",
                            MakeTraceSourceAccessor(&TierApplication::m_missingTrace),
                            "ns3::ddnn::TierApplication::ExpiredCallback");
    return tid;
}

void
TierApplication::SetIdentity(const Identity& identity)
{
    m_identity = identity;
}

void
TierApplication::SetPartition(std::shared_ptr<const Partition> partition, Ptr<Processor> processor)
{
    m_partition = std::move(partition);
    m_processor = processor;
}

void
TierApplication::SetExit(const Endpoint& exit)
{
    m_exit = exit;
}

void
TierApplication::SetParent(const Endpoint& parent)
{
    m_parent = parent;
}

Time
TierApplication::GetServiceTime() const
{
    const Operations operations = m_partition->GetOperations();
    return operations.binary + operations.real == 0 ? Time(0)
                                                    : m_processor->GetServiceTime(operations);
}

std::size_t
TierApplication::CountRunning() const
{
    return m_running.size();
}

void
TierApplication::StartApplication()
{
    ConfigureBuffer(m_features);
    if (const auto state = GetNode()->GetObject<NodeState>())
    {
        state->TraceConnectWithoutContext("SwitchedOff",
                                          MakeCallback(&TierApplication::ForgetRunning, this));
    }
    GetTransport().Listen(m_port, [this](const Message& message) { Receive(message); });
}

void
TierApplication::RunSection(SampleId id,
                            const std::vector<const Bytes*>& inputs,
                            std::uint16_t views,
                            LatencyAccount account)
{
    PartitionOutput output = m_partition->Run(inputs);
    Message scores = MakeMessage(MessageType::Scores, id, views, std::move(output.scores));
    Message features = MakeMessage(MessageType::Features, id, views, std::move(output.features));
    auto finish = [this, scores = std::move(scores), features = std::move(features), account](
                      Time queue, Time service) mutable {
        account.queue += queue;
        account.compute += service;
        scores.account = account;
        features.account = account;
        Complete(scores, std::move(features));
    };
    m_running[id] = Word::None;
    const Operations operations = m_partition->GetOperations();
    if (operations.binary + operations.real == 0)
    {
        finish(Time(0), Time(0));
        return;
    }
    m_processor->Submit(operations, std::move(finish));
}

void
TierApplication::Complete(const Message& scores, Message features)
{
    const auto running = m_running.extract(scores.id);
    const Word word = running.empty() ? Word::None : running.mapped();
    if (word != Word::Release)
    {
        Finish(scores, std::move(features), word == Word::Escalate);
    }
}

void
TierApplication::Finish(const Message& scores, Message features, bool escalated)
{
    if (!escalated && m_exit)
    {
        Send(*m_exit, scores);
    }
    if (m_eager || !m_exit || escalated)
    {
        Send(*m_parent, features);
    }
    else
    {
        m_features.Add(std::move(features));
    }
}

void
TierApplication::Receive(const Message& message)
{
    if (message.type == MessageType::Escalate)
    {
        Escalate(message);
    }
    else if (message.type == MessageType::Release)
    {
        Release(message.id);
    }
}

void
TierApplication::Escalate(const Message& message)
{
    auto running = m_running.find(message.id);
    if (running != m_running.end())
    {
        running->second = Word::Escalate;
        return;
    }
    std::vector<Message> kept = m_features.Take(message.id);
    if (kept.empty())
    {
        Miss(message.id);
    }
    for (Message& features : kept)
    {
        features.account = message.account;
        NS_LOG_LOGIC("features of " << message.id << " go up");
        Send(*m_parent, features);
    }
}

void
TierApplication::Release(SampleId id)
{
    auto running = m_running.find(id);
    if (running != m_running.end())
    {
        running->second = Word::Release;
    }
    m_features.Take(id);
}

// The processor has forgotten their sections.
void
TierApplication::ForgetRunning()
{
    for (const auto& [id, word] : m_running)
    {
        Drop(id);
    }
    m_running.clear();
}

void
TierApplication::Drop(SampleId id)
{
    NS_LOG_LOGIC("node is off, " << id << " is dropped");
    m_droppedTrace(id);
}

void
TierApplication::Miss(SampleId id)
{
    NS_LOG_LOGIC("asked for features of " << id << ", of which there are none");
    m_missingTrace(id);
}

void
TierApplication::Send(const Endpoint& to, const Message& message)
{
    GetTransport().Send(to, message);
}

Transport&
TierApplication::GetTransport()
{
    if (!m_transport)
    {
        // Not when the application starts: a capture at time 0 may come before.
        m_transport = GetNode()->GetObject<Transport>();
    }
    return *m_transport;
}

Message
TierApplication::MakeMessage(MessageType type,
                             SampleId id,
                             std::uint16_t views,
                             Bytes payload) const
{
    Message message;
    message.type = type;
    message.senderTier = m_identity.tier;
    message.sender = m_identity.index;
    message.views = views;
    message.id = id;
    message.payload = std::move(payload);
    return message;
}

const TierApplication::Identity&
TierApplication::GetIdentity() const
{
    return m_identity;
}

void
TierApplication::ConfigureBuffer(SampleBuffer& buffer)
{
    buffer.SetExpired([this](SampleId id) { m_expiredTrace(id); });
    buffer.SetLimits(m_bufferSamples, m_bufferLifetime);
}

bool
TierApplication::IsEager() const
{
    return m_eager;
}

void
TierApplication::DoDispose()
{
    m_partition = nullptr;
    m_processor = nullptr;
    m_transport = nullptr;
    Application::DoDispose();
}

} // namespace ns3::ddnn
