// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/loss-watch.h"

#include "models/applications/ddnn-device-application.h"

namespace simulator
{

using analysis::LossReason;
using ns3::Callback;
using ns3::ddnn::SampleId;
using ns3::ddnn::Tier;

LossWatch::LossWatch(const Deployment& deployment) : m_states(deployment.sites.size())
{
    for (const DeployedSite& site : deployment.sites)
    {
        ConnectSite(site);
    }
    for (const DeployedNode& node : deployment.nodes)
    {
        ConnectNode(node);
    }
}

void
LossWatch::ConnectSite(const DeployedSite& site)
{
    const bool hasLocalExit = !site.exits.empty() && site.exits.front()->GetTier() == Tier::Device;
    const LossReason reason = hasLocalExit ? LossReason::NoScores : LossReason::NoFeatures;
    const auto seen = [this, reason](SampleId id, const ns3::ddnn::Bytes&) {
        Reach(id, Stage::Seen, reason);
    };
    for (const auto& camera : site.cameras)
    {
        camera->TraceConnectWithoutContext("View",
                                           Callback<void, SampleId, const ns3::ddnn::Bytes&>(seen));
    }
    for (const auto& exit : site.exits)
    {
        ConnectExit(exit);
    }
}

void
LossWatch::ConnectExit(const ns3::Ptr<ns3::ddnn::ExitApplication>& exit)
{
    const Stage stage =
        exit->GetTier() == Tier::Device ? Stage::JudgedLocally : Stage::JudgedByEdges;
    const auto judged = [this, stage](const ns3::ddnn::ExitReport& report) {
        Reach(report.id, stage, LossReason::NoFeatures);
    };
    exit->TraceConnectWithoutContext("Classified",
                                     Callback<void, const ns3::ddnn::ExitReport&>(judged));
    Connect(exit, "Dropped", stage, LossReason::NodeOff);
}

void
LossWatch::ConnectNode(const DeployedNode& node)
{
    for (std::uint32_t i = 0; i < node.node->GetNApplications(); ++i)
    {
        const ns3::Ptr<ns3::Application> application = node.node->GetApplication(i);
        if (ns3::DynamicCast<ns3::ddnn::DeviceApplication>(application))
        {
            Connect(application, "Dropped", Stage::Seen, LossReason::NodeOff);
            ConnectExpiry(application);
        }
        else if (const auto section = ns3::DynamicCast<ns3::ddnn::SectionApplication>(application))
        {
            const bool isCloud = section->GetIdentity().tier == Tier::Cloud;
            const Stage stage = isCloud ? Stage::AtCloud : Stage::AtEdge;
            Connect(application,
                    "Collected",
                    stage,
                    isCloud ? LossReason::NodeOff : LossReason::NoScores);
            Connect(application, "Dropped", stage, LossReason::NodeOff);
            ConnectExpiry(application);
        }
    }
}

void
LossWatch::Connect(const ns3::Ptr<ns3::Application>& application,
                   const char* source,
                   Stage stage,
                   LossReason reason)
{
    application->TraceConnectWithoutContext(
        source,
        Callback<void, SampleId>([this, stage, reason](SampleId id) { Reach(id, stage, reason); }));
}

// What is missing has expired, or was never there: the device was off, say.
void
LossWatch::ConnectExpiry(const ns3::Ptr<ns3::Application>& application)
{
    const auto expired = [this](SampleId id) { GetState(id).isExpired = true; };
    const auto missing = [this](SampleId id) {
        State& state = GetState(id);
        if (state.isExpired && state.reason == LossReason::NoFeatures)
        {
            state.reason = LossReason::Expired;
        }
    };
    application->TraceConnectWithoutContext("Expired", Callback<void, SampleId>(expired));
    application->TraceConnectWithoutContext("Missing", Callback<void, SampleId>(missing));
}

void
LossWatch::Reach(SampleId id, Stage stage, LossReason reason)
{
    State& state = GetState(id);
    if (stage >= state.stage)
    {
        state.stage = stage;
        state.reason = reason;
    }
}

LossWatch::State&
LossWatch::GetState(SampleId id)
{
    std::vector<State>& states = m_states.at(id.site);
    if (id.sample >= states.size())
    {
        states.resize(id.sample + 1);
    }
    return states[id.sample];
}

LossReason
LossWatch::GetReason(SampleId id) const
{
    const std::vector<State>& states = m_states.at(id.site);
    return id.sample < states.size() ? states[id.sample].reason : LossReason::NoView;
}

} // namespace simulator
