// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/study.h"

#include "analysis/report/study-failures.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Of the scenario of a variant, by the first of its runs.
json
FindDescription(const json& manifest, double run)
{
    for (const json& description : manifest.value("scenarios", json::array()))
    {
        if (description.is_object() && description.value("first_run", 0.0) == run)
        {
            return description;
        }
    }
    return nullptr;
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

Variant
StartVariant(const Results& results, std::size_t row)
{
    Variant variant;
    variant.scenario = results.runs->GetText(row, "scenario");
    variant.description = FindDescription(results.manifest, results.runs->GetRequired(row, "run"));
    variant.settings = GetSettings(variant.description);
    variant.name = variant.scenario;
    for (const std::string& column : GetSweptColumns(results.runs->GetColumns()))
    {
        const std::string value(results.runs->GetText(row, column));
        variant.swept.emplace_back(column, value);
        variant.settings[column] = value;
        variant.name.append(", ").append(column).append(" ").append(value);
    }
    return variant;
}

/// Columns of runs.csv that hold no numbers.
const std::set<std::string> texts = {"scenario", "status", "error", "log"};

StudyRun
MakeRun(const CsvTable& runs, std::size_t row)
{
    const std::vector<std::string> swept = GetSweptColumns(runs.GetColumns());
    StudyRun run;
    run.run = static_cast<std::uint32_t>(runs.GetRequired(row, "run"));
    for (const std::string& column : runs.GetColumns())
    {
        const bool isMetric = texts.count(column) == 0 &&
                              std::find(swept.begin(), swept.end(), column) == swept.end();
        const auto value = isMetric ? runs.GetNumber(row, column) : std::nullopt;
        if (value)
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
    for (std::size_t row = 0; row < runs.GetRowCount(); ++row)
    {
        if (runs.GetText(row, "status") == "failed")
        {
            ++study.failedRuns;
            continue;
        }
        Variant variant = StartVariant(study.results, row);
        auto place =
            std::find_if(study.variants.begin(),
                         study.variants.end(),
                         [&variant](const Variant& other) { return other.name == variant.name; });
        if (place == study.variants.end())
        {
            place = study.variants.insert(place, std::move(variant));
        }
        place->runs.push_back(MakeRun(runs, row));
    }
}

std::size_t
FindExit(std::string_view name)
{
    const auto place = std::find(exitNames.begin(), exitNames.end(), name);
    return place == exitNames.end() ? lostExit
                                    : static_cast<std::size_t>(place - exitNames.begin());
}

StudySample
ReadSample(const CsvTable& table, std::size_t row)
{
    StudySample sample;
    sample.run = static_cast<std::uint32_t>(table.GetRequired(row, "run"));
    sample.site = static_cast<std::uint32_t>(table.GetNumber(row, "site").value_or(1));
    sample.sample = static_cast<std::uint32_t>(table.GetNumber(row, "sample").value_or(0));
    sample.capture = table.GetRequired(row, "capture_s");
    sample.label = static_cast<int>(table.GetRequired(row, "label"));
    sample.prediction = static_cast<int>(table.GetNumber(row, "prediction").value_or(-1));
    sample.exit = FindExit(table.GetText(row, "exit"));
    sample.entropyLocal = table.GetNumber(row, "entropy_local");
    sample.entropyEdge = table.GetNumber(row, "entropy_edge");
    sample.latency = table.GetNumber(row, "decision_latency_s");
    sample.compute = table.GetNumber(row, "compute_s").value_or(0);
    sample.queue = table.GetNumber(row, "queue_s").value_or(0);
    sample.network = table.GetNumber(row, "network_s").value_or(0);
    sample.wait = table.GetNumber(row, "wait_s").value_or(0);
    sample.payload = table.GetNumber(row, "payload_bytes").value_or(0);
    sample.viewsMissing = table.GetNumber(row, "views_missing").value_or(0);
    return sample;
}

void
AddSamples(Study& study)
{
    std::map<std::uint32_t, Variant*> owners; // by run
    for (Variant& variant : study.variants)
    {
        for (const StudyRun& run : variant.runs)
        {
            owners[run.run] = &variant;
        }
    }
    const CsvTable& table = *study.results.samples;
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        const StudySample sample = ReadSample(table, row);
        const auto owner = owners.find(sample.run);
        if (owner == owners.end())
        {
            throw ReadFailure("samples.csv:" + std::to_string(row + 2) + ": run " +
                              std::to_string(sample.run) + " is not in runs.csv");
        }
        owner->second->samples.push_back(sample);
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
        text += (i == 0 ? "" : isLast ? " and " : ", ") + variants[i].name;
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

bool
StudySample::IsCorrect() const
{
    return exit != lostExit && prediction == label;
}

bool
Variant::HasRun(std::uint32_t run) const
{
    return std::any_of(
        runs.begin(), runs.end(), [run](const StudyRun& one) { return one.run == run; });
}

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
    AddSamples(study);
    AddFailures(study);
    study.question = MakeQuestion(study.variants);
    if (study.failedRuns > 0)
    {
        study.question +=
            " Runs that failed and are in no figure: " + std::to_string(study.failedRuns) + ".";
    }
    return study;
}

} // namespace analysis
