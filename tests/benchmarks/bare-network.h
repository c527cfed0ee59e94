// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_BARE_NETWORK_H
#define TESTS_BARE_NETWORK_H

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>
#include <vector>

/// A link of the bare network.
struct BareLink
{
    ns3::DataRate rate;
    ns3::Time delay;
};

/// The traffic of configuration (c): what is sent when.
struct BareTraffic
{
    std::uint32_t devices = 0;
    std::uint32_t scoreBytes = 0; //!< payloads, without MessageHeader
    std::uint32_t featureBytes = 0;
    ns3::Time period;
    ns3::Time deviceTime;        //!< from capture to scores
    ns3::Time cloudTime;         //!< from the last features to the answer
    std::vector<bool> escalates; //!< by sample
    BareLink local;
    BareLink backhaul;
};

/// Sends the messages of a simulation with plain ns-3 UDP sockets, at the same times, and computes,
/// checks and records nothing: what the network alone costs. Samples must not overlap in time.
/// \return events executed
std::uint64_t RunBareNetwork(const BareTraffic& traffic);

/// The same, and counts the bytes on all links.
std::uint64_t CountBareWireBytes(const BareTraffic& traffic);

#endif // TESTS_BARE_NETWORK_H
