// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LTE_LINK_H
#define SIMULATOR_LTE_LINK_H

#include "simulator/links/link-type.h"
#include "simulator/links/radio.h"

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>
#include <string>

namespace simulator
{

struct LteSettings
{
    std::string bandwidth = "10MHz"; //!< of the channel, each direction
    std::string scheduler = "pf";    //!< of the eNB: pf, rr
    RadioSettings radio = {200, 23}; //!< 200 m to the eNB; at most 23 dBm of a UE
    std::uint32_t buffer = 150'000;  //!< bytes that wait for the radio, each UE and direction
    ns3::DataRate coreRate{1'000'000'000};
    ns3::Time coreDelay = ns3::MilliSeconds(15);
    double loss = 0; //!< probability that a packet is lost between PGW and upper node
};

/// ns-3's LTE: the lower nodes are UEs of one eNB, which has an EPC of its own; the upper node
/// stands behind its PGW, at the end of a point-to-point link.
///
/// FDD at 2.12 GHz (down) and 1.93 GHz (up), one antenna; shared resource blocks, adaptive
/// modulation and coding, HARQ, RLC unacknowledged mode, uplink power control, block errors by
/// signal to noise (ns-3's tables of mutual information).
/// Leaves out: bytes of RRC messages, broadcasts and scheduling (they take no resource blocks), DRX
/// and RRC idle, fading, movement, interference between cells.
extern const LinkType lteLink;

} // namespace simulator

#endif // SIMULATOR_LTE_LINK_H
