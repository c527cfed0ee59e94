// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-work.h"

#include "simulator/run/run-output.h"
#include "simulator/run/simulation.h"

#include <ns3/rng-stream.h>

namespace simulator
{

Workers::Work
MakeRunWork(const StudyPlan& plan)
{
    // Makes ns-3's constants of random streams in this process, once; else every child does, which
    // takes most of the time of a short run.
    [[maybe_unused]] const ns3::RngStream stream(1, 0, 0);
    return [&plan](std::size_t index) {
        const PlannedRun& run = plan.runs.at(index);
        analysis::RunRecord record = Simulate(*run.scenario,
                                              *run.network,
                                              *run.dataset,
                                              run.replication,
                                              run.outputPrefix,
                                              run.stories);
        record.run = static_cast<std::uint32_t>(index + 1);
        return Encode(MakeOutput(record));
    };
}

} // namespace simulator
