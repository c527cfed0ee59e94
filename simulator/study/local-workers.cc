// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/local-workers.h"

#include "analysis/number-format.h"

#include <poll.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace simulator
{

namespace
{

/// Of ppoll.
std::optional<timespec>
ToTimespec(double seconds)
{
    if (!std::isfinite(seconds))
    {
        return std::nullopt;
    }
    const double left = std::max(0.0, seconds);
    const double whole = std::floor(left);
    return timespec{static_cast<time_t>(whole), static_cast<long>((left - whole) * 1e9)};
}

} // namespace

LocalWorkers::LocalWorkers(unsigned jobs, const InterruptWatch& watch, double timeoutSeconds)
    : m_jobs(jobs), m_watch(watch), m_timeoutSeconds(timeoutSeconds)
{
}

void
LocalWorkers::Do(const std::vector<std::size_t>& pieces, const Work& work, const Finish& finish)
{
    Children running;
    std::size_t next = 0;
    while (next < pieces.size() || !running.empty())
    {
        for (; next < pieces.size() && running.size() < m_jobs; ++next)
        {
            const std::size_t piece = pieces[next];
            running.emplace(piece,
                            std::make_unique<ChildProcess>([&work, piece] { return work(piece); }));
        }
        const std::vector<std::size_t> ended = Listen(running);
        InterruptWatch::Check();
        for (const std::size_t piece : ended)
        {
            const ChildResult result = End(*running.at(piece));
            running.erase(piece);
            finish(piece, result);
        }
    }
}

/// Waits until some children have something to say, and lets them, or until the time of one is
/// over. Returns those that have ended or must.
std::vector<std::size_t>
LocalWorkers::Listen(const Children& children) const
{
    std::vector<pollfd> descriptors;
    for (const auto& [piece, child] : children)
    {
        descriptors.push_back({child->GetDescriptor(), POLLIN, 0});
        descriptors.push_back({child->GetLogDescriptor(), POLLIN, 0});
    }
    const std::optional<timespec> wait = ToTimespec(GetSecondsLeft(children));
    if (ppoll(descriptors.data(),
              descriptors.size(),
              wait ? &*wait : nullptr,
              m_watch.GetWaitMask()) < 0)
    {
        return {}; // a signal
    }
    std::vector<std::size_t> ended;
    std::size_t i = 0;
    for (const auto& [piece, child] : children)
    {
        const bool hasResult = descriptors[i++].revents != 0;
        if (descriptors[i++].revents != 0)
        {
            child->ReadLog();
        }
        if ((hasResult && !child->Read()) || child->GetWallSeconds() >= m_timeoutSeconds)
        {
            ended.push_back(piece);
        }
    }
    return ended;
}

double
LocalWorkers::GetSecondsLeft(const Children& children) const
{
    double left = noTimeout;
    for (const auto& [piece, child] : children)
    {
        left = std::min(left, m_timeoutSeconds - child->GetWallSeconds());
    }
    return left;
}

ChildResult
LocalWorkers::End(ChildProcess& child) const
{
    if (child.GetWallSeconds() >= m_timeoutSeconds)
    {
        return child.Kill("took longer than the timeout of " +
                          analysis::FormatNumber(m_timeoutSeconds) + " s");
    }
    return child.Collect();
}

} // namespace simulator
