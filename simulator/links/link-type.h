// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_TYPE_H
#define SIMULATOR_LINK_TYPE_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

#include <ns3/net-device.h>
#include <ns3/node.h>

#include <cstdint>
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

/// Where a link is put: its two nodes, and the random stream of its first direction. The second
/// direction uses the stream behind it.
struct LinkPlace
{
    ns3::Ptr<ns3::Node> upper;
    ns3::Ptr<ns3::Node> lower;
    std::int64_t stream = 0;
};

/// A kind of link that `links.NAME.type` may name: its keys, and how it is put between two nodes.
/// Each type is one file; link-type.cc lists them.
struct LinkType
{
    const char* name;
    const char* help;   //!< what it models
    const char* source; //!< where its defaults come from
    /// Adds the type's keys below a path ("links.local"), bound to the settings.
    void (*addKeys)(KeyTable& table, const std::string& path, LinkSettings& settings);
    LinkEnds (*install)(const LinkSettings& settings, const LinkPlace& place);
};

const std::vector<LinkType>& GetLinkTypes();
std::vector<std::string> GetLinkTypeNames();

/// \throw std::out_of_range if there is no such type: the parser has checked names
const LinkType& GetLinkType(const std::string& name);

/// Adds the keys that a link of the type `settings.type` has.
void AddLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings);

/// Adds the keys of every type, for documents about all of them.
void AddAllLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings);

} // namespace simulator

#endif // SIMULATOR_LINK_TYPE_H
