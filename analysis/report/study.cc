// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/study.h"

#include "analysis/report/study-failures.h"
#include "analysis/report/study-samples.h"
#include "analysis/report/variant-labels.h"

#include <algorithm>
#include <set>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Of the scenarios in the manifest, by the first of their runs.
std::map<double, const json*>
SortDescriptions(const json& manifest)
{
    std::map<double, const json*> descriptions;
    const auto scenarios = manifest.find("scenarios");
    if (scenarios == manifest.end() || !scenarios->is_array())
    {
        return descriptions;
    }
    for (const json& description : *scenarios)
    {
        if (description.is_object())
        {
            descriptions.emplace(description.value("first_run", 0.0), &description);
        }
    }
    return descriptions;
}

std::map<std::string, std::string>
GetSettings(const json& description)
{
    std::map<std::string, std::string> settings;
    if (description.is_object())
    {
        const json values = description.value("settings", json::object()); // outlives the loop
        for (const auto& [path, value] : values.items())
        {
            settings[path] = value.is_string() ? value.get<std::string>() : value.dump();
        }
    }
    return settings;
}

/// Swept paths: they stand behind the replication and before the first metric, `samples`.
std::vector<std::string>
GetSweptColumns(const std::vector<std::string>& columns)
{
    const auto samples = std::find(columns.begin(), columns.end(), "samples");
    const auto replication = std::find(columns.begin(), samples, "replication");
    return replication == samples ? std::vector<std::string>{}
                                  : std::vector<std::string>(std::next(replication), samples);
}

/// Scenario and swept values: what makes runs replications of each other.
std::string
NameVariant(const CsvTable& runs, std::size_t row, const std::vector<std::string>& swept)
{
    std::string name(runs.GetText(row, "scenario"));
    for (const std::string& column : swept)
    {
        name.append(", ").append(column).append(" ").append(runs.GetText(row, column));
    }
    return name;
}

/// \param descriptions of scenarios, by the first of their runs
Variant
StartVariant(const CsvTable& runs,
             std::size_t row,
             const std::vector<std::string>& swept,
             const std::map<double, const json*>& descriptions)
{
    Variant variant;
    variant.name = NameVariant(runs, row, swept);
    variant.scenario = runs.GetText(row, "scenario");
    const auto description = descriptions.find(runs.GetRequired(row, "run"));
    variant.description = description == descriptions.end() ? json() : *description->second;
    variant.settings = GetSettings(variant.description);
    for (const std::string& column : swept)
    {
        const std::string value(runs.GetText(row, column));
        variant.swept.emplace_back(column, value);
        variant.settings[column] = value;
    }
    return variant;
}

/// Columns of runs.csv that hold no numbers.
const std::set<std::string> texts = {"scenario", "status", "error", "log"};

/// Columns that hold metrics.
std::vector<std::string>
GetMetricColumns(const CsvTable& runs, const std::vector<std::string>& swept)
{
    std::vector<std::string> metrics;
    for (const std::string& column : runs.GetColumns())
    {
        if (texts.count(column) == 0 &&
            std::find(swept.begin(), swept.end(), column) == swept.end())
        {
            metrics.push_back(column);
        }
    }
    return metrics;
}

StudyRun
MakeRun(const CsvTable& runs, std::size_t row, const std::vector<std::string>& metrics)
{
    StudyRun run;
    run.run = static_cast<std::uint32_t>(runs.GetRequired(row, "run"));
    run.seed = runs.GetText(row, "seed");
    run.replication = runs.GetText(row, "replication");
    for (const std::string& column : metrics)
    {
        if (const auto value = runs.GetNumber(row, column))
        {
            run.metrics[column] = *value;
        }
    }
    return run;
}

void
AddRuns(Study& study)
{
    const CsvTable& runs = *study.results.runs;
    const std::vector<std::string> swept = GetSweptColumns(runs.GetColumns());
    const std::vector<std::string> metrics = GetMetricColumns(runs, swept);
    const auto descriptions = SortDescriptions(study.results.manifest);
    std::unordered_map<std::string, std::size_t> places; // of variants, by name
    for (std::size_t row = 0; row < runs.GetRowCount(); ++row)
    {
        if (runs.GetText(row, "status") == "failed")
        {
            ++study.failedRuns;
            continue;
        }
        const auto [place, isNew] =
            places.emplace(NameVariant(runs, row, swept), study.variants.size());
        if (isNew)
        {
            study.variants.push_back(StartVariant(runs, row, swept, descriptions));
        }
        std::vector<StudyRun>& ours = study.variants[place->second].runs;
        ours.push_back(MakeRun(runs, row, metrics));
        study.owners[ours.back().run] = place->second;
    }
}

std::string
JoinNames(const std::vector<Variant>& variants)
{
    constexpr std::size_t shown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(shown, variants.size()); ++i)
    {
        const bool isLast = i + 1 == variants.size();
        text += (i == 0 ? "" : isLast ? " and " : ", ") + variants[i].label;
    }
    return text + (variants.size() > shown
                       ? " and " + std::to_string(variants.size() - shown) + " more"
                       : "");
}

std::string
MakeQuestion(const std::vector<Variant>& variants)
{
    if (variants.size() == 1)
    {
        return "How good, how fast and how costly is " + variants.front().name + "?";
    }
    if (!variants.empty() && !variants.front().swept.empty())
    {
        std::string paths;
        for (const auto& [path, value] : variants.front().swept)
        {
            paths += (paths.empty() ? "" : " and ") + path;
        }
        return "What do accuracy, latency and traffic owe to " + paths + "?";
    }
    return "How do " + JoinNames(variants) + " compare in accuracy, latency and traffic?";
}

} // namespace

std::vector<double>
Variant::GetMetric(const std::string& column) const
{
    std::vector<double> values;
    for (const StudyRun& run : runs)
    {
        const auto found = run.metrics.find(column);
        if (found != run.metrics.end())
        {
            values.push_back(found->second);
        }
    }
    return values;
}

std::size_t
Study::CountSamples() const
{
    std::size_t count = 0;
    for (const Variant& variant : variants)
    {
        count += variant.samples.size();
    }
    return count;
}

std::size_t
Study::CountShown() const
{
    constexpr std::size_t most = 40;
    return std::min(most, variants.size());
}

std::vector<std::size_t>
FindRows(const RunRows& rows, const Variant& variant)
{
    std::vector<std::size_t> all;
    for (const StudyRun& run : variant.runs)
    {
        const std::vector<std::size_t>& ours = rows.Find(run.run);
        all.insert(all.end(), ours.begin(), ours.end());
    }
    return all;
}

Study
MakeStudy(const std::string& title, Results results)
{
    Study study;
    study.title = title;
    study.results = std::move(results);
    AddRuns(study);
    if (study.variants.empty())
    {
        throw ReadFailure("runs.csv: holds no run that is done, expected at least one");
    }
    LabelVariants(study.variants);
    AddSamples(study);
    study.results.samples.reset(); // the largest of all; the variants have them now
    AddFailures(study);
    study.linkRows = RunRows(*study.results.links);
    study.nodeRows = RunRows(*study.results.nodes);
    study.question = MakeQuestion(study.variants);
    if (study.failedRuns > 0)
    {
        study.question +=
            " Runs that failed and are in no figure: " + std::to_string(study.failedRuns) + ".";
    }
    return study;
}

} // namespace analysis
