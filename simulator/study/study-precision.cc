// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-precision.h"

#include "analysis/statistics.h"
#include "nn/input-error.h"
#include "simulator/run/run-output.h"
#include "simulator/scenario/get-names.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace simulator
{

namespace
{

constexpr std::size_t fewestValues = 2; // for an interval

/// Before the first look at the intervals. Few replications are easily equal by chance, and then
/// seem to be certain.
constexpr std::uint32_t fewestReplications = 5;

double
ParseWidth(const std::string& option, const std::string& text)
{
    char* end = nullptr;
    const double width = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(width) || width <= 0)
    {
        throw nn::InputError(option + ": " + Quote(text) +
                             " is no half width, expected a number above 0");
    }
    return width;
}

/// Values of the metric by variant: scenario and swept values.
std::map<std::string, std::vector<double>>
CollectValues(StudyStore& store, const analysis::RunColumn& metric)
{
    std::map<std::string, std::vector<double>> values;
    store.ForEachRun([&](const StoredRun& run) {
        const auto value =
            run.isDone ? analysis::GetValue(metric, Decode(run.output).summary) : std::nullopt;
        if (value)
        {
            std::string variant = run.scenario;
            for (const std::string& swept : run.sweptValues)
            {
                variant.append(1, '\0').append(swept);
            }
            values[variant].push_back(*value);
        }
    });
    return values;
}

} // namespace

Precision
ParsePrecision(const std::string& text)
{
    const std::string option = "--until " + Quote(text);
    const std::size_t sign = text.find('=');
    const std::string name = text.substr(0, sign);
    const analysis::RunColumn* metric = analysis::FindRunColumn(name);
    if (sign == std::string::npos)
    {
        throw nn::InputError(option + ": expected METRIC=WIDTH, such as accuracy=0.01");
    }
    if (!metric)
    {
        const std::string hint = Suggest(name, GetNames(analysis::GetRunColumns()));
        throw nn::InputError(option + ": unknown metric " + Quote(name) +
                             (hint.empty() ? ", expected a column of runs.csv" : hint));
    }
    return {metric, ParseWidth(option, text.substr(sign + 1))};
}

std::optional<std::uint32_t>
GetReplicationsNeeded(StudyStore& store, const Precision& precision, std::uint32_t replications)
{
    if (replications < fewestReplications)
    {
        return fewestReplications;
    }
    double needed = 0;
    for (const auto& [variant, values] : CollectValues(store, *precision.metric))
    {
        if (values.size() >= fewestValues)
        {
            const double ratio = analysis::StudentInterval(values).halfWidth / precision.halfWidth;
            needed = std::max(needed, ratio > 1 ? std::ceil(replications * ratio * ratio) : 0);
        }
    }
    if (needed == 0)
    {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(std::clamp(needed, replications + 1.0, 2.0 * replications));
}

void
ExtendReplications(StudyPlan& plan, std::uint32_t replications)
{
    std::vector<PlannedRun> runs;
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        runs.push_back(plan.runs[i]);
        const bool isLastOfVariant =
            i + 1 == plan.runs.size() || plan.runs[i + 1].scenario != plan.runs[i].scenario;
        for (std::uint32_t next = plan.runs[i].replication + 1;
             isLastOfVariant && next <= replications;
             ++next)
        {
            runs.push_back(plan.runs[i]);
            runs.back().replication = next;
            runs.back().stories = 0;
        }
    }
    plan.runs = std::move(runs);
}

} // namespace simulator
