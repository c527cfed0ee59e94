// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_P2P_LINK_H
#define SIMULATOR_P2P_LINK_H

#include "simulator/links/link-parts.h"
#include "simulator/links/link-trace.h"
#include "simulator/links/link-type.h"

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>

namespace simulator
{

struct P2pSettings
{
    ns3::DataRate rate;
    ns3::Time delay;
    double loss = 0;           //!< probability that a frame is lost, either direction
    std::uint32_t queue = 100; //!< frames that wait for the medium, either direction
    BurstSettings burst = {};  //!< each direction has its own bursts
    TraceSettings trace = {};  //!< of rate, delay and loss, both directions
};

/// ns-3's point-to-point link: full duplex, PPP framing (two bytes), a drop-tail queue at each end,
/// and frames lost alone and in bursts.
///
/// A trace changes rate, delay and loss of both directions. A frame has the rate and the delay of
/// the moment when it begins to be sent; if the delay becomes shorter, a later frame may overtake
/// it. It is lost or not by the loss of the moment when it arrives.
///
/// Failures lose frames on top, and replace rate and delay, also those of the trace.
extern const LinkType p2pLink;

} // namespace simulator

#endif // SIMULATOR_P2P_LINK_H
