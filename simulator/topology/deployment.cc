// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/deployment.h"

#include <algorithm>

namespace simulator
{

const std::string&
GetNodeName(const Deployment& deployment, std::uint32_t id)
{
    return std::find_if(deployment.nodes.begin(),
                        deployment.nodes.end(),
                        [id](const DeployedNode& node) { return node.node->GetId() == id; })
        ->name;
}

} // namespace simulator
