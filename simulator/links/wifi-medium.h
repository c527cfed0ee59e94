// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_MEDIUM_H
#define SIMULATOR_WIFI_MEDIUM_H

#include "simulator/links/medium.h"
#include "simulator/links/wifi-link.h"

namespace simulator
{

/// Makes the nodes of a place stations of one wireless network.
Medium MakeWifiMedium(const WifiSettings& settings, const MediumPlace& place);

} // namespace simulator

#endif // SIMULATOR_WIFI_MEDIUM_H
