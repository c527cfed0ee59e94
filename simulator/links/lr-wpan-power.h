// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LR_WPAN_POWER_H
#define SIMULATOR_LR_WPAN_POWER_H

#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>

namespace simulator
{

/// Medium::connectPower of lr-wpan. The radio listens whenever it does not send: without beacons it
/// cannot know when a frame comes. While it switches to sending, it draws what it draws listening.
///
/// When its node is off, it loses what arrives, and nobody hears what was left in its queue.
/// \param device an ns3::SixLowPanNetDevice on an LrWpanDevice
void ConnectLrWpanPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_LR_WPAN_POWER_H
