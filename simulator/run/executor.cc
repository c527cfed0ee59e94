// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/executor.h"

#include "nn/input-error.h"
#include "simulator/run/child-process.h"
#include "simulator/run/simulation.h"

#include <poll.h>

#include <map>
#include <string>

namespace simulator
{

namespace
{

using Children = std::map<std::size_t, std::unique_ptr<ChildProcess>>; //!< by index in the plan

std::unique_ptr<ChildProcess>
Start(const PlannedRun& run, std::size_t index)
{
    return std::make_unique<ChildProcess>([&run, index] {
        analysis::RunRecord record =
            Simulate(*run.scenario, *run.network, *run.dataset, run.replication);
        record.run = static_cast<std::uint32_t>(index + 1);
        return Encode(MakeOutput(record));
    });
}

FinishedRun
Finish(ChildProcess& child, const PlannedRun& run, std::size_t index)
{
    ChildResult result = child.Collect();
    if (result.outcome == ChildResult::Outcome::BadInput)
    {
        throw nn::InputError(result.error);
    }
    if (result.outcome == ChildResult::Outcome::Failed)
    {
        throw RunFailure("run " + std::to_string(index + 1) + " of scenario '" +
                         run.scenario->name + "' failed: " + result.error);
    }
    return {Decode(result.bytes), result.wallSeconds, result.cpuSeconds, result.peakBytes};
}

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

std::vector<FinishedRun>
Execute(const std::vector<PlannedRun>& plan,
        unsigned jobs,
        const InterruptWatch& watch,
        const std::function<void(std::size_t done)>& progress)
{
    std::vector<FinishedRun> finished(plan.size());
    Children running;
    std::size_t next = 0;
    std::size_t done = 0;
    while (done < plan.size())
    {
        while (next < plan.size() && running.size() < jobs)
        {
            running.emplace(next, Start(plan[next], next));
            ++next;
        }
        const std::vector<std::size_t> ended = Listen(running, watch);
        InterruptWatch::Check();
        for (std::size_t index : ended)
        {
            finished[index] = Finish(*running.at(index), plan[index], index);
            running.erase(index);
            progress(++done);
        }
    }
    return finished;
}

} // namespace simulator
