// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_CONNECT_POWER_H
#define TESTS_CONNECT_POWER_H

#include "models/energy/ddnn-node-energy.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/links/medium.h"
#include "simulator/scenario/scenario.h"

/// Gives the node of a device a state and an account, and connects the device to it.
inline ns3::Ptr<ns3::ddnn::NodeEnergy>
ConnectPower(const simulator::Medium& medium,
             const ns3::Ptr<ns3::NetDevice>& device,
             const simulator::InterfaceProfile& profile)
{
    auto energy = ns3::CreateObject<ns3::ddnn::NodeEnergy>();
    device->GetNode()->AggregateObject(ns3::CreateObject<ns3::ddnn::NodeState>());
    device->GetNode()->AggregateObject(energy);
    medium.connectPower(device, profile);
    return energy;
}

#endif // TESTS_CONNECT_POWER_H
