// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-work.h"

#include "simulator/run/run-output.h"
#include "simulator/run/simulation.h"

namespace simulator
{

Workers::Work
MakeRunWork(const StudyPlan& plan)
{
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
