// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wired-power.h"

#include "models/energy/ddnn-wired-energy-model.h"
#include "models/failures/ddnn-wired-gate.h"

namespace simulator
{

void
ConnectWiredPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile)
{
    const ns3::ddnn::WiredEnergyModel::Powers powers = {
        profile.idlePowerWatt, profile.sendPowerWatt, profile.receivePowerWatt};
    ns3::CreateObject<ns3::ddnn::WiredEnergyModel>(powers)->Install(device);
    ns3::CreateObject<ns3::ddnn::WiredGate>()->Install(
        device, device->GetNode()->GetObject<ns3::ddnn::NodeState>());
}

} // namespace simulator
