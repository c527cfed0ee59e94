// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-power.h"

#include "models/energy/ddnn-battery.h"

namespace simulator
{

using ns3::CreateObject;
using ns3::Ptr;

void
InstallPower(const Ptr<ns3::Node>& node,
             const Ptr<ns3::ddnn::Processor>& processor,
             const ProcessorProfile& profile,
             std::optional<double> capacityJoules)
{
    const auto state = CreateObject<ns3::ddnn::NodeState>();
    const auto energy = CreateObject<ns3::ddnn::NodeEnergy>();
    node->AggregateObject(state);
    node->AggregateObject(energy);
    processor->ConnectPower(energy, state, profile.idlePowerWatt, profile.busyPowerWatt);
    if (capacityJoules)
    {
        const auto battery = CreateObject<ns3::ddnn::Battery>();
        node->AggregateObject(battery);
        battery->Install(*capacityJoules, energy, state);
    }
}

void
InstallInterfacePower(const Medium& medium, const InterfaceProfile& profile)
{
    for (const Ptr<ns3::NetDevice>& device : medium.lower)
    {
        medium.connectPower(device, profile);
    }
    medium.connectPower(medium.upper, profile);
}

} // namespace simulator
