// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/process-pool.h"

#include <poll.h>

#include <map>
#include <memory>
#include <vector>

namespace simulator
{

namespace
{

using Children = std::map<std::size_t, std::unique_ptr<ChildProcess>>; //!< by number of the work

/// Waits until some children have something to say, and lets them. Returns those that have ended.
std::vector<std::size_t>
Listen(const Children& children, const InterruptWatch& watch)
{
    std::vector<pollfd> descriptors;
    std::vector<std::size_t> indices;
    for (const auto& [index, child] : children)
    {
        descriptors.push_back({child->GetDescriptor(), POLLIN, 0});
        indices.push_back(index);
    }
    if (ppoll(descriptors.data(), descriptors.size(), nullptr, watch.GetWaitMask()) < 0)
    {
        return {}; // a signal
    }
    std::vector<std::size_t> ended;
    for (std::size_t i = 0; i < indices.size(); ++i)
    {
        if (descriptors[i].revents != 0 && !children.at(indices[i])->Read())
        {
            ended.push_back(indices[i]);
        }
    }
    return ended;
}

} // namespace

void
RunInProcesses(std::size_t count,
               unsigned jobs,
               const InterruptWatch& watch,
               const std::function<std::vector<std::uint8_t>(std::size_t)>& work,
               const std::function<void(std::size_t, const ChildResult&)>& finish)
{
    Children running;
    std::size_t next = 0;
    while (next < count || !running.empty())
    {
        for (; next < count && running.size() < jobs; ++next)
        {
            running.emplace(next,
                            std::make_unique<ChildProcess>([&work, next] { return work(next); }));
        }
        const std::vector<std::size_t> ended = Listen(running, watch);
        InterruptWatch::Check();
        for (const std::size_t index : ended)
        {
            const ChildResult result = running.at(index)->Collect();
            running.erase(index);
            finish(index, result);
        }
    }
}

} // namespace simulator
