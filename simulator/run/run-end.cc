// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/run-end.h"

#include <ns3/simulator.h>

#include <utility>

namespace simulator
{

namespace
{

using ns3::Callback;
using ns3::Seconds;
using ns3::Simulator;
using ns3::ddnn::Message;
using ns3::ddnn::SampleId;

const ns3::Time quietAfterAnswers = Seconds(1);
const ns3::Time quietAfterLosses = Seconds(60);

} // namespace

RunEnd::RunEnd(const Deployment& deployment, std::uint64_t samples, std::function<void()> quiet)
    : m_background(deployment.background),
      m_heartbeats(deployment.heartbeats),
      m_failures(deployment.failures),
      m_samples(samples),
      m_quiet(std::move(quiet))
{
    Connect(deployment);
    Simulator::Schedule(Seconds(1), &RunEnd::Look, this);
}

void
RunEnd::Connect(const Deployment& deployment)
{
    for (const DeployedSite& site : deployment.sites)
    {
        site.clock->TraceConnectWithoutContext("Capture",
                                               Callback<void, SampleId>([this](SampleId) {
                                                   ++m_captured;
                                                   m_lastMessage = Simulator::Now();
                                               }));
        site.gateway->TraceConnectWithoutContext(
            "Answered", Callback<void, SampleId, int>([this](SampleId id, int) { Answer(id); }));
    }
    for (const DeployedNode& node : deployment.nodes)
    {
        const auto transport = node.node->GetObject<ns3::ddnn::Transport>();
        transport->TraceConnectWithoutContext(
            "Tx", Callback<void, const Message&, bool>([this](const Message&, bool) { Hear(); }));
        transport->TraceConnectWithoutContext(
            "Rx", Callback<void, const Message&>([this](const Message&) { Hear(); }));
    }
}

void
RunEnd::Answer(SampleId id)
{
    m_answered.insert(id);
    if (m_answered.size() == m_samples)
    {
        EndHeartbeats();
    }
}

void
RunEnd::EndHeartbeats()
{
    for (const DeployedHeartbeat& one : m_heartbeats)
    {
        one.heartbeat->End();
    }
}

void
RunEnd::Hear()
{
    m_lastMessage = Simulator::Now();
    m_isQuiet = false;
}

bool
RunEnd::IsQuiet() const
{
    return m_isQuiet;
}

void
RunEnd::Look()
{
    const ns3::Time quiet =
        m_captured == m_samples ? Simulator::Now() - m_lastMessage : ns3::Time(0);
    if (quiet >= quietAfterAnswers)
    {
        for (const DeployedFlow& background : m_background)
        {
            background.flow->End();
        }
        EndHeartbeats();
        if (m_failures)
        {
            m_failures->Stop();
        }
        if (!std::exchange(m_isQuiet, true))
        {
            m_quiet();
        }
    }
    if (quiet >= (m_answered.size() == m_samples ? quietAfterAnswers : quietAfterLosses))
    {
        Simulator::Stop();
        return;
    }
    Simulator::Schedule(Seconds(1), &RunEnd::Look, this);
}

} // namespace simulator
