// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/failure-overlap.h"

#include "simulator/topology/failure-plan.h"

#include <map>
#include <utility>
#include <vector>

namespace simulator
{

namespace
{

/// From when to when a failure may be there; those at random: at any time.
struct Span
{
    ns3::Time begin;
    std::optional<ns3::Time> end; //!< none: never
};

Span
GetSpan(const FailureSettings& failure)
{
    if (!failure.at)
    {
        return {ns3::Time(0), std::nullopt};
    }
    return {*failure.at,
            failure.duration ? std::optional(*failure.at + *failure.duration) : std::nullopt};
}

bool
Meet(const Span& one, const Span& other)
{
    return (!one.end || other.begin < *one.end) && (!other.end || one.begin < *other.end);
}

} // namespace

std::optional<std::string>
FindOverlap(const Scenario& scenario, const nn::NetworkDescription& network)
{
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> records;
    for (std::size_t i = 0; i < scenario.failures.size(); ++i)
    {
        const FailureSettings& failure = scenario.failures[i];
        for (const FailureUnit& unit : GetFailureUnits(scenario, network, failure))
        {
            for (const std::string& name : unit)
            {
                auto& others = records[{name, failure.kind}];
                for (const std::size_t other : others)
                {
                    if (Meet(GetSpan(scenario.failures[other]), GetSpan(failure)))
                    {
                        return "failures." + std::to_string(other + 1) + " and failures." +
                               std::to_string(i + 1) + " may overlap at " + name +
                               ": what overlaps is one failure, as the first to begin";
                    }
                }
                others.push_back(i);
            }
        }
    }
    return std::nullopt;
}

} // namespace simulator
