// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/run-command.h"

#include "analysis/csv-table.h"
#include "analysis/summary-table.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/report-page.h"
#include "simulator/commands/shell-line.h"
#include "simulator/commands/study-progress-line.h"
#include "simulator/commands/whole-number.h"
#include "simulator/study/gallery.h"
#include "simulator/study/local-workers.h"
#include "simulator/study/planner.h"
#include "simulator/study/results-file.h"
#include "simulator/study/run-study.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
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
    options.add_options()("force", "replace the results that are there");
    options.add_options()("timeout",
                          po::value<std::string>()->value_name("SECONDS"),
                          "a simulation that takes longer has failed; default: none");
    options.add_options()("gallery",
                          po::value<std::string>()->value_name("N"),
                          "samples to show in detail in the report, over all scenarios, 0 to "
                          "1000; default: 60");
    options.add_options()("jobs",
                          po::value<std::string>()->value_name("N"),
                          "simulations at the same time; default: number of cores");
    return options;
}

[[noreturn]] void
RefuseTwin(const std::string& path, const std::string& name, const std::string& other)
{
    throw nn::InputError(path + ": scenario '" + name + "' is also the name of " + other +
                         ", expected different names");
}

StudyPlan
PlanAll(const std::vector<std::string>& paths, const std::vector<std::string>& settings)
{
    Planner planner;
    StudyPlan plan;
    std::map<std::string, std::string> files; // by scenario name
    for (const std::string& path : paths)
    {
        const std::vector<PlannedRun> runs = planner.Plan(path, settings);
        const std::string& name = runs.front().scenario->name;
        const auto [other, isNew] = files.emplace(name, path);
        if (!isNew)
        {
            RefuseTwin(path, name, other->second);
        }
        plan.runs.insert(plan.runs.end(), runs.begin(), runs.end());
    }
    return plan;
}

std::filesystem::path
GetResultsPath(const po::variables_map& values,
               const std::vector<std::string>& paths,
               const StudyPlan& plan)
{
    namespace fs = std::filesystem;
    if (values.count("out"))
    {
        return values["out"].as<std::string>();
    }
    if (paths.size() == 1)
    {
        const Scenario& scenario = *plan.runs.front().scenario;
        if (scenario.name.find('/') != std::string::npos || scenario.name.front() == '.')
        {
            throw nn::InputError(GetPlace(scenario, "name") + ": name: '" + scenario.name +
                                 "' cannot be a folder in results/, expected --out DIR with it");
        }
        return fs::path("results") / scenario.name;
    }
    const fs::path folder = fs::absolute(paths.front()).lexically_normal().parent_path().filename();
    if (folder.empty())
    {
        throw nn::InputError(paths.front() + ": lies in no folder that gives the results a name, "
                                             "expected --out DIR");
    }
    return fs::path("results") / folder;
}

unsigned
GetJobs(const po::variables_map& values)
{
    if (values.count("jobs") == 0)
    {
        return std::max(1U, std::thread::hardware_concurrency());
    }
    return static_cast<unsigned>(ParseWhole("jobs", values["jobs"].as<std::string>(), 1, 1024));
}

double
GetTimeout(const po::variables_map& values)
{
    return values.count("timeout") == 0
               ? LocalWorkers::noTimeout
               : static_cast<double>(
                     ParseWhole("timeout", values["timeout"].as<std::string>(), 1, 100000000));
}

ResultsDirectory::Earlier
GetEarlier(const po::variables_map& values)
{
    return values.count("force") == 0 ? ResultsDirectory::Earlier::Continue
                                      : ResultsDirectory::Earlier::Replace;
}

std::size_t
GetGallerySize(const po::variables_map& values)
{
    return values.count("gallery") == 0
               ? 60
               : ParseWhole("gallery", values["gallery"].as<std::string>(), 0, 1000);
}

