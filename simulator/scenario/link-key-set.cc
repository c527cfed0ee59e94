// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/link-key-set.h"

#include "simulator/scenario/p2p-link-keys.h"

namespace simulator
{

const std::vector<LinkKeySet>&
GetLinkKeySets()
{
    static const std::vector<LinkKeySet> sets = {p2pLinkKeys};
    return sets;
}

std::vector<std::string>
GetLinkTypeNames()
{
    std::vector<std::string> names;
    for (const LinkKeySet& set : GetLinkKeySets())
    {
        names.emplace_back(set.name);
    }
    return names;
}

void
AddLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    for (const LinkKeySet& set : GetLinkKeySets())
    {
        if (set.name == settings.type)
        {
            set.addKeys(table, path, settings);
        }
    }
}

void
AddAllLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    for (const LinkKeySet& set : GetLinkKeySets())
    {
        set.addKeys(table, path, settings);
    }
}

} // namespace simulator
