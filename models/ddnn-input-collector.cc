// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-input-collector.h"

#include "models/waiting/ddnn-fixed-timer.h"

#include <ns3/simulator.h>
#include <ns3/uinteger.h>

#include <algorithm>
#include <utility>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(InputCollector);

namespace
{

/// Closed samples that a site remembers. A message that is later than that opens its sample anew;
/// whoever listens takes the first answer.
constexpr std::size_t rememberedSamples = 4096;

} // namespace

std::vector<const Bytes*>
CollectedInputs::GetPointers() const
{
    std::vector<const Bytes*> pointers;
    pointers.reserve(inputs.size());
    for (const auto& input : inputs)
    {
        pointers.push_back(input ? &*input : nullptr);
    }
    return pointers;
}

TypeId
InputCollector::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::InputCollector")
            .SetParent<Object>()
            .SetGroupName("Ddnn")
            .AddConstructor<InputCollector>()
            .AddAttribute(
                "WaitTime",
                "Longest time that a sample waits for its missing inputs, from its first.",
                TimeValue(MilliSeconds(200)),
                MakeTimeAccessor(&InputCollector::m_waitTime),
                MakeTimeChecker(Time(0)))
            .AddAttribute(
                "SuspectAfter",
                "Samples missed in a row after which a child is not waited for; 0: never.",
                UintegerValue(3),
                MakeUintegerAccessor(&InputCollector::m_suspectAfter),
                MakeUintegerChecker<std::uint32_t>())
            .AddTraceSource("Collected",
                            "A sample was closed, complete or not.",
                            MakeTraceSourceAccessor(&InputCollector::m_collectedTrace),
                            "ns3::ddnn::InputCollector::CollectedCallback")
            .AddTraceSource("Late",
                            "A message came after its sample was closed.",
                            MakeTraceSourceAccessor(&InputCollector::m_lateTrace),
                            "ns3::ddnn::InputCollector::LateCallback")
            .AddTraceSource(
                "Suspected",
                "A child missed so many samples that it is not waited for: site, child.",
                MakeTraceSourceAccessor(&InputCollector::m_suspectedTrace),
                "ns3::ddnn::InputCollector::SuspicionCallback")
            .AddTraceSource("Rejoined",
                            "A child that was suspected has reported again: site, child.",
                            MakeTraceSourceAccessor(&InputCollector::m_rejoinedTrace),
                            "ns3::ddnn::InputCollector::SuspicionCallback");
    return tid;
}

void
InputCollector::SetWaitingRule(MakeRule make, const WaitingRule::Parameters& parameters)
{
    m_makeRule = make;
    m_ruleParameters = parameters;
}

void
InputCollector::Configure(const std::vector<int>& children, Closed closed)
{
    m_inputs = 0;
    m_inputOf.clear();
    m_children.assign(children.begin(), children.end());
    for (const int child : children)
    {
        const auto sender = static_cast<std::size_t>(child);
        m_inputOf.resize(std::max(m_inputOf.size(), sender + 1), noInput);
        m_inputOf[sender] = m_inputs++;
    }
    m_closed = std::move(closed);
}

void
InputCollector::Add(const Message& message)
{
    if (Store(message))
    {
        CloseIfComplete(message.id, message.account);
    }
}

void
InputCollector::AddAll(std::vector<Message> messages, const LatencyAccount& account)
{
    bool stored = false;
    for (Message& message : messages)
    {
        message.account = account;
        stored = Store(message) || stored;
    }
    if (stored)
    {
        CloseIfComplete(messages.front().id, account);
    }
}

InputCollector::Site&
InputCollector::GetSite(std::uint32_t site)
{
    auto found = m_sites.find(site);
    if (found == m_sites.end())
    {
        found = m_sites.emplace(site, MakeSite()).first;
    }
    return found->second;
}

InputCollector::Site
InputCollector::MakeSite() const
{
    WaitingRule::Parameters parameters = m_ruleParameters;
    parameters.longest = m_waitTime;
    parameters.children = m_inputs;
    const MakeRule make = m_makeRule ? m_makeRule : FixedTimer::GetType().make;
    return {Suspicion(m_inputs, m_suspectAfter), make(parameters), {}, {}, {}};
}

void
InputCollector::ForwardTraces(TracedCallback<const Message&>& late,
                              TracedCallback<std::uint32_t, std::uint16_t>& suspected,
                              TracedCallback<std::uint32_t, std::uint16_t>& rejoined)
{
    using Suspicions = TracedCallback<std::uint32_t, std::uint16_t>;
    m_lateTrace.ConnectWithoutContext(
        MakeCallback(&TracedCallback<const Message&>::operator(), &late));
    m_suspectedTrace.ConnectWithoutContext(MakeCallback(&Suspicions::operator(), &suspected));
    m_rejoinedTrace.ConnectWithoutContext(MakeCallback(&Suspicions::operator(), &rejoined));
}

