// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_P2P_LINK_H
#define SIMULATOR_P2P_LINK_H

#include "simulator/links/link-type.h"

namespace simulator
{

/// ns-3's point-to-point link: full duplex, PPP framing (two bytes), a drop-tail queue at each end,
/// and frames lost independently of each other.
extern const LinkType p2pLink;

} // namespace simulator

#endif // SIMULATOR_P2P_LINK_H
