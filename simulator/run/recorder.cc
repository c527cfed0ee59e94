// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/recorder.h"

#include "simulator/run/energy-record.h"
#include "simulator/topology/node-names.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace simulator
{

namespace
{

const char*
GetExitName(ns3::ddnn::Tier tier)
{
    switch (tier)
    {
    case ns3::ddnn::Tier::Device:
        return "local";
    case ns3::ddnn::Tier::Edge:
        return "edge";
    default:
        return "cloud";
    }
}

} // namespace

Recorder::Recorder(const Deployment& deployment, const nn::MultiViewDataSet& dataset)
    : m_deployment(deployment),
      m_dataset(dataset),
      m_order(dataset, static_cast<std::uint32_t>(deployment.sites.size())),
      m_losses(deployment),
      m_suspicions(deployment),
      m_failures(deployment),
      m_switches(deployment),
      m_samples(deployment.sites.size()),
      m_forgotten(deployment.nodes.size())
{
    for (const DeployedSite& site : deployment.sites)
    {
        ConnectSite(site);
    }
    deployment.cloud->TraceConnectWithoutContext("Classified",
                                                 ns3::MakeCallback(&Recorder::Classify, this));
    deployment.warmUp->TraceConnectWithoutContext("Ready",
                                                  ns3::MakeCallback(&Recorder::Begin, this));
    ConnectLinks();
    ConnectNodes();
}

void
Recorder::ConnectSite(const DeployedSite& site)
{
    site.clock->TraceConnectWithoutContext("Capture", ns3::MakeCallback(&Recorder::Capture, this));
    for (const ns3::Ptr<ns3::Node>& device : site.devices)
    {
        device->GetObject<ns3::ddnn::Transport>()->TraceConnectWithoutContext(
            "Tx", ns3::MakeCallback(&Recorder::CountPayload, this));
    }
    for (const auto& exit : site.exits)
    {
        exit->TraceConnectWithoutContext("Classified",
                                         ns3::MakeCallback(&Recorder::Classify, this));
    }
    site.gateway->TraceConnectWithoutContext("FellBack",
                                             ns3::MakeCallback(&Recorder::FallBack, this));
    site.gateway->TraceConnectWithoutContext("Answered",
                                             ns3::MakeCallback(&Recorder::Answer, this));
}

void
Recorder::ConnectLinks()
{
    for (const DeployedLink& link : m_deployment.links)
    {
        m_up.push_back(std::make_unique<LinkCounter>(m_traffic));
        m_down.push_back(std::make_unique<LinkCounter>(m_traffic));
        const Medium& medium = link.medium;
        medium.listen(medium.upper, *m_down.back(), *m_up.back());
        for (const ns3::Ptr<ns3::NetDevice>& lower : medium.lower)
        {
            medium.listen(lower, *m_up.back(), *m_down.back());
        }
    }
}

void
Recorder::ConnectNodes()
{
    using ns3::Callback;
    for (std::size_t i = 0; i < m_deployment.nodes.size(); ++i)
    {
        Forgotten& forgotten = m_forgotten[i]; // the vector does not grow any more
        const ns3::Ptr<ns3::Node>& node = m_deployment.nodes[i].node;
        const auto late = [&forgotten](const ns3::ddnn::Message&) { ++forgotten.late; };
        const auto expired = [&forgotten](ns3::ddnn::SampleId) { ++forgotten.expired; };
        const auto incomplete = [&forgotten](std::uint32_t) { ++forgotten.incomplete; };
        const auto dropped = [&forgotten](std::uint64_t messages) {
            forgotten.incomplete += messages;
        };
        for (std::uint32_t k = 0; k < node->GetNApplications(); ++k)
        {
            // Applications without such a source are passed over.
            const ns3::Ptr<ns3::Application> application = node->GetApplication(k);
            application->TraceConnectWithoutContext(
                "Late", Callback<void, const ns3::ddnn::Message&>(late));
            application->TraceConnectWithoutContext("Expired",
                                                    Callback<void, ns3::ddnn::SampleId>(expired));
        }
        const auto transport = node->GetObject<ns3::ddnn::Transport>();
        transport->TraceConnectWithoutContext("Incomplete",
                                              Callback<void, std::uint32_t>(incomplete));
        transport->TraceConnectWithoutContext("Dropped", Callback<void, std::uint64_t>(dropped));
    }
}

analysis::SampleRecord&
Recorder::GetSample(ns3::ddnn::SampleId id)
{
    m_lastEvent = ns3::Simulator::Now();
    std::deque<analysis::SampleRecord>& samples = m_samples.at(id.site);
    if (id.sample == samples.size())
    {
        // First heard of at its capture. The cameras hear the clock before the recorder does, and a
        // device may send at once: whoever speaks first makes the record.
        analysis::SampleRecord record;
        record.site = id.site + 1;
        record.sample = id.sample;
        record.capture = m_lastEvent.GetNanoSeconds();
        record.viewsMissing = GetDeviceCount(); // until somebody answers
        record.label = m_dataset.GetLabel(m_order.GetIndex(id.site, id.sample));
        samples.push_back(record);
    }
    return samples.at(id.sample);
}

std::uint32_t
Recorder::GetDeviceCount() const
{
    return static_cast<std::uint32_t>(m_deployment.sites.front().devices.size());
}

void
Recorder::Begin(ns3::Time firstCapture)
{
    m_firstCapture = firstCapture;
    m_traffic.Begin(firstCapture);
    for (std::size_t i = 0; i < m_up.size(); ++i)
    {
        m_up[i]->SetFirstCapture(firstCapture);
        m_down[i]->SetFirstCapture(firstCapture);
    }
}

void
Recorder::Capture(ns3::ddnn::SampleId id)
{
    GetSample(id);
}

void
Recorder::CountPayload(const ns3::ddnn::Message& message, bool crossesNetwork)
{
    if (crossesNetwork && message.senderTier == ns3::ddnn::Tier::Device &&
        ns3::ddnn::IsData(message.type))
    {
        GetSample(message.id).payloadBytes += message.payload.size();
    }
}

void
Recorder::Classify(const ns3::ddnn::ExitReport& report)
{
    analysis::SampleRecord& sample = GetSample(report.id);
    if (report.tier == ns3::ddnn::Tier::Device)
    {
        sample.entropyLocal = report.entropy;
    }
    else if (report.tier == ns3::ddnn::Tier::Edge)
    {
        sample.entropyEdge = report.entropy;
    }
    if (report.answers && !sample.decisionLatency)
    {
        Decide(sample, report);
    }
}

void
Recorder::Decide(analysis::SampleRecord& sample, const ns3::ddnn::ExitReport& report) const
{
    sample.exit = GetExitName(report.tier);
    sample.prediction = report.prediction;
    sample.decisionLatency = ns3::Simulator::Now().GetNanoSeconds() - sample.capture;
    sample.compute = report.account.compute.GetNanoSeconds();
    sample.queue = report.account.queue.GetNanoSeconds();
    sample.network = report.account.network.GetNanoSeconds();
    sample.wait = report.account.wait.GetNanoSeconds();
    sample.viewsMissing = GetDeviceCount() - report.views;
}

void
Recorder::Answer(ns3::ddnn::SampleId id, int /*prediction*/)
{
    analysis::SampleRecord& sample = GetSample(id);
    if (!sample.responseLatency)
    {
        sample.responseLatency = ns3::Simulator::Now().GetNanoSeconds() - sample.capture;
    }
}

/// What counts is what the gateway learned first: an exit's answer may be on its way, or lost.
void
Recorder::FallBack(const ns3::ddnn::ExitReport& report)
{
    analysis::SampleRecord& sample = GetSample(report.id);
    Decide(sample, report);
    sample.isFallback = true;
}

void
Recorder::FillAccounts(analysis::RunRecord& record) const
{
    for (const DeployedSite& site : m_deployment.sites)
    {
        record.deviceCount += site.devices.size();
    }
    record.firstCapture = m_firstCapture.GetNanoSeconds();
    record.end = GetEnd().GetNanoSeconds();
    record.failures = m_failures.GetRecords(GetEnd());
    record.switches = m_switches.GetRecords();
    record.traffic = m_traffic.GetRecords();
    FillLinks(record);
    FillNodes(record);
    FillTopology(record);
}

void
Recorder::FillOutcome(analysis::RunRecord& record) const
{
    FillSamples(record);
    record.suspicions = m_suspicions.GetRecords();
    for (std::size_t i = 0; i < m_forgotten.size(); ++i)
    {
        analysis::NodeRecord& row = record.nodes.at(i);
        row.expired = m_forgotten[i].expired;
        row.late = m_forgotten[i].late;
        row.incomplete = m_forgotten[i].incomplete;
    }
}

void
Recorder::FillSamples(analysis::RunRecord& record) const
{
    for (const auto& samples : m_samples)
    {
        for (analysis::SampleRecord sample : samples)
        {
            sample.lossReason = m_losses.GetReason({sample.site - 1, sample.sample});
            record.samples.push_back(sample);
        }
    }
}

void
Recorder::FillLinks(analysis::RunRecord& record) const
{
    for (std::size_t i = 0; i < m_deployment.links.size(); ++i)
    {
        const DeployedLink& link = m_deployment.links[i];
        for (const auto& [counter, direction] :
             {std::pair{m_up[i].get(), "up"}, std::pair{m_down[i].get(), "down"}})
        {
            const auto rows = counter->GetRecords(link.name, direction, m_lastEvent);
            record.links.insert(record.links.end(), rows.begin(), rows.end());
        }
    }
}

ns3::Time
Recorder::GetEnd() const
{
    ns3::Time end = m_lastEvent;
    for (const DeployedNode& node : m_deployment.nodes)
    {
        end = std::max(end, node.node->GetObject<ns3::ddnn::NodeEnergy>()->GetLastActivity());
    }
    return end;
}

void
Recorder::FillTopology(analysis::RunRecord& record) const
{
    const auto getName = [this](const ns3::Ptr<ns3::NetDevice>& device) {
        return GetNodeName(m_deployment, device->GetNode()->GetId());
    };
    for (const DeployedLink& link : m_deployment.links)
    {
        if (SplitName(link.name).site != 0)
        {
            continue;
        }
        analysis::LinkEnds ends = {link.name, getName(link.medium.upper), {}};
        for (const ns3::Ptr<ns3::NetDevice>& lower : link.medium.lower)
        {
            ends.lower.push_back(getName(lower));
        }
        record.topology.push_back(std::move(ends));
    }
}

void
Recorder::FillNodes(analysis::RunRecord& record) const
{
    const ns3::Time end = GetEnd();
    for (const DeployedNode& node : m_deployment.nodes)
    {
        analysis::NodeRecord row;
        row.node = node.name;
        row.tier = node.tier;
        row.busySeconds = node.processor->GetBusyTime().GetSeconds();
        row.queueMax = node.processor->GetLongestQueue();
        row.inferences = node.processor->GetInferences();
        FillEnergy(row, node.node, end);
        record.nodes.push_back(row);
    }
}

} // namespace simulator
