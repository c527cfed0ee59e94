// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_TYPE_H
#define SIMULATOR_LINK_TYPE_H

#include "simulator/links/medium.h"
#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

#include <any>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// Why settings do not fit the network: the key to blame, below the link's path, and the reason.
struct LinkRefusal
{
    std::string key;
    std::string reason;
};

/// What the devices of a link take: some know IP addresses only, and refuse bare frames; some know
/// but one kind of IP.
enum class LinkCargo
{
    AnyFrame,
    OnlyIpv4,
    OnlyIpv6
};

/// What a link puts into one frame of its own.
enum class LinkFraming
{
    OnePacket,
    SeveralPackets //!< parts of several, too: only what is tied to their bytes stays with them
};

/// A kind of link that `links.NAME.type` may name: its keys, and how it joins nodes. Each type is
/// one file, which alone knows the members of its settings; link-type.cc lists the types.
struct LinkType
{
    /// How many lower nodes one medium joins to its upper node.
    enum class Reach
    {
        Pair, //!< one: every lower node has a medium of its own
        Group //!< all of a group, which share the medium
    };

    const char* name;
    const char* help;   //!< what it models
    const char* source; //!< where its defaults come from
    Reach reach;
    /// Settings of the link called local, edge, metro or backhaul.
    std::any (*makeDefaults)(const std::string& link);
    /// Adds the type's keys below a path ("links.local"), bound to the settings.
    void (*addKeys)(KeyTable& table, const std::string& path, std::any& values);
    /// What speaks against a medium with so many lower nodes; nothing if it can be.
    std::optional<LinkRefusal> (*check)(const std::any& values, std::size_t lowerNodes);
    /// Makes the medium. The settings have passed the check.
    Medium (*install)(const std::any& values, const MediumPlace& place);
    /// Name of the interface profile that the link called local, edge, metro or backhaul has if
    /// nothing else is said. Other profiles of its medium can be chosen.
    const char* (*getInterface)(const std::string& link);
    LinkCargo cargo = LinkCargo::AnyFrame;
    LinkFraming framing = LinkFraming::OnePacket;
    LinkFailures failures = LinkFailures::Losses;
};

const std::vector<LinkType>& GetLinkTypes();
std::vector<std::string> GetLinkTypeNames();

/// \throw std::out_of_range if there is no such type: the parser has checked names
const LinkType& GetLinkType(const std::string& name);

/// The defaults of a type for the link called local, edge, metro or backhaul.
LinkSettings MakeLinkSettings(const std::string& type, const std::string& link);

/// Whether any link of a scenario puts several packets into one frame.
bool HasFramesOfSeveralPackets(const Scenario& scenario);

/// For `check` of a type that takes all.
std::optional<LinkRefusal> RefuseNothing(const std::any& values, std::size_t lowerNodes);

} // namespace simulator

#endif // SIMULATOR_LINK_TYPE_H
