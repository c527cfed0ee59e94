// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_REQUEST_H
#define SIMULATOR_RUN_REQUEST_H

#include "simulator/study/local-workers.h"
#include "simulator/study/results-directory.h"
#include "simulator/study/study-precision.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// What the user asks of `ddnnsim run`, checked.
struct RunRequest
{
    StudyPlan plan;
    Shard shard;
    std::optional<Precision> until;  //!< add replications until a metric is known so well
    std::filesystem::path directory; //!< of the results
    ResultsDirectory::Earlier earlier = ResultsDirectory::Earlier::Continue;
    unsigned jobs = 1;
    double timeoutSeconds = LocalWorkers::noTimeout; //!< of one run
    std::string command;                             //!< as a line for a shell
    std::vector<std::string> warnings;               //!< for the user, before the first run
};

/// \param arguments behind `run`
/// \return nothing if there is nothing to do: help, or the plan, was asked for and printed
/// \throw nn::InputError
std::optional<RunRequest> ParseRunRequest(const std::vector<std::string>& arguments);

} // namespace simulator

#endif // SIMULATOR_RUN_REQUEST_H
