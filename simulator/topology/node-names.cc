// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/node-names.h"

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

std::vector<std::string>
GetNodeNames(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t edges = network.groups.size();
    const std::vector<std::pair<std::string, std::size_t>> kinds = {
        {"device", network.GetDeviceCount()},
        {"gateway", std::max<std::size_t>(1, edges)},
        {"edge", edges}};
    std::vector<std::string> names = {"cloud"};
    for (std::uint32_t site = 0; site < scenario.sites; ++site)
    {
        for (const auto& [kind, count] : kinds)
        {
            for (std::size_t index = 0; index < count; ++index)
            {
                names.push_back(MakeSiteName(scenario, site, kind, index));
            }
        }
    }
    return names;
}

} // namespace simulator
