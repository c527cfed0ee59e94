// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_POWER_H
#define SIMULATOR_WIFI_POWER_H

#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>

namespace simulator
{

/// Medium::connectPower of wifi: the radio draws the power of what it does: sending, receiving
/// (whatever comes, from the end of its preamble on), and else idling.
///
/// These are the states of ns-3's WifiRadioEnergyModel, but for a defect of it in ns-3.37: a radio
/// that sends and at the same time is told that the medium is busy, in a collision, is idle to it.
void ConnectWifiPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_WIFI_POWER_H
