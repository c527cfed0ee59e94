// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/detection.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace analysis
{

namespace
{

/// Of one node: time, and how many points suspect it from then on.
using Suspicions = std::vector<std::pair<std::int64_t, int>>;

/// By node. A point that suspects a node says so once, and once when it trusts it again.
std::map<std::string, Suspicions>
SortSuspicions(const std::vector<SuspicionRecord>& records)
{
    std::map<std::string, Suspicions> suspicions;
    for (const SuspicionRecord& record : records)
    {
        Suspicions& steps = suspicions[record.child];
        const int before = steps.empty() ? 0 : steps.back().second;
        steps.emplace_back(record.time,
                           before + (record.kind == SuspicionRecord::Kind::Suspected ? 1 : -1));
    }
    return suspicions;
}

/// The first moment from one time on, and before another, at which `holds` is true of the number of
/// points that suspect.
template <typename Predicate>
std::optional<std::int64_t>
FindFirst(const Suspicions& steps, std::int64_t from, std::int64_t before, Predicate holds)
{
    auto next =
        std::upper_bound(steps.begin(), steps.end(), from, [](std::int64_t time, const auto& step) {
            return time < step.first;
        });
    if (holds(next == steps.begin() ? 0 : std::prev(next)->second))
    {
        return from;
    }
    next =
        std::find_if(next, steps.end(), [&holds](const auto& step) { return holds(step.second); });
    return next != steps.end() && next->first < before ? std::optional(next->first) : std::nullopt;
}

/// \param before when the node fails again
Detection
Judge(const FailureRecord& failure, const Suspicions& steps, std::int64_t before)
{
    Detection detection;
    const auto detected =
        FindFirst(steps, failure.begin, before, [](int points) { return points > 0; });
    if (!detected)
    {
        return detection;
    }
    detection.detected = *detected - failure.begin;
    if (failure.end)
    {
        const auto recovered =
            FindFirst(steps, std::max(*failure.end, *detected), before, [](int points) {
                return points == 0;
            });
        detection.recovered = recovered ? std::optional(*recovered - *failure.end) : std::nullopt;
    }
    return detection;
}

bool
IsOfNode(const FailureRecord& failure)
{
    return failure.what == "node";
}

} // namespace

std::vector<Detection>
FindDetections(const RunRecord& run)
{
    const auto suspicions = SortSuspicions(run.suspicions);
    std::map<std::string, std::int64_t> next; // begin of the next failure, by node
    std::vector<Detection> detections(run.failures.size());
    for (std::size_t i = run.failures.size(); i-- > 0;)
    {
        const FailureRecord& failure = run.failures[i];
        const auto steps = suspicions.find(failure.target);
        if (!IsOfNode(failure) || steps == suspicions.end())
        {
            continue;
        }
        const auto [before, isLast] =
            next.emplace(failure.target, std::numeric_limits<std::int64_t>::max());
        detections[i] = Judge(failure, steps->second, before->second);
        before->second = failure.begin;
    }
    return detections;
}

} // namespace analysis
