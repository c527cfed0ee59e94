// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-warm-up.h"

#include <ns3/node-list.h>
#include <ns3/node.h>
#include <ns3/simulator.h>

#include <algorithm>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(WarmUp);

namespace
{

Time
RoundUpToSecond(Time time)
{
    const std::int64_t second = Seconds(1).GetTimeStep();
    return TimeStep((time.GetTimeStep() + second - 1) / second * second);
}

Ptr<Transport>
GetTransport(std::uint32_t node)
{
    return NodeList::GetNode(node)->GetObject<Transport>();
}

} // namespace

TypeId
WarmUp::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::WarmUp")
            .SetParent<Object>()
            .SetGroupName("Ddnn")
            .AddConstructor<WarmUp>()
            .AddAttribute("Earliest",
                          "The first capture does not come before this.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&WarmUp::m_earliest),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("Interval",
                          "Time from one hello of a path to the next.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&WarmUp::m_interval),
                          MakeTimeChecker(NanoSeconds(1)))
            .AddAttribute("Limit",
                          "Time after which paths that have not delivered are given up.",
                          TimeValue(Seconds(60)),
                          MakeTimeAccessor(&WarmUp::m_limit),
                          MakeTimeChecker(Time(0)))
            .AddTraceSource("Ready",
                            "The network is as ready as it gets; time of the first capture.",
                            MakeTraceSourceAccessor(&WarmUp::m_readyTrace),
                            "ns3::ddnn::WarmUp::ReadyCallback");
    return tid;
}

void
WarmUp::Add(const std::vector<Path>& paths)
{
    for (const Path& path : paths)
    {
        if (path.from != path.to.node &&
            m_known.insert({path.from, path.to.node, path.to.port}).second)
        {
            m_paths.push_back(path);
        }
    }
}

void
WarmUp::Start()
{
    m_silent = m_paths.size();
    m_delivered.assign(m_paths.size(), false);
    if (m_silent == 0)
    {
        m_readyTrace(m_earliest);
        return;
    }
    std::set<std::uint32_t> hearers;
    for (std::size_t i = 0; i < m_paths.size(); ++i)
    {
        Simulator::Schedule(m_interval * static_cast<std::int64_t>(i) /
                                static_cast<std::int64_t>(m_paths.size()),
                            &WarmUp::Greet,
                            this,
                            i);
        hearers.insert(m_paths[i].to.node);
    }
    for (const std::uint32_t node : hearers)
    {
        GetTransport(node)->TraceConnectWithoutContext("Hello", MakeCallback(&WarmUp::Hear, this));
    }
    m_giveUp = Simulator::Schedule(m_limit, &WarmUp::Finish, this);
}

std::vector<WarmUp::Path>
WarmUp::GetSilent() const
{
    std::vector<Path> silent;
    for (std::size_t i = 0; i < m_paths.size(); ++i)
    {
        if (!m_delivered[i])
        {
            silent.push_back(m_paths[i]);
        }
    }
    return silent;
}

void
WarmUp::Greet(std::size_t index)
{
    if (m_finished || m_delivered[index])
    {
        return;
    }
    Message hello;
    hello.type = MessageType::Hello;
    hello.id.sample = static_cast<std::uint32_t>(index);
    GetTransport(m_paths[index].from)->Send(m_paths[index].to, hello);
    Simulator::Schedule(m_interval, &WarmUp::Greet, this, index);
}

void
WarmUp::Hear(const Message& message)
{
    const std::size_t index = message.id.sample;
    if (!m_finished && !m_delivered.at(index))
    {
        m_delivered[index] = true;
        if (--m_silent == 0)
        {
            Finish();
        }
    }
}

void
WarmUp::Finish()
{
    m_finished = true;
    m_giveUp.Cancel();
    m_readyTrace(std::max(m_earliest, RoundUpToSecond(Simulator::Now())));
}

void
WarmUp::DoDispose()
{
    m_paths.clear();
    Object::DoDispose();
}

} // namespace ns3::ddnn