std::size_t
InputCollector::CountOpen() const
{
    std::size_t open = 0;
    for (const auto& [number, site] : m_sites)
    {
        open += site.open.size();
    }
    return open;
}

void
InputCollector::NoteReport(Site& site, const Message& message, std::uint32_t input)
{
    const bool wasSuspected = site.suspicion.IsSuspected(input);
    site.suspicion.Reported(input, message.id.sample);
    if (wasSuspected)
    {
        m_rejoinedTrace(message.id.site, message.sender);
    }
}

void
InputCollector::NoteMisses(Site& site, SampleId id)
{
    for (const std::uint32_t input : site.suspicion.Closed(id.sample))
    {
        m_suspectedTrace(id.site, m_children[input]);
    }
}

void
InputCollector::TakeLate(Site& site, const Message& message)
{
    site.rule->Measured(Simulator::Now() - site.closed.at(message.id.sample));
    m_lateTrace(message);
}

void
InputCollector::Open(Collection& collection, const Message& message)
{
    collection.inputs.resize(m_inputs);
    collection.arrived.resize(m_inputs);
    collection.awaited = m_inputs - 1;
    collection.first = message.account;
    collection.opened = Simulator::Now();
    collection.timer = Simulator::Schedule(
        GetSite(message.id.site).rule->GetWait(), &InputCollector::Expire, this, message.id);
}

bool
InputCollector::Store(const Message& message)
{
    const std::uint32_t input =
        message.sender < m_inputOf.size() ? m_inputOf[message.sender] : noInput;
    if (input == noInput)
    {
        return false;
    }
    Site& site = GetSite(message.id.site);
    NoteReport(site, message, input);
    if (site.closed.count(message.id.sample))
    {
        TakeLate(site, message);
        return false;
    }
    auto [found, isNew] = site.open.try_emplace(message.id.sample);
    Collection& collection = found->second;
    if (isNew)
    {
        Open(collection, message);
    }
    if (!collection.arrived[input])
    {
        collection.inputs[input] = message.payload;
        collection.arrived[input] = true;
        collection.views += message.views;
        collection.last = Simulator::Now();
        ++collection.count;
    }
    return true;
}

void
InputCollector::CloseIfComplete(SampleId id, const LatencyAccount& account)
{
    Site& site = GetSite(id.site);
    Collection& collection = site.open.at(id.sample);
    const auto awaited = site.suspicion.FindAwaited(collection.arrived, collection.awaited);
    if (awaited && !site.rule->IsEnough(collection.count))
    {
        collection.awaited = *awaited;
        return;
    }
    Close(id, account);
}

void
InputCollector::Expire(SampleId id)
{
    CloseWaiting(id);
    // The child that was missing may be suspected from now on: others need not wait for it either.
    Site& site = GetSite(id.site);
    std::vector<std::uint32_t> complete;
    for (const auto& [sample, collection] : site.open)
    {
        if (site.suspicion.IsComplete(collection.arrived))
        {
            complete.push_back(sample);
        }
    }
    for (std::uint32_t sample : complete)
    {
        CloseWaiting({id.site, sample});
    }
}

void
InputCollector::CloseWaiting(SampleId id)
{
    const Collection& collection = GetSite(id.site).open.at(id.sample);
    LatencyAccount account = collection.first;
    account.wait += Simulator::Now() - collection.opened;
    Close(id, account);
}

void
InputCollector::Close(SampleId id, const LatencyAccount& account)
{
    Site& site = GetSite(id.site);
    auto found = site.open.find(id.sample);
    Collection collection = std::move(found->second);
    site.open.erase(found);
    collection.timer.Cancel();
    if (collection.count > 1)
    {
        site.rule->Measured(collection.last - collection.opened);
    }
    NoteMisses(site, id);
    site.closed.emplace(id.sample, collection.opened);
    site.closedInOrder.push(id.sample);
    if (site.closedInOrder.size() > rememberedSamples)
    {
        site.closed.erase(site.closedInOrder.front());
        site.closedInOrder.pop();
    }
    const CollectedInputs inputs{id, std::move(collection.inputs), collection.views, account};
    m_collectedTrace(inputs);
    m_closed(inputs);
}

void
InputCollector::DoDispose()
{
    m_closed = nullptr;
    m_sites.clear();
    Object::DoDispose();
}

} // namespace ns3::ddnn
