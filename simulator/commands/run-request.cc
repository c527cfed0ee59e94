// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/run-request.h"

#include "nn/input-error.h"
#include "simulator/commands/ns3-options.h"
#include "simulator/commands/options.h"
#include "simulator/commands/run-command.h"
#include "simulator/commands/scenario-options.h"
#include "simulator/commands/shell-line.h"
#include "simulator/commands/whole-number.h"
#include "simulator/run/ns3-environment.h"
#include "simulator/scenario/text.h"
#include "simulator/study/gallery.h"
#include "simulator/study/plan-table.h"
#include "simulator/study/repetition.h"
#include "simulator/study/study-planner.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
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
    AddScenarioOptions(options);
    AddNs3Options(options);
    options.add_options()(
        "out",
        po::value<std::string>()->value_name("DIR"),
        "results directory; default: results/ and the name of the scenario, or of "
        "the folder of several");
    options.add_options()("force", "replace the results that are there");
    options.add_options()("shard",
                          po::value<std::string>()->value_name("NUMBER/COUNT"),
                          "do every COUNTth run only; `ddnnsim merge` puts the parts together");
    options.add_options()("until",
                          po::value<std::string>()->value_name("METRIC=WIDTH"),
                          "add replications until the half width of the 95 % confidence interval "
                          "of a column of runs.csv is that small in every variant");
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
    options.add_options()("dry-run", "print what would be simulated, and write nothing");
    return options;
}

/// Repeats what a manifest says, and nothing else.
/// \param changes what the user asked for that would be something else
StudyPlan
Repeat(const std::string& manifest,
       const std::vector<std::string>& changes,
       std::vector<std::string>& warnings)
{
    if (!changes.empty())
    {
        throw nn::InputError("ddnnsim run: " + Quote(changes.front()) +
                             " would change what the manifest repeats, expected a scenario file");
    }
    const RecordedStudy study = ReadManifest(manifest);
    const std::vector<std::string> differences = FindDifferences(study);
    warnings.insert(warnings.end(), differences.begin(), differences.end());
    return PlanRepetition(study);
}

/// \param until text of the option, empty without it
StudyPlan
Plan(const StudyRequest& request, const std::string& until, std::vector<std::string>& warnings)
{
    const auto manifest = std::find_if(request.paths.begin(), request.paths.end(), IsManifest);
    if (manifest == request.paths.end())
    {
        return PlanStudy(request);
    }
    if (request.paths.size() > 1)
    {
        throw nn::InputError("ddnnsim run: " + *manifest +
                             " among others, expected a manifest alone");
    }
    std::vector<std::string> changes = request.settings;
    changes.insert(changes.end(), request.sweeps.begin(), request.sweeps.end());
    if (!until.empty())
    {
        changes.push_back("--until " + until);
    }
    return Repeat(*manifest, changes, warnings);
}

/// Replications are counted by their numbers then.
void
CheckFirstReplication(const StudyPlan& plan)
{
    for (const PlannedRun& run : plan.runs)
    {
        if (run.scenario->rngRun != 1)
        {
            throw nn::InputError(GetPlace(*run.scenario, "rng_run") +
                                 ": rng_run: is not 1, expected 1 with --until");
        }
    }
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
    if (IsManifest(paths.front()))
    {
        return GetRepetitionPath(paths.front());
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

/// "2/3": the second of three parts.
Shard
GetShard(const po::variables_map& values)
{
    if (values.count("shard") == 0)
    {
        return {};
    }
    const auto text = values["shard"].as<std::string>();
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
    {
        throw nn::InputError("--shard " + Quote(text) + ": expected NUMBER/COUNT, such as 1/3");
    }
    const std::size_t count = ParseWhole("shard", text.substr(slash + 1), 1, 1000000);
    return {ParseWhole("shard", text.substr(0, slash), 1, count), count};
}

} // namespace

std::optional<RunRequest>
ParseRunRequest(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(runCommand, MakeOptions(), RemoveAttributeOptions(arguments));
    if (!values)
    {
        return std::nullopt;
    }
    const std::vector<std::string> paths = GetOperands(*values);
    if (paths.empty())
    {
        throw nn::InputError("ddnnsim run: no scenario given, expected at least one");
    }
    RunRequest request;
    request.warnings = CheckNs3Environment();
    request.jobs = GetJobs(*values);
    request.timeoutSeconds = GetTimeout(*values);
    request.earlier = GetEarlier(*values);
    request.shard = GetShard(*values);
    const std::string until =
        values->count("until") > 0 ? (*values)["until"].as<std::string>() : "";
    if (values->count("until") > 0)
    {
        request.until = ParsePrecision(until);
    }
    if (request.until && request.shard.count > 1)
    {
        throw nn::InputError("ddnnsim run: --until needs all runs, expected it without --shard");
    }
    request.command = FormatShellLine("ddnnsim run", arguments);
    const std::size_t gallery = GetGallerySize(*values);
    request.plan = Plan({paths, GetAllSettings(arguments, *values), GetList(*values, "sweep")},
                        until,
                        request.warnings);
    if (request.until)
    {
        CheckFirstReplication(request.plan);
    }
    request.directory = GetResultsPath(*values, paths, request.plan);
    if (values->count("dry-run") > 0)
    {
        WritePlan(std::cout, request.plan, request.shard);
        return std::nullopt;
    }
    ShareStories(request.plan.runs, gallery);
    return request;
}

} // namespace simulator
