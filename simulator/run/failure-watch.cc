// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/failure-watch.h"

#include "models/energy/ddnn-battery.h"
#include "simulator/failures/failure-kind.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace simulator
{

namespace
{

/// The kind of failure of a node whose battery is empty.
const std::string emptyBattery = "battery";

} // namespace

FailureWatch::FailureWatch(const Deployment& deployment)
{
    if (deployment.failures)
    {
        const auto log = deployment.failures->GetLog();
        log->TraceConnectWithoutContext("Begin", ns3::MakeCallback(&FailureWatch::Begin, this));
        log->TraceConnectWithoutContext("End", ns3::MakeCallback(&FailureWatch::End, this));
    }
    for (const DeployedNode& node : deployment.nodes)
    {
        ConnectBattery(node);
    }
}

void
FailureWatch::ConnectBattery(const DeployedNode& node)
{
    if (const auto battery = node.node->GetObject<ns3::ddnn::Battery>())
    {
        const auto heard = [this, name = node.name] { Begin(name, emptyBattery); };
        battery->TraceConnectWithoutContext("Empty", ns3::Callback<void>(heard));
    }
}

void
FailureWatch::Begin(const std::string& target, const std::string& kind)
{
    m_failing[{target, kind}] = m_records.size();
    const std::string what = kind == emptyBattery ? "node" : GetFailureKind(kind).target;
    m_records.push_back({target, what, kind, ns3::Simulator::Now().GetNanoSeconds(), {}});
}

void
FailureWatch::End(const std::string& target, const std::string& kind)
{
    m_records[m_failing.at({target, kind})].end = ns3::Simulator::Now().GetNanoSeconds();
}

std::vector<analysis::FailureRecord>
FailureWatch::GetRecords(ns3::Time end) const
{
    std::vector<analysis::FailureRecord> records = m_records;
    const auto isOver = [end](const analysis::FailureRecord& failure) {
        return failure.begin > end.GetNanoSeconds();
    };
    records.erase(std::find_if(records.begin(), records.end(), isOver), records.end());
    return records;
}

} // namespace simulator
