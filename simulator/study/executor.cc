// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/executor.h"

#include "nn/input-error.h"
#include "simulator/run/simulation.h"
#include "simulator/study/process-pool.h"

#include <string>

namespace simulator
{

namespace
{

FinishedRun
Finish(const ChildResult& result, const PlannedRun& run, std::size_t index)
{
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

} // namespace

std::vector<FinishedRun>
Execute(const std::vector<PlannedRun>& plan,
        unsigned jobs,
        const InterruptWatch& watch,
        const std::function<void(std::size_t done)>& progress)
{
    std::vector<FinishedRun> finished(plan.size());
    std::size_t done = 0;
    const auto work = [&plan](std::size_t index) {
        const PlannedRun& run = plan[index];
        analysis::RunRecord record = Simulate(*run.scenario,
                                              *run.network,
                                              *run.dataset,
                                              run.replication,
                                              run.outputPrefix,
                                              run.stories);
        record.run = static_cast<std::uint32_t>(index + 1);
        return Encode(MakeOutput(record));
    };
    RunInProcesses(
        plan.size(), jobs, watch, work, [&](std::size_t index, const ChildResult& result) {
            finished[index] = Finish(result, plan[index], index);
            progress(++done);
        });
    return finished;
}

} // namespace simulator
