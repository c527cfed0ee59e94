// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/run-command.h"

#include "analysis/csv.h"
#include "analysis/summary-table.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/run/executor.h"
#include "simulator/run/manifest.h"
#include "simulator/run/planner.h"
#include "simulator/run/results-directory.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <thread>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeOptions()
{
    po::options_description options;
    options.add_options()(
        "set",
        po::value<std::vector<std::string>>()->composing()->value_name("PATH=VALUE"),
        "set a key of every scenario, such as thresholds.local=0.5; repeatable");
    options.add_options()(
        "out",
        po::value<std::string>()->value_name("DIR"),
        "results directory; default: results/ and the name of the scenario, or of "
        "the folder of several");
    options.add_options()("jobs",
                          po::value<unsigned>()->value_name("N"),
                          "simulations at the same time; default: number of cores");
    return options;
}

std::vector<PlannedRun>
PlanAll(const std::vector<std::string>& paths, const std::vector<std::string>& settings)
{
    Planner planner;
    std::vector<PlannedRun> plan;
    std::map<std::string, std::string> files; // by scenario name
    for (const std::string& path : paths)
    {
        const std::vector<PlannedRun> runs = planner.Plan(path, settings);
        const std::string& name = runs.front().scenario->name;
        const auto [other, isNew] = files.emplace(name, path);
        if (!isNew)
        {
            throw nn::InputError(path + ": scenario '" + name + "' is also the name of " +
                                 other->second + ", expected different names");
        }
        plan.insert(plan.end(), runs.begin(), runs.end());
    }
    return plan;
}

std::filesystem::path
GetResultsPath(const po::variables_map& values,
               const std::vector<std::string>& paths,
               const std::vector<PlannedRun>& plan)
{
    namespace fs = std::filesystem;
    if (values.count("out"))
    {
        return values["out"].as<std::string>();
    }
    if (paths.size() == 1)
    {
        const Scenario& scenario = *plan.front().scenario;
        if (scenario.name.find('/') != std::string::npos || scenario.name.front() == '.')
        {
            throw nn::InputError(GetPlace(scenario, "name") + ": name: '" + scenario.name +
                                 "' cannot be a folder in results/, expected --out DIR with it");
        }
        return fs::path("results") / scenario.name;
    }
    return fs::path("results") /
           fs::absolute(paths.front()).lexically_normal().parent_path().filename();
}

unsigned
GetJobs(const po::variables_map& values)
{
    const unsigned jobs = values.count("jobs") ? values["jobs"].as<unsigned>()
                                               : std::max(1U, std::thread::hardware_concurrency());
    if (jobs < 1 || jobs > 1024)
    {
        throw nn::InputError("--jobs: found " + std::to_string(jobs) + ", expected 1 to 1024");
    }
    return jobs;
}

/// A line on the terminal that counts runs; nothing if standard error is no terminal.
void
ShowProgress(std::size_t done, std::size_t total)
{
    if (isatty(STDERR_FILENO))
    {
        std::cerr << "\rsimulated " << done << " of " << total << (done == total ? "\n" : "")
                  << std::flush;
    }
}

std::vector<analysis::RunSummary>
WriteResults(const ResultsDirectory& results,
             const std::vector<PlannedRun>& plan,
             const std::vector<FinishedRun>& finished)
{
    std::ostringstream runs;
    std::ostringstream samples;
    std::ostringstream links;
    std::ostringstream nodes;
    analysis::WriteRunsHeader(runs, {});
    analysis::WriteSamplesHeader(samples);
    analysis::WriteLinksHeader(links);
    analysis::WriteNodesHeader(nodes);
    std::vector<analysis::RunSummary> summaries;
    for (const FinishedRun& run : finished)
    {
        summaries.push_back(analysis::Summarize(run.record));
        analysis::WriteRunRow(runs, summaries.back());
        analysis::WriteSampleRows(samples, run.record);
        analysis::WriteLinkRows(links, run.record);
        analysis::WriteNodeRows(nodes, run.record);
    }
    results.Write("runs.csv", runs.str());
    results.Write("samples.csv", samples.str());
    results.Write("links.csv", links.str());
    results.Write("nodes.csv", nodes.str());
    results.Write("manifest.json", MakeManifest(plan, finished));
    return summaries;
}

int
Simulate(const po::variables_map& values, const std::vector<std::string>& paths)
{
    const unsigned jobs = GetJobs(values);
    const std::vector<PlannedRun> plan = PlanAll(paths, GetList(values, "set"));
    const std::filesystem::path path = GetResultsPath(values, paths, plan);
    ResultsDirectory results(path);
    const std::vector<FinishedRun> finished =
        Execute(plan, jobs, [&plan](std::size_t done) { ShowProgress(done, plan.size()); });
    const auto summaries = WriteResults(results, plan, finished);
    results.Commit();
    analysis::WriteSummaryTable(std::cout, summaries);
    std::cout << "\nResults: " << path.string() << '\n';
    return 0;
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(runCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> paths = GetOperands(*values);
    if (paths.empty())
    {
        throw nn::InputError("ddnnsim run: no scenario given, expected at least one");
    }
    try
    {
        return Simulate(*values, paths);
    }
    catch (const RunFailure& failure)
    {
        std::cerr << "ddnnsim: " << failure.what() << "; no results written\n";
        return 1;
    }
    catch (const Interrupted&)
    {
        std::cerr << "ddnnsim: interrupted; no results written\n";
        return 130;
    }
}

} // namespace

const Command runCommand = {"run",
                            "SCENARIO... [--set PATH=VALUE]... [--out DIR] [--jobs N]",
                            "Simulates scenarios and writes a results directory.",
                            Run};

} // namespace simulator
