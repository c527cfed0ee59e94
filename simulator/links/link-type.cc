// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-type.h"

#include "simulator/links/csma-link.h"
#include "simulator/links/lr-wpan-link.h"
#include "simulator/links/lte-link.h"
#include "simulator/links/p2p-link.h"
#include "simulator/links/wifi-link.h"
#include "simulator/scenario/get-names.h"
#include "simulator/scenario/interface-profiles.h"

#include <algorithm>
#include <stdexcept>

namespace simulator
{

const std::vector<LinkType>&
GetLinkTypes()
{
    static const std::vector<LinkType> types = {
        p2pLink,
        csmaLink,
        wifiLink,
        lrWpanLink,
        lteLink,
    };
    return types;
}

std::vector<std::string>
GetLinkTypeNames()
{
    return GetNames(GetLinkTypes());
}

const LinkType&
GetLinkType(const std::string& name)
{
    for (const LinkType& type : GetLinkTypes())
    {
        if (name == type.name)
        {
            return type;
        }
    }
    throw std::out_of_range("no link type " + name);
}

LinkSettings
MakeLinkSettings(const std::string& type, const std::string& link)
{
    const LinkType& linkType = GetLinkType(type);
    return {type, linkType.makeDefaults(link), *FindInterfaceProfile(linkType.getInterface(link))};
}

bool
HasFramesOfSeveralPackets(const Scenario& scenario)
{
    return std::any_of(scenario.links.begin(), scenario.links.end(), [](const auto& link) {
        return GetLinkType(link.second.type).framing == LinkFraming::SeveralPackets;
    });
}

std::optional<LinkRefusal>
RefuseNothing(const std::any& /*values*/, std::size_t /*lowerNodes*/)
{
    return std::nullopt;
}

} // namespace simulator
