// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIRED_POWER_H
#define SIMULATOR_WIRED_POWER_H

#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>

namespace simulator
{

/// Medium::connectPower of wired media. The device must be one of ns3::ddnn::WiredGate.
void ConnectWiredPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_WIRED_POWER_H
