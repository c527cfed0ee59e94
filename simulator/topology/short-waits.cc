// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/short-waits.h"

#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text-keys.h"

#include <algorithm>

namespace simulator
{

namespace
{

/// Of a time that was given in its long or its short form.
bool
IsGiven(const Scenario& scenario, const std::string& wait)
{
    return scenario.places.count(wait) > 0 || scenario.places.count(JoinPath(wait, "time")) > 0;
}

std::string
GetTimePlace(const Scenario& scenario, const std::string& wait)
{
    const bool isShort = scenario.places.count(wait) > 0;
    return GetPlace(scenario, isShort ? wait : JoinPath(wait, "time"));
}

/// Whether one edge may wait for a device while another does not.
bool
EdgesMayDiffer(const nn::NetworkDescription& network)
{
    return network.GetEdgeCount() > 1 &&
           std::any_of(network.groups.begin(),
                       network.groups.end(),
                       [](const std::vector<int>& group) { return group.size() > 1; });
}

/// Whether the edge exit may decide before all edges that are alive have reported.
bool
ExitMayGiveUp(const Scenario& scenario)
{
    return scenario.edgeExitWait.rule != "fixed" ||
           GetEdgeExitTime(scenario) <= *scenario.edgeWait.time;
}

std::string
MakeSentence(const Scenario& scenario,
             const std::string& upper,
             ns3::Time wait,
             const std::string& who)
{
    // A default is too short because of what was given for the edges.
    const std::string place =
        GetTimePlace(scenario, IsGiven(scenario, upper) ? upper : "waits.edge");
    return place + ": " + JoinPath(upper, "time") + " " + FormatTime(wait) +
           " is not longer than waits.edge.time " + FormatTime(*scenario.edgeWait.time) + ": " +
           who + " may give up an edge that waits for a dead device";
}

} // namespace

std::vector<std::string>
FindShortWaits(const Scenario& scenario, const nn::NetworkDescription& network)
{
    std::vector<std::string> sentences;
    if (!EdgesMayDiffer(network))
    {
        return sentences;
    }
    const ns3::Time exit = GetEdgeExitTime(scenario);
    if (exit <= *scenario.edgeWait.time)
    {
        sentences.push_back(MakeSentence(scenario, "waits.edge_exit", exit, "the edge exit"));
    }
    const ns3::Time cloud = *scenario.cloudWait.time;
    if (ExitMayGiveUp(scenario) && cloud <= *scenario.edgeWait.time)
    {
        sentences.push_back(MakeSentence(scenario, "waits.cloud", cloud, "the cloud"));
    }
    return sentences;
}

} // namespace simulator
