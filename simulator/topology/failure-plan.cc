// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/failure-plan.h"

#include "simulator/failures/failure-kind.h"
#include "simulator/topology/node-names.h"

#include <algorithm>
#include <map>

namespace simulator
{

namespace
{

/// Gateways are not among those whose processor may be slow: theirs has nothing to do.
const std::vector<std::string>&
GetClasses(const std::string& target)
{
    static const std::map<std::string, std::vector<std::string>> classes = {
        {"node", {"device", "gateway", "edge", "cloud"}},
        {"link", {"local", "edge", "metro", "backhaul", "spare"}},
        {"camera", {"device"}},
        {"processor", {"device", "edge", "cloud"}}};
    return classes.at(target);
}

} // namespace

FailureCandidates
GetFailureCandidates(const Scenario& scenario,
                     const nn::NetworkDescription& network,
                     const std::string& target)
{
    FailureCandidates candidates = {GetClasses(target), {}};
    const auto all =
        target == "link" ? GetLinkNames(scenario, network) : GetNodeNames(scenario, network);
    for (const std::string& name : all)
    {
        const std::vector<std::string>& classes = candidates.classes;
        if (std::find(classes.begin(), classes.end(), SplitName(name).kind) != classes.end())
        {
            candidates.names.push_back(name);
        }
    }
    return candidates;
}

std::vector<FailureUnit>
GetFailureUnits(const Scenario& scenario,
                const nn::NetworkDescription& network,
                const FailureSettings& failure)
{
    if (!failure.group.empty())
    {
        return {failure.group};
    }
    const std::string target = GetFailureKind(failure.kind).target;
    if (!failure.names.at(target).empty())
    {
        return {{failure.names.at(target)}};
    }
    std::vector<FailureUnit> units;
    for (const std::string& name : GetFailureCandidates(scenario, network, target).names)
    {
        if (SplitName(name).kind == failure.names.at("class"))
        {
            units.push_back({name});
        }
    }
    return units;
}

} // namespace simulator
