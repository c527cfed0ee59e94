// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lte-power.h"

#include "models/energy/ddnn-lte-energy-model.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/links/link-parts.h"
#include "simulator/links/lte-frames.h"

#include <ns3/epc-ue-nas.h>
#include <ns3/lte-spectrum-phy.h>
#include <ns3/lte-ue-phy.h>
#include <ns3/packet-burst.h>

namespace simulator
{

namespace
{

using ns3::Callback;
using ns3::Ptr;

void
BookBlocks(const Ptr<ns3::LteUeNetDevice>& ue, ns3::ddnn::LteEnergyModel& model)
{
    const auto send = [&model](const Ptr<const ns3::PacketBurst>& burst) {
        if (burst) // none: control information only
        {
            model.Send(burst->GetSize());
        }
    };
    const auto receive = [&model](const Ptr<const ns3::Packet>& packet) {
        model.Receive(packet->GetSize());
    };
    ue->GetPhy()->GetUplinkSpectrumPhy()->TraceConnectWithoutContext(
        "TxStart", Callback<void, Ptr<const ns3::PacketBurst>>(send));
    ue->GetPhy()->GetDownlinkSpectrumPhy()->TraceConnectWithoutContext("RxEndOk",
                                                                       FrameCallback(receive));
}

/// ns-3 has no better places: an interface that is set down forgets its routes.
void
Gate(const Ptr<ns3::LteUeNetDevice>& ue, std::uint32_t buffer)
{
    const auto device = ns3::PeekPointer(ue);
    const auto state = ue->GetNode()->GetObject<ns3::ddnn::NodeState>();
    const auto off = [device] { SetBuffers(device, 0); };
    const auto on = [device, buffer] { SetBuffers(device, buffer); };
    const auto take = [device, state = ns3::PeekPointer(state)](const Ptr<ns3::Packet>& packet) {
        if (state->IsOn())
        {
            device->Receive(packet);
        }
    };
    state->TraceConnectWithoutContext("SwitchedOff", Callback<void>(off));
    state->TraceConnectWithoutContext("SwitchedOn", Callback<void>(on));
    ue->GetNas()->SetForwardUpCallback(Callback<void, Ptr<ns3::Packet>>(take));
}

} // namespace

void
ConnectLtePower(const Ptr<ns3::LteUeNetDevice>& ue,
                const InterfaceProfile& profile,
                std::uint32_t buffer)
{
    const ns3::ddnn::LteEnergyModel::Figures figures = {profile.idlePowerWatt,
                                                        profile.connectedPowerWatt.value(),
                                                        profile.tail.value(),
                                                        profile.sendJoulesPerBit.value(),
                                                        profile.receiveJoulesPerBit.value()};
    const auto model = ns3::CreateObject<ns3::ddnn::LteEnergyModel>(figures);
    model->Install(ue);
    BookBlocks(ue, *model);
    Gate(ue, buffer);
}

} // namespace simulator
