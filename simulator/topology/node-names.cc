// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-names.h"

#include "simulator/links/link-type.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/topology/standby-plan.h"

#include <algorithm>
#include <utility>

namespace simulator
{

std::string
MakeSiteName(std::size_t sites, std::uint32_t site, const std::string& kind, std::size_t index)
{
    const std::string prefix = sites > 1 ? "site-" + std::to_string(site + 1) + "/" : std::string();
    return prefix + kind + "-" + std::to_string(index + 1);
}

std::string
MakeSiteName(const Scenario& scenario,
             std::uint32_t site,
             const std::string& kind,
             std::size_t index)
{
    return MakeSiteName(std::size_t{scenario.sites}, site, kind, index);
}

namespace
{

/// Kind and number, from 0, of each node or link of a site.
using Members = std::vector<std::pair<std::string, std::size_t>>;

void
AddMembers(Members& members, const std::string& kind, std::size_t count)
{
    for (std::size_t index = 0; index < count; ++index)
    {
        members.emplace_back(kind, index);
    }
}

void
AddNames(std::vector<std::string>& names, const Scenario& scenario, const Members& members)
{
    for (std::uint32_t site = 0; site < scenario.sites; ++site)
    {
        for (const auto& [kind, index] : members)
        {
            names.push_back(MakeSiteName(scenario, site, kind, index));
        }
    }
}

} // namespace

std::vector<std::string>
GetNodeNames(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t edges = network.groups.size();
    Members members;
    AddMembers(members, "device", network.GetDeviceCount());
    AddMembers(members, "gateway", std::max<std::size_t>(1, edges));
    AddMembers(members, "edge", edges);
    std::vector<std::string> names = {"cloud"};
    AddNames(names, scenario, members);
    return names;
}

std::vector<std::string>
GetLinkNames(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t edges = network.groups.size();
    const std::size_t groups = std::max<std::size_t>(1, edges);
    const LinkType& local = GetLinkType(scenario.links.at("local").type);
    const bool shared = local.reach == LinkType::Reach::Group;
    Members members;
    AddMembers(members, "local", shared ? groups : network.GetDeviceCount());
    AddMembers(members, "edge", edges);
    for (std::size_t edge = 0; edge < edges; ++edge)
    {
        if (edge + 1 != scenario.edgeExitEdge) // the centre of the star
        {
            members.emplace_back("metro", edge);
        }
    }
    AddMembers(members, "backhaul", groups);
    for (const Standby& standby : GetStandbys(scenario))
    {
        members.emplace_back("spare", standby.group);
    }
    std::vector<std::string> names;
    AddNames(names, scenario, members);
    return names;
}

NameParts
SplitName(const std::string& name)
{
    NameParts parts;
    const std::size_t slash = name.find('/');
    if (slash != std::string::npos)
    {
        parts.site = ParseNodeNumber(name.substr(0, slash), "site") - 1;
    }
    const std::string own = name.substr(slash == std::string::npos ? 0 : slash + 1);
    const std::size_t dash = own.find('-');
    parts.kind = own.substr(0, dash);
    if (dash != std::string::npos)
    {
        parts.index = ParseNodeNumber(own, parts.kind) - 1;
    }
    return parts;
}

} // namespace simulator
