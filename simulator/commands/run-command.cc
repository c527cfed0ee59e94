// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/run-command.h"

#include "nn/input-error.h"
#include "simulator/commands/study-progress-line.h"
#include "simulator/commands/study-results.h"
#include "simulator/study/run-study.h"

#include <algorithm>
#include <iostream>

namespace simulator
{

namespace
{

/// "; 3 of 10 runs are kept in DIR: the same command goes on".
std::string
DescribeKept(const StudyProgress& progress, const std::filesystem::path& path)
{
    if (progress.done == 0)
    {
        return "; no results written";
    }
    return "; " + std::to_string(progress.done) + " of " + std::to_string(progress.total) +
           " runs are kept in " + path.string() + ": the same command goes on";
}

void
DoRuns(StudyStore& store,
       ResultsDirectory& results,
       RunRequest& request,
       Workers& workers,
       StudyProgress& progress)
{
    StudyProgressLine line; // its end ends the line on the terminal
    const auto show = [&](const ChildResult& last) { line.Show(progress, last); };
    RunStudy(store, results, request.plan, request.shard, workers, progress, show);
}

/// \return whether there are more runs to do
bool
AddReplications(StudyStore& store, RunRequest& request)
{
    constexpr std::uint32_t most = 10000;
    const std::uint32_t now = request.plan.runs.back().replication;
    const auto needed = GetReplicationsNeeded(store, *request.until, now);
    if (!needed || now >= most)
    {
        if (needed)
        {
            std::cerr << "ddnnsim: warning: --until was not reached with " << most
                      << " replications\n";
        }
        return false;
    }
    ExtendReplications(request.plan, std::min(*needed, most));
    return true;
}

int
DoStudy(RunRequest& request, Workers& workers, StudyProgress& progress)
{
    ResultsDirectory results(request.directory, request.earlier);
    StudyStore store = OpenStore(results, request.earlier);
    for (const std::string& warning : request.warnings)
    {
        std::cerr << "ddnnsim: warning: " << warning << '\n';
    }
    if (request.until)
    {
        ExtendReplications(request.plan, store.GetLastReplication());
    }
    DoRuns(store, results, request, workers, progress);
    while (request.until && AddReplications(store, request))
    {
        DoRuns(store, results, request, workers, progress);
    }
    return FinishStudy(store, results, request.command);
}

int
Run(const std::vector<std::string>& arguments)
{
    std::optional<RunRequest> request = ParseRunRequest(arguments);
    if (!request)
    {
        return 0;
    }
    const InterruptWatch watch;
    LocalWorkers workers(request->jobs, watch, request->timeoutSeconds);
    return RunWith(*request, workers);
}

} // namespace

int
RunWith(RunRequest& request, Workers& workers)
{
    StudyProgress progress;
    try
    {
        return DoStudy(request, workers, progress);
    }
    catch (const nn::InputError&)
    {
        throw;
    }
    catch (const Interrupted&)
    {
        std::cerr << "ddnnsim: interrupted" << DescribeKept(progress, request.directory) << '\n';
        return 130;
    }
    catch (const WriteFailure& failure)
    {
        std::cerr << failure.what() << DescribeKept(progress, request.directory) << '\n';
    }
    catch (const std::runtime_error& failure) // no process, pipe or memory left; damaged store
    {
        std::cerr << "ddnnsim: " << failure.what() << DescribeKept(progress, request.directory)
                  << '\n';
    }
    return 1;
}

const Command runCommand = {
    "run",
    "SCENARIO...|MANIFEST.json [--set PATH=VALUE]... [--sweep PATH=VALUES]... "
    "[--RngRun=N] [--ns3::Class::Attribute=VALUE]... [--dry-run] [--out DIR] [--force] [--jobs N] "
    "[--timeout SECONDS] [--shard NUMBER/COUNT] [--until METRIC=WIDTH] [--gallery N]",
    "Simulates scenarios, or what a manifest says, and writes a results directory.",
    Run};

} // namespace simulator
