// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CSMA_LINK_H
#define SIMULATOR_CSMA_LINK_H

#include "simulator/links/link-parts.h"
#include "simulator/links/link-type.h"

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>

namespace simulator
{

struct CsmaSettings
{
    ns3::DataRate rate;
    ns3::Time delay;
    double loss = 0;           //!< probability that a node loses a frame that it hears
    std::uint32_t queue = 100; //!< frames that wait for the medium, each node
    BurstSettings burst = {};  //!< of what a node hears, whomever it is for; own ones at each node
};

/// ns-3's model of a shared Ethernet cable: half duplex, one sender at a time, 18 bytes of Ethernet
/// II framing, at least 64 bytes a frame, addresses resolved by ARP.
///
/// A node that finds the medium busy tries again after a random time: the n-th time after 1 to
/// 2^n - 1 microseconds, at most 1000; it gives up after 1000 tries. The medium is busy while a
/// frame is sent and until it has reached the other end, so nothing collides.
/// Leaves out: preamble, collisions, Ethernet's own exponential backoff.
extern const LinkType csmaLink;

} // namespace simulator

#endif // SIMULATOR_CSMA_LINK_H
