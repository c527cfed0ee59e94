// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_P2P_LINK_KEYS_H
#define SIMULATOR_P2P_LINK_KEYS_H

#include "simulator/scenario/link-key-set.h"

namespace simulator
{

/// Full-duplex cable or leased line between two nodes.
extern const LinkKeySet p2pLinkKeys;

} // namespace simulator

#endif // SIMULATOR_P2P_LINK_KEYS_H
