// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/suspicion-watch.h"

#include "simulator/topology/node-names.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace simulator
{

using analysis::SuspicionRecord;
using ns3::ddnn::ExitApplication;
using ns3::ddnn::SectionApplication;

SuspicionWatch::SuspicionWatch(const Deployment& deployment) : m_sites(deployment.sites.size())
{
    if (std::any_of(deployment.nodes.begin(), deployment.nodes.end(), [](const DeployedNode& node) {
            return node.tier == "edge";
        }))
    {
        m_childOfCloud = "edge";
    }
    for (const DeployedNode& node : deployment.nodes)
    {
        ConnectNode(node);
    }
    for (const DeployedHeartbeat& heartbeat : deployment.heartbeats)
    {
        ConnectHeartbeat(heartbeat, Kind::Suspected);
        ConnectHeartbeat(heartbeat, Kind::Rejoined);
    }
}

void
SuspicionWatch::ConnectHeartbeat(const DeployedHeartbeat& heartbeat, Kind kind)
{
    const auto heard = [this, gateway = heartbeat.gateway, edge = heartbeat.edge, kind] {
        SuspicionRecord record;
        record.kind = kind;
        record.time = ns3::Simulator::Now().GetNanoSeconds();
        record.node = gateway;
        record.point = "heartbeat";
        record.child = edge;
        m_records.push_back(record);
    };
    heartbeat.heartbeat->TraceConnectWithoutContext(kind == Kind::Suspected ? "Lost" : "Back",
                                                    ns3::Callback<void>(heard));
}

void
SuspicionWatch::ConnectNode(const DeployedNode& node)
{
    SuspicionRecord form;
    form.node = node.name;
    for (std::uint32_t i = 0; i < node.node->GetNApplications(); ++i)
    {
        const ns3::Ptr<ns3::Application> application = node.node->GetApplication(i);
        if (const auto exit = ns3::DynamicCast<ExitApplication>(application))
        {
            const bool isLocal = exit->GetTier() == ns3::ddnn::Tier::Device;
            form.point = isLocal ? "local exit" : "edge exit";
            Connect(application, form, isLocal ? "device" : "edge");
        }
        else if (const auto section = ns3::DynamicCast<SectionApplication>(application))
        {
            const bool isCloud = section->GetIdentity().tier == ns3::ddnn::Tier::Cloud;
            form.point = isCloud ? "cloud" : "edge";
            Connect(application, form, isCloud ? m_childOfCloud : "device");
        }
    }
}

void
SuspicionWatch::Connect(const ns3::Ptr<ns3::Application>& application,
                        const SuspicionRecord& form,
                        const std::string& childTier)
{
    ConnectSource(application, Kind::Suspected, form, childTier);
    ConnectSource(application, Kind::Rejoined, form, childTier);
}

void
SuspicionWatch::ConnectSource(const ns3::Ptr<ns3::Application>& application,
                              Kind kind,
                              SuspicionRecord form,
                              const std::string& childTier)
{
    form.kind = kind;
    const auto heard = [this, form, childTier](std::uint32_t site, std::uint16_t child) {
        SuspicionRecord record = form;
        record.time = ns3::Simulator::Now().GetNanoSeconds();
        record.child = MakeSiteName(m_sites, site, childTier, child);
        m_records.push_back(record);
    };
    application->TraceConnectWithoutContext(
        kind == Kind::Suspected ? "Suspected" : "Rejoined",
        ns3::Callback<void, std::uint32_t, std::uint16_t>(heard));
}

const std::vector<SuspicionRecord>&
SuspicionWatch::GetRecords() const
{
    return m_records;
}

} // namespace simulator
