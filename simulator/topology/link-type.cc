// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/link-type.h"

#include "nn/input-error.h"

namespace simulator
{

const LinkType&
GetLinkType(const std::string& name)
{
    static const std::vector<LinkType> types = {
        {"p2p", &InstallP2pLink},
    };
    for (const LinkType& type : types)
    {
        if (name == type.name)
        {
            return type;
        }
    }
    throw nn::InputError("unknown link type '" + name + "', expected p2p");
}

} // namespace simulator
