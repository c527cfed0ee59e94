// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LR_WPAN_MEDIUM_H
#define SIMULATOR_LR_WPAN_MEDIUM_H

#include "simulator/links/lr-wpan-link.h"

namespace simulator
{

/// The devices are ns3::SixLowPanNetDevice, each on an ns3::LrWpanNetDevice. Streams of a node: 0
/// backoff, 1 bit errors, 2 tags of fragments, 3 is not used.
Medium MakeLrWpanMedium(const LrWpanSettings& settings, const MediumPlace& place);

} // namespace simulator

#endif // SIMULATOR_LR_WPAN_MEDIUM_H
