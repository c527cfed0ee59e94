// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_TYPE_H
#define SIMULATOR_LINK_TYPE_H

#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>
#include <ns3/node.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace simulator
{

/// The two ends of an installed link. Upper is the end towards the cloud.
struct LinkEnds
{
    ns3::Ptr<ns3::NetDevice> upper;
    ns3::Ptr<ns3::NetDevice> lower;
};

/// Where a link is put: its two nodes and the random stream of its first direction. The second
/// direction uses the stream behind it.
struct LinkPlace
{
    ns3::Ptr<ns3::Node> upper;
    ns3::Ptr<ns3::Node> lower;
    std::int64_t stream = 0;
};

/// How a type of link is put between two nodes. A new type is one file and one line in
/// link-type.cc.
struct LinkType
{
    const char* name;
    LinkEnds (*install)(const LinkSettings& settings, const LinkPlace& place);
};

/// \throw nn::InputError if there is no such type
const LinkType& GetLinkType(const std::string& name);

/// A full-duplex link with a rate, a delay and random losses (p2p-link.cc).
LinkEnds InstallP2pLink(const LinkSettings& settings, const LinkPlace& place);

} // namespace simulator

#endif // SIMULATOR_LINK_TYPE_H
