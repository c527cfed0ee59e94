// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/executor.h"

#include "nn/input-error.h"
#include "simulator/run/child-process.h"
#include "simulator/run/record-codec.h"
#include "simulator/run/simulation.h"

#include <poll.h>

#include <csignal>
#include <map>
#include <string>

namespace simulator
{

namespace
{

volatile std::sig_atomic_t interrupted = 0;

/// While it lives, Ctrl-C and SIGTERM are noted instead of ending the process, so that unfinished
/// results can be removed.
class InterruptWatch
{
  public:
    InterruptWatch()
    {
        struct sigaction action
        {
        };
        action.sa_handler = [](int) { interrupted = 1; };
        sigaction(SIGINT, &action, &m_oldInterrupt);
        sigaction(SIGTERM, &action, &m_oldTerminate);
    }

    ~InterruptWatch()
    {
        sigaction(SIGINT, &m_oldInterrupt, nullptr);
        sigaction(SIGTERM, &m_oldTerminate, nullptr);
    }

    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

  private:
    struct sigaction m_oldInterrupt
    {
    };
    struct sigaction m_oldTerminate
    {
    };
};

using Children = std::map<std::size_t, std::unique_ptr<ChildProcess>>; //!< by index in the plan

std::unique_ptr<ChildProcess>
Start(const PlannedRun& run)
{
    return std::make_unique<ChildProcess>([&run] {
        return Encode(Simulate(*run.scenario, *run.network, *run.dataset, run.replication));
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
    FinishedRun finished{
        Decode(result.bytes), result.wallSeconds, result.cpuSeconds, result.peakBytes};
    finished.record.run = static_cast<std::uint32_t>(index + 1);
    return finished;
}

/// Waits until some children have something to say, and lets them. Returns those that have ended.
std::vector<std::size_t>
Listen(const Children& children)
{
    std::vector<pollfd> descriptors;
    std::vector<std::size_t> indices;
    for (const auto& [index, child] : children)
    {
        descriptors.push_back({child->GetDescriptor(), POLLIN, 0});
        indices.push_back(index);
    }
    if (poll(descriptors.data(), descriptors.size(), -1) < 0)
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
        const std::function<void(std::size_t done)>& progress)
{
    interrupted = 0;
    const InterruptWatch watch;
    std::vector<FinishedRun> finished(plan.size());
    Children running;
    std::size_t next = 0;
    std::size_t done = 0;
    while (done < plan.size())
    {
        while (next < plan.size() && running.size() < jobs)
        {
            running.emplace(next, Start(plan[next]));
            ++next;
        }
        for (std::size_t index : Listen(running))
        {
            finished[index] = Finish(*running.at(index), plan[index], index);
            running.erase(index);
            progress(++done);
        }
        if (interrupted)
        {
            throw Interrupted("interrupted");
        }
    }
    return finished;
}

} // namespace simulator
