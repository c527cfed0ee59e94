// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/switch-watch.h"

#include "models/failures/ddnn-node-state.h"

#include <ns3/simulator.h>

namespace simulator
{

using analysis::SwitchRecord;

SwitchWatch::SwitchWatch(const Deployment& deployment)
{
    for (const DeployedNode& node : deployment.nodes)
    {
        Connect(node, "SwitchedOff", SwitchRecord::To::Off);
        Connect(node, "SwitchedOn", SwitchRecord::To::On);
    }
}

void
SwitchWatch::Connect(const DeployedNode& node, const char* source, SwitchRecord::To to)
{
    const auto heard = [this, tier = node.tier, to] {
        m_records.push_back({ns3::Simulator::Now().GetNanoSeconds(), tier, to});
    };
    node.node->GetObject<ns3::ddnn::NodeState>()->TraceConnectWithoutContext(
        source, ns3::Callback<void>(heard));
}

const std::vector<SwitchRecord>&
SwitchWatch::GetRecords() const
{
    return m_records;
}

} // namespace simulator
