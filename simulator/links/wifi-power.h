// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_POWER_H
#define SIMULATOR_WIFI_POWER_H

#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>

namespace simulator
{

/// Medium::connectPower of wifi: the radio draws the power of what it does: sending, receiving
/// (from the moment that it has found a preamble), and else idling.
void ConnectWifiPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_WIFI_POWER_H