/// The page is made from the files, as `ddnnsim report` does it. What goes wrong with it does not
/// cost the results.
void
WriteReport(const ResultsDirectory& results)
{
    if (!CanMakeReport())
    {
        return;
    }
    try
    {
        ResultsFile file(results, "report.html");
        file.GetStream() << MakeReportPage(results.GetPath(), GetTitle(results.GetPath()));
        file.Close();
        file.Commit();
    }
    catch (const analysis::ReadFailure& failure)
    {
        std::cerr << "ddnnsim: warning: no report: " << failure.what() << '\n';
    }
}

void
PrintPlace(const std::filesystem::path& path)
{
    std::cout << "\nResults: " << path.string() << '\n';
    if (CanMakeReport())
    {
        std::cout << "Report:  " << (path / "report.html").string() << '\n';
    }
    else
    {
        std::cout << noReportText << '\n';
    }
}

/// Of failed runs, the first few: runs.csv has all.
void
PrintFailures(const StudyProgress& progress, const std::vector<analysis::RunSummary>& summaries)
{
    constexpr std::size_t shown = 5;
    std::size_t count = 0;
    for (const analysis::RunSummary& summary : summaries)
    {
        if (summary.status == analysis::RunStatus::Failed && ++count <= shown)
        {
            std::cerr << "ddnnsim: run " << summary.run << " of scenario '" << summary.scenario
                      << "' failed: " << summary.error << '\n';
        }
    }
    if (count > 0)
    {
        std::cerr << "ddnnsim: " << count << " of " << progress.total
                  << " runs failed: see `error` and `log` in runs.csv; the same command tries them "
                     "again\n";
    }
}

void
PrintOutcome(const StudyOutcome& outcome, const StudyProgress& progress)
{
    for (const std::string& warning : outcome.warnings)
    {
        std::cerr << "ddnnsim: warning: " << warning << '\n';
    }
    PrintFailures(progress, outcome.summaries);
    analysis::WriteSummaryTable(std::cout, outcome.summaries);
}

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
       StudyPlan& plan,
       Workers& workers,
       StudyProgress& progress)
{
    StudyProgressLine line; // its end ends the line on the terminal
    RunStudy(store, results, plan, workers, progress, [&](const ChildResult& result) {
        line.Show(progress, result);
    });
}

int
Simulate(const po::variables_map& values,
         const std::vector<std::string>& paths,
         const std::string& command)
{
    const unsigned jobs = GetJobs(values);
    StudyPlan plan = PlanAll(paths, GetList(values, "set"));
    ShareStories(plan.runs, GetGallerySize(values));
    const std::filesystem::path path = GetResultsPath(values, paths, plan);
    const InterruptWatch watch;
    LocalWorkers workers(jobs, watch, GetTimeout(values));
    StudyProgress progress;
    try
    {
        ResultsDirectory results(path, GetEarlier(values));
        StudyStore store(results.GetStoreFile());
        if (GetEarlier(values) == ResultsDirectory::Earlier::Replace)
        {
            store.Clear();
            results.RemoveFiles();
        }
        DoRuns(store, results, plan, workers, progress);
        const StudyOutcome outcome = ExportStudy(store, results, command);
        WriteReport(results);
        InterruptWatch::Check();
        PrintOutcome(outcome, progress);
    }
    catch (const Interrupted&)
    {
        std::cerr << "ddnnsim: interrupted" << DescribeKept(progress, path) << '\n';
        return 130;
    }
    catch (const WriteFailure& failure)
    {
        std::cerr << failure.what() << DescribeKept(progress, path) << '\n';
        return 1;
    }
    catch (const std::runtime_error& failure) // no process, pipe or memory left; damaged store
    {
        if (dynamic_cast<const nn::InputError*>(&failure))
        {
            throw;
        }
        std::cerr << "ddnnsim: " << failure.what() << DescribeKept(progress, path) << '\n';
        return 1;
    }
    PrintPlace(path);
    return progress.failed == 0 ? 0 : 1;
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
    return Simulate(*values, paths, FormatShellLine("ddnnsim run", arguments));
}

} // namespace

const Command runCommand = {
    "run",
    "SCENARIO... [--set PATH=VALUE]... [--out DIR] [--force] [--jobs N] [--timeout SECONDS] "
    "[--gallery N]",
    "Simulates scenarios and writes a results directory.",
    Run};

} // namespace simulator
