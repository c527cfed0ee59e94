// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EXECUTOR_H
#define SIMULATOR_EXECUTOR_H

#include "simulator/run/run-output.h"
#include "simulator/study/interrupt-watch.h"
#include "simulator/study/study-plan.h"

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <vector>

namespace simulator
{

/// A simulation that was done.
struct FinishedRun
{
    RunOutput output;
    double wallSeconds = 0; //!< depends on the machine, as the next two
    double cpuSeconds = 0;
    std::uint64_t peakBytes = 0;
};

/// A simulation crashed, was killed, or threw.
class RunFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Does all runs, each in a process of its own, up to `jobs` at a time. The result is in the order
/// of the plan, whatever the number of jobs; runs are numbered from 1. \param progress called with
/// the number of runs done so far \throw nn::InputError, RunFailure, Interrupted; running children
/// are killed then
std::vector<FinishedRun> Execute(const std::vector<PlannedRun>& plan,
                                 unsigned jobs,
                                 const InterruptWatch& watch,
                                 const std::function<void(std::size_t done)>& progress);

} // namespace simulator

#endif // SIMULATOR_EXECUTOR_H
