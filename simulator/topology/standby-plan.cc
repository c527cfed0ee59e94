// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/standby-plan.h"

#include "simulator/scenario/standby-keys.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/topology/name-check.h"

#include <algorithm>

namespace simulator
{

namespace
{

const std::string edgeTier = "edge";

/// Each takes two ports of the node that stands by.
constexpr std::size_t mostEdges = 27'000;

bool
HasStandby(const std::string& host)
{
    return !host.empty() && host != "none";
}

std::vector<std::string>
GetEdgeNames(std::size_t edges)
{
    std::vector<std::string> names;
    for (std::size_t edge = 1; edge <= edges; ++edge)
    {
        names.push_back(edgeTier + "-" + std::to_string(edge));
    }
    return names;
}

} // namespace

std::vector<Standby>
GetStandbys(const Scenario& scenario)
{
    std::vector<Standby> standbys;
    for (const auto& [edge, host] : scenario.standbys)
    {
        if (!HasStandby(host))
        {
            continue;
        }
        Standby standby = {ParseNodeNumber(edge, edgeTier) - 1, std::nullopt};
        if (host != "cloud")
        {
            standby.edge = ParseNodeNumber(host, edgeTier) - 1;
        }
        standbys.push_back(standby);
    }
    std::sort(standbys.begin(), standbys.end(), [](const Standby& one, const Standby& other) {
        return one.group < other.group;
    });
    return standbys;
}

void
CheckStandbys(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::vector<std::string> edges = GetEdgeNames(network.groups.size());
    std::vector<std::string> hosts = edges;
    hosts.emplace_back("cloud");
    for (const auto& [edge, host] : scenario.standbys)
    {
        const std::string path = JoinPath(standbyGroup, edge);
        if (!HasStandby(host))
        {
            continue;
        }
        if (edges.empty())
        {
            Refuse(scenario, path, "network '" + scenario.network + "' has no edges");
        }
        CheckName(scenario, path, "node", edge, edges, edges.front());
        if (edges.size() * scenario.sites > mostEdges)
        {
            Refuse(scenario, path, "more than 27000 edges have no standbys");
        }
        CheckName(scenario, path, "node to stand by", host, hosts, "cloud");
        if (edge == host)
        {
            Refuse(scenario, path, "an edge cannot stand by for itself, expected another or cloud");
        }
    }
}

} // namespace simulator
