// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LR_WPAN_LINK_H
#define SIMULATOR_LR_WPAN_LINK_H

#include "simulator/links/link-parts.h"
#include "simulator/links/link-type.h"
#include "simulator/links/radio.h"

#include <cstdint>

namespace simulator
{

struct LrWpanSettings
{
    RadioSettings radio = {10, 0}; //!< 10 m, 0 dBm
    std::uint32_t retries = 3;     //!< of a frame that is not acknowledged: macMaxFrameRetries
    std::uint32_t backoffs = 4;    //!< more of them while the medium is busy: macMaxCSMABackoffs
    std::uint32_t minBackoffExponent = 3; //!< of the first backoff: macMinBE
    std::uint32_t maxBackoffExponent = 5; //!< of the later ones: macMaxBE
    double loss = 0;           //!< probability that a node loses a frame that it has received
    BurstSettings burst = {};  //!< of received frames; own ones at each node
    std::uint32_t queue = 100; //!< frames that wait for the medium, each node
};

/// ns-3's IEEE 802.15.4 at 2.4 GHz (O-QPSK, 250 kbit/s) without beacons, and 6LoWPAN on it.
///
/// A frame of n bytes takes (6 + n) x 32 us: four bytes of preamble, a delimiter and the length
/// come before it. n is at most 127: 9 bytes of MAC header with 16-bit addresses, 2 of checksum,
/// and up to 116 between, of which ns-3 uses 114. Before a node sends, it waits for 0 to 2^3 - 1
/// slots of 320 us (macMinBE), listens for 128 us, and needs 192 us to begin. If the medium is
/// busy, it waits again, for up to 2^4 - 1 and then 2^5 - 1 slots (macMaxBE), and gives the frame
/// up the fifth time. Every frame to one node is acknowledged: 192 us behind its end, for 352 us.
/// Without that, it is repeated `retries` times.
///
/// 6LoWPAN (RFC 4944, RFC 6282) compresses IPv6 and UDP headers and cuts packets into frames; one
/// lost frame loses the packet. The upper node stands in the middle, the lower nodes evenly around
/// it on a circle. Every medium is a world of its own, on channel 11 (2405 MHz).
/// Leaves out: association, beacons and superframes, sleep, meshes.
extern const LinkType lrWpanLink;

} // namespace simulator

#endif // SIMULATOR_LR_WPAN_LINK_H
