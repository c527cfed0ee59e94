// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/network-fit.h"

#include "nn/input-error.h"
#include "simulator/outputs/output-type.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/scenario/text.h"
#include "simulator/topology/background-traffic.h"
#include "simulator/topology/failure-check.h"
#include "simulator/topology/layer-choice.h"
#include "simulator/topology/name-check.h"
#include "simulator/topology/standby-plan.h"

#include <algorithm>
#include <map>

namespace simulator
{

namespace
{

void
CheckNumber(const Scenario& scenario,
            const std::string& path,
            const std::string& kind,
            std::uint32_t number,
            std::size_t count)
{
    if (number > count)
    {
        const std::string expected =
            count == 0 ? "which has none"
                       : "expected " + kind + "-1 to " + kind + "-" + std::to_string(count);
        Refuse(scenario,
               path,
               "there is no " + kind + "-" + std::to_string(number) + " with network '" +
                   scenario.network + "', " + expected);
    }
}

/// Batteries of single nodes.
void
CheckBatteries(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t groups = std::max<std::size_t>(1, network.groups.size());
    const std::map<std::string, std::size_t> counts = {{"device", network.GetDeviceCount()},
                                                       {"gateway", groups},
                                                       {"edge", network.HasEdges() ? groups : 0}};
    for (const auto& [name, capacity] : scenario.batteries)
    {
        const std::string tier = name.substr(0, name.find('-'));
        if (tier != name)
        {
            const std::string path = JoinPath(JoinPath("batteries", name), "capacity");
            CheckNumber(scenario, path, tier, ParseNodeNumber(name, tier), counts.at(tier));
        }
    }
}

void
CheckQuorum(const Scenario& scenario,
            const std::string& point,
            const WaitSettings& wait,
            std::size_t inputs)
{
    if (wait.quorum && *wait.quorum > inputs)
    {
        Refuse(scenario,
               JoinPath(JoinPath("waits", point), "quorum"),
               "'" + std::to_string(*wait.quorum) +
                   "' is more than the inputs that there are with network '" + scenario.network +
                   "', expected at most " + std::to_string(inputs));
    }
}

void
CheckQuorums(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t devices = network.GetDeviceCount();
    std::size_t smallestGroup = devices;
    for (const std::vector<int>& group : network.groups)
    {
        smallestGroup = std::min(smallestGroup, group.size());
    }
    CheckQuorum(scenario, "local", scenario.localWait, devices);
    CheckQuorum(scenario, "edge", scenario.edgeWait, smallestGroup);
    if (network.HasEdges())
    {
        CheckQuorum(scenario, "edge_exit", scenario.edgeExitWait, network.groups.size());
    }
    CheckQuorum(scenario,
                "cloud",
                scenario.cloudWait,
                network.HasEdges() ? network.groups.size() : devices);
}

void
CheckFallback(const Scenario& scenario, const nn::NetworkDescription& network)
{
    if (scenario.fallback == "none")
    {
        return;
    }
    if (!scenario.deadline)
    {
        Refuse(scenario,
               "fallback",
               "'" + scenario.fallback + "' needs a deadline, such as deadline: 500ms");
    }
    if (!network.HasLocalExit() && !network.HasEdges())
    {
        Refuse(scenario,
               "fallback",
               "'" + scenario.fallback + "': network '" + scenario.network +
                   "' has no exit before the cloud, expected none");
    }
}

void
CheckOutputs(const Scenario& scenario)
{
    for (const OutputType& type : GetOutputTypes())
    {
        const auto isOn = scenario.outputs.find(type.name);
        const auto refusal = type.check(GetTransportType(scenario.transport));
        if (isOn != scenario.outputs.end() && isOn->second && refusal)
        {
            Refuse(scenario, JoinPath("outputs", type.name), *refusal);
        }
    }
}

/// Simulated time is 64-bit nanoseconds. Half of it is left for latencies and for what Poisson
/// arrivals take longer than their mean.
void
CheckDuration(const Scenario& scenario)
{
    constexpr double longestSeconds = 4.6e9; // 146 years
    const WorkloadSettings& workload = scenario.workload;
    const double seconds =
        workload.start.GetSeconds() + workload.samples.value_or(0) * workload.period.GetSeconds();
    if (seconds > longestSeconds)
    {
        Refuse(scenario,
               "workload.samples",
               "so many samples at this period take longer than can be simulated, expected at most "
               "146 years");
    }
}

/// \param lowerNodes of each medium
void
CheckLink(const Scenario& scenario, const std::string& link, std::size_t lowerNodes)
{
    const LinkSettings& settings = scenario.links.at(link);
    const LinkType& type = GetLinkType(settings.type);
    const bool shared = type.reach == LinkType::Reach::Group;
    if (const auto refusal = type.check(settings.values, shared ? lowerNodes : 1))
    {
        Refuse(scenario, JoinPath(JoinPath("links", link), refusal->key), refusal->reason);
    }
    CheckCargo(scenario, link, type, GetTransportType(scenario.transport));
}

void
CheckLinks(const Scenario& scenario, const nn::NetworkDescription& network)
{
    std::size_t largestGroup = network.HasEdges() ? 0 : network.GetDeviceCount();
    for (const std::vector<int>& group : network.groups)
    {
        largestGroup = std::max(largestGroup, group.size());
    }
    std::map<std::string, LinkType> types;
    for (const std::string& link : GetUsedLinks(scenario, network))
    {
        CheckLink(scenario, link, link == "local" ? largestGroup : 1);
        types.emplace(link, GetLinkType(scenario.links.at(link).type));
    }
    CheckFamilies(scenario, types);
}

/// Words for the transports that send IP packets.
std::string
GetIpTransports()
{
    std::vector<std::string> names;
    for (const TransportType& type : GetTransportTypes())
    {
        if (type.layer.packets != NetworkLayer::Packets::BareFrames)
        {
            names.emplace_back(type.name);
        }
    }
    return JoinAlternatives(names);
}

} // namespace

void
CheckCargo(const Scenario& scenario,
           const std::string& link,
           const LinkType& type,
           const TransportType& transport)
{
    if (type.cargo != LinkCargo::AnyFrame &&
        transport.layer.packets == NetworkLayer::Packets::BareFrames)
    {
        Refuse(scenario,
               "transport",
               "'" + std::string(transport.name) + "' sends bare frames, and links." + link +
                   " of type '" + type.name + "' carries only IP packets, expected " +
                   GetIpTransports());
    }
}

void
CheckFamilies(const Scenario& scenario, const std::map<std::string, LinkType>& types)
{
    for (const auto& [one, newer] : types)
    {
        for (const auto& [other, older] : types)
        {
            if (newer.cargo == LinkCargo::OnlyIpv6 && older.cargo == LinkCargo::OnlyIpv4)
            {
                Refuse(scenario,
                       "links." + one + ".type",
                       std::string("'") + newer.name + "' carries only IPv6 packets, and '" +
                           older.name + "' of links." + other +
                           " only IPv4 packets, expected all links to carry the same");
            }
        }
    }
}

void
CheckFit(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const auto groups = std::max<std::size_t>(1, network.groups.size());
    CheckNumber(scenario, "exits.local", "gateway", scenario.localExitGateway, groups);
    CheckNumber(scenario, "exits.edge", "edge", scenario.edgeExitEdge, groups);
    CheckBatteries(scenario, network);
    CheckQuorums(scenario, network);
    CheckFallback(scenario, network);
    CheckDuration(scenario);
    if (network.GetDeviceCount() > 65535)
    {
        Refuse(scenario, "network", "more than 65535 devices at one site");
    }
    CheckStandbys(scenario, network);
    CheckLinks(scenario, network);
    CheckBackground(scenario, network);
    CheckFailures(scenario, network);
    CheckOutputs(scenario);
}

void
CheckFit(const Scenario& scenario,
         const nn::NetworkDescription& network,
         const nn::MultiViewDataSet& dataset)
{
    const int needed = 1 + *std::max_element(network.cameras.begin(), network.cameras.end());
    if (dataset.GetCameraCount() < needed)
    {
        Refuse(scenario,
               "network",
               "'" + scenario.network + "' uses camera " + std::to_string(needed) + ", data set '" +
                   dataset.GetName() + "' has " + std::to_string(dataset.GetCameraCount()));
    }
    if (dataset.GetClasses().size() != network.classes.size())
    {
        Refuse(scenario,
               "network",
               "'" + scenario.network + "' has " + std::to_string(network.classes.size()) +
                   " classes, data set '" + dataset.GetName() + "' has " +
                   std::to_string(dataset.GetClasses().size()));
    }
    const nn::ViewShape have = dataset.GetViewShape();
    if (have.channels != network.view.channels || have.height != network.view.height ||
        have.width != network.view.width)
    {
        Refuse(scenario,
               "network",
               "'" + scenario.network + "' and data set '" + dataset.GetName() +
                   "' have views of different shape");
    }
    if (dataset.GetTestSamples().empty())
    {
        Refuse(scenario, "dataset", "'" + dataset.GetName() + "' has no test samples");
    }
}

} // namespace simulator
