// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/energy-record.h"

#include "models/energy/ddnn-battery.h"

namespace simulator
{

void
FillEnergy(analysis::NodeRecord& row, const ns3::Ptr<ns3::Node>& node, ns3::Time end)
{
    using ns3::ddnn::EnergyCause;
    const auto energy = node->GetObject<ns3::ddnn::NodeEnergy>();
    row.energy.computeBusy = energy->GetJoules(EnergyCause::ComputeBusy, end);
    row.energy.computeIdle = energy->GetJoules(EnergyCause::ComputeIdle, end);
    row.energy.radioIdle = energy->GetJoules(EnergyCause::RadioIdle, end);
    row.energy.radioSend = energy->GetJoules(EnergyCause::RadioSend, end);
    row.energy.radioReceive = energy->GetJoules(EnergyCause::RadioReceive, end);
    row.aliveSeconds = node->GetObject<ns3::ddnn::NodeState>()->GetOnTime(end).GetSeconds();
    if (const auto battery = node->GetObject<ns3::ddnn::Battery>())
    {
        row.batteryJoules = battery->GetCapacityJoules();
    }
}

} // namespace simulator
