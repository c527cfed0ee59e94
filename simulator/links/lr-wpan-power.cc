// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lr-wpan-power.h"

#include "models/energy/ddnn-lr-wpan-energy-model.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/links/lr-wpan-device.h"

#include <ns3/lr-wpan-phy.h>
#include <ns3/sixlowpan-net-device.h>

namespace simulator
{

namespace
{

using ns3::ddnn::LrWpanEnergyModel;
using ns3::ddnn::NodeState;

LrWpanEnergyModel::State
GetState(ns3::LrWpanPhyEnumeration state)
{
    switch (state)
    {
    case ns3::IEEE_802_15_4_PHY_TRX_OFF:
        return LrWpanEnergyModel::State::Off;
    case ns3::IEEE_802_15_4_PHY_BUSY_TX:
        return LrWpanEnergyModel::State::Sending;
    case ns3::IEEE_802_15_4_PHY_BUSY_RX:
        return LrWpanEnergyModel::State::Receiving;
    default:
        return LrWpanEnergyModel::State::Listening;
    }
}

void
ConnectEnergy(const ns3::Ptr<ns3::NetDevice>& device,
              const ns3::Ptr<ns3::LrWpanPhy>& phy,
              const InterfaceProfile& profile)
{
    const LrWpanEnergyModel::Powers powers = {
        profile.idlePowerWatt, profile.receivePowerWatt, profile.sendPowerWatt};
    auto model = ns3::CreateObject<LrWpanEnergyModel>(powers);
    model->Install(device);
    const auto follow = [model = ns3::PeekPointer(model)](ns3::Time /*now*/,
                                                          ns3::LrWpanPhyEnumeration /*before*/,
                                                          ns3::LrWpanPhyEnumeration now) {
        model->SetState(GetState(now));
    };
    phy->TraceConnectWithoutContext(
        "TrxState",
        ns3::Callback<void, ns3::Time, ns3::LrWpanPhyEnumeration, ns3::LrWpanPhyEnumeration>(
            follow));
}

} // namespace

void
ConnectLrWpanPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile)
{
    const auto radio = ns3::DynamicCast<LrWpanDevice>(
        ns3::DynamicCast<ns3::SixLowPanNetDevice>(device)->GetNetDevice());
    ConnectEnergy(device, radio->GetPhy(), profile);
    const auto state = device->GetNode()->GetObject<NodeState>();
    state->TraceConnectWithoutContext("SwitchedOff",
                                      ns3::MakeCallback(&LrWpanDevice::SwitchOff, radio));
    state->TraceConnectWithoutContext("SwitchedOn",
                                      ns3::MakeCallback(&LrWpanDevice::SwitchOn, radio));
}

} // namespace simulator
