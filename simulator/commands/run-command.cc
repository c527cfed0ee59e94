// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/run-command.h"

#include "analysis/csv-table.h"
#include "analysis/csv.h"
#include "analysis/summary-table.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/report-page.h"
#include "simulator/commands/shell-line.h"
#include "simulator/commands/whole-number.h"
#include "simulator/study/executor.h"
#include "simulator/study/gallery.h"
#include "simulator/study/manifest.h"
#include "simulator/study/planner.h"
#include "simulator/study/results-directory.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <system_error>
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
            RefuseTwin(path, name, other->second);
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

std::size_t
GetGallerySize(const po::variables_map& values)
{
    return values.count("gallery") == 0
               ? 60
               : ParseWhole("gallery", values["gallery"].as<std::string>(), 0, 1000);
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

/// The head of a csv file and the rows of all runs.
template <typename WriteHeader>
std::vector<std::string>
Gather(const std::vector<FinishedRun>& finished, WriteHeader header, std::string RunOutput::*rows)
{
    std::ostringstream head;
    header(head);
    std::vector<std::string> parts = {head.str()};
    for (const FinishedRun& run : finished)
    {
        parts.push_back(run.output.*rows);
    }
    return parts;
}

void
WriteResults(const ResultsDirectory& results,
             const std::string& command,
             const std::vector<PlannedRun>& plan,
             const std::vector<FinishedRun>& finished)
{
    std::ostringstream runs;
    analysis::WriteRunsHeader(runs, {});
    for (const FinishedRun& run : finished)
    {
        analysis::WriteRunRow(runs, run.output.summary);
    }
    results.Write("runs.csv", {runs.str()});
    results.Write("samples.csv",
                  Gather(finished, analysis::WriteSamplesHeader, &RunOutput::samples));
    results.Write("links.csv", Gather(finished, analysis::WriteLinksHeader, &RunOutput::links));
    results.Write("nodes.csv", Gather(finished, analysis::WriteNodesHeader, &RunOutput::nodes));
    if (std::any_of(plan.begin(), plan.end(), [](const PlannedRun& run) {
            return !run.scenario->failures.empty();
        }))
    {
        results.Write("failures.csv",
                      Gather(finished, analysis::WriteFailuresHeader, &RunOutput::failures));
    }
    results.Write("gallery.json", {MakeGallery(finished)});
    results.Write("manifest.json", {MakeManifest(command, plan, finished)});
}

/// The page is made from the files, as `ddnnsim report` does it. What goes wrong with it does not
/// cost the results.
void
WriteReport(const ResultsDirectory& results, const std::filesystem::path& path)
{
    if (!CanMakeReport())
    {
        return;
    }
    try
    {
        results.Write("report.html", {MakeReportPage(results.GetFolder(), GetTitle(path))});
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

void
PrintSummary(const std::vector<FinishedRun>& finished)
{
    std::vector<analysis::RunSummary> summaries;
    summaries.reserve(finished.size());
    for (const FinishedRun& run : finished)
    {
        summaries.push_back(run.output.summary);
    }
    analysis::WriteSummaryTable(std::cout, summaries);
}

void
PrintWarnings(const std::vector<FinishedRun>& finished)
{
    for (const FinishedRun& run : finished)
    {
        const analysis::RunSummary& summary = run.output.summary;
        for (const std::string& warning : run.output.warnings)
        {
            std::cerr << "ddnnsim: warning: " << summary.scenario << ", run " << summary.run << ": "
                      << warning << '\n';
        }
    }
}

int
Simulate(const po::variables_map& values,
         const std::vector<std::string>& paths,
         const std::string& command)
{
    const unsigned jobs = GetJobs(values);
    std::vector<PlannedRun> plan = PlanAll(paths, GetList(values, "set"));
    ShareStories(plan, GetGallerySize(values));
    const std::filesystem::path path = GetResultsPath(values, paths, plan);
    const InterruptWatch watch;
    ResultsDirectory results(path);
    for (std::size_t i = 0; i < plan.size(); ++i)
    {
        plan[i].outputPrefix = results.GetRunPrefix(i + 1);
    }
    const std::vector<FinishedRun> finished =
        Execute(plan, jobs, watch, [&plan](std::size_t done) { ShowProgress(done, plan.size()); });
    WriteResults(results, command, plan, finished);
    WriteReport(results, path);
    InterruptWatch::Check();
    results.Commit();
    PrintWarnings(finished);
    PrintSummary(finished);
    PrintPlace(path);
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
        return Simulate(*values, paths, FormatShellLine("ddnnsim run", arguments));
    }
    catch (const RunFailure& failure)
    {
        std::cerr << "ddnnsim: " << failure.what() << "; no results written\n";
        return 1;
    }
    catch (const WriteFailure& failure)
    {
        std::cerr << failure.what() << "; no results written\n";
        return 1;
    }
    catch (const std::system_error& failure) // no process, pipe or memory left
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

const Command runCommand = {
    "run",
    "SCENARIO... [--set PATH=VALUE]... [--out DIR] [--jobs N] [--gallery N]",
    "Simulates scenarios and writes a results directory.",
    Run};

} // namespace simulator
