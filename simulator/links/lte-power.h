// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LTE_POWER_H
#define SIMULATOR_LTE_POWER_H

#include "simulator/scenario/scenario.h"

#include <ns3/lte-ue-net-device.h>

#include <cstdint>

namespace simulator
{

/// Medium::connectPower of a UE: books each block that it sends, or receives well, with
/// LteEnergyModel. While its node is off it takes no packets, from above or from the radio; what
/// waits is sent nevertheless, and it stays attached.
/// \param profile with all figures that LTE has
/// \param buffer bytes that may wait for its radio while it is on
void ConnectLtePower(const ns3::Ptr<ns3::LteUeNetDevice>& ue,
                     const InterfaceProfile& profile,
                     std::uint32_t buffer);

} // namespace simulator

#endif // SIMULATOR_LTE_POWER_H
