// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_LINK_H
#define SIMULATOR_WIFI_LINK_H

#include "simulator/links/link-parts.h"
#include "simulator/links/link-type.h"
#include "simulator/links/radio.h"
#include "simulator/scenario/point-keys.h"

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

struct WifiSettings
{
    std::string standard = "802.11n";    //!< 802.11n, 802.11ac, 802.11ax
    std::string mode = "infrastructure"; //!< infrastructure, ad-hoc
    std::string band = "5GHz";           //!< 2.4GHz, 5GHz, 6GHz
    std::string width = "20MHz";         //!< of the channel
    std::string modulation = "auto";     //!< of data frames: auto, mcs0, mcs1, ...
    RadioSettings radio = {20, 16};      //!< 20 m, 16 dBm
    std::vector<Point>
        positions;   //!< of lower nodes, metres from the upper one; instead of the distance
    double loss = 0; //!< probability that a node loses a received frame with data
    BurstSettings burst = {};  //!< of received frames with data; own ones at each node
    std::uint32_t queue = 500; //!< frames that wait for the medium, each node
};

/// ns-3's IEEE 802.11 (Yans physical layer, one antenna): CSMA/CA with acknowledgements and
/// retransmissions, block acknowledgements, beacons and association, bit errors by signal to noise.
///
/// In infrastructure mode, the upper node is the access point; in ad-hoc mode all nodes are equal.
/// The upper node stands in the middle, the lower nodes evenly around it on a circle, or where
/// `positions` says. Every medium is a world of its own: media do not disturb each other.
extern const LinkType wifiLink;

} // namespace simulator

#endif // SIMULATOR_WIFI_LINK_H
