// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-type.h"

#include "simulator/links/p2p-link.h"

#include <stdexcept>

namespace simulator
{

const std::vector<LinkType>&
GetLinkTypes()
{
    static const std::vector<LinkType> types = {
        p2pLink,
    };
    return types;
}

std::vector<std::string>
GetLinkTypeNames()
{
    std::vector<std::string> names;
    for (const LinkType& type : GetLinkTypes())
    {
        names.emplace_back(type.name);
    }
    return names;
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

void
AddLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    GetLinkType(settings.type).addKeys(table, path, settings);
}

void
AddAllLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    for (const LinkType& type : GetLinkTypes())
    {
        type.addKeys(table, path, settings);
    }
}

} // namespace simulator
