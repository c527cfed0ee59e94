// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/failure-phases.h"

#include <algorithm>
#include <unordered_map>

namespace analysis
{

namespace
{

using Samples = std::vector<const StudySample*>;

constexpr std::size_t before = 0;
constexpr std::size_t during = 1;
constexpr std::size_t after = 2;

std::size_t
FindPhase(const std::vector<StudyFailure>& failures, double capture)
{
    std::size_t phase = before;
    for (const StudyFailure& failure : failures)
    {
        if (failure.begin > capture)
        {
            break; // they are by begin
        }
        if (!failure.end || capture < *failure.end)
        {
            return during;
        }
        phase = after;
    }
    return phase;
}

template <typename Predicate>
std::optional<Estimate>
EstimatePercentage(const Samples& samples, Predicate predicate)
{
    const auto part = std::count_if(samples.begin(), samples.end(), predicate);
    return Scale(EstimateShare(static_cast<std::size_t>(part), samples.size()), 100);
}

std::optional<Estimate>
EstimateAccuracy(const Samples& samples)
{
    return EstimatePercentage(samples, [](const StudySample* one) { return one->IsCorrect(); });
}

std::optional<Estimate>
EstimateLost(const Samples& samples)
{
    return EstimatePercentage(samples,
                              [](const StudySample* one) { return one->exit == lostExit; });
}

template <unsigned percent>
std::optional<Estimate>
EstimateLatency(const Samples& samples)
{
    std::vector<double> latencies; // ms
    for (const StudySample* sample : samples)
    {
        if (sample->latency)
        {
            latencies.push_back(*sample->latency * 1e3);
        }
    }
    return latencies.empty() ? std::nullopt : std::optional(EstimatePercentile(latencies, percent));
}

std::optional<Estimate>
EstimateViewsMissing(const Samples& samples)
{
    std::vector<double> missing;
    missing.reserve(samples.size());
    for (const StudySample* sample : samples)
    {
        missing.push_back(sample->viewsMissing);
    }
    return EstimateMean(missing);
}

/// \param runs the samples of one phase, run by run
std::optional<Estimate>
EstimateOver(const std::vector<Samples>& runs, const PhaseMetric& metric)
{
    if (runs.size() == 1)
    {
        return runs.front().empty() ? std::nullopt : metric.estimate(runs.front());
    }
    std::vector<double> values;
    for (const Samples& samples : runs)
    {
        const auto estimate = samples.empty() ? std::nullopt : metric.estimate(samples);
        if (estimate)
        {
            values.push_back(estimate->value);
        }
    }
    return values.empty() ? std::nullopt : std::optional(EstimateFromRuns(values));
}

/// By phase and run.
using SortedSamples = std::array<std::vector<Samples>, phaseNames.size()>;

SortedSamples
SortSamples(const Variant& variant)
{
    SortedSamples sorted;
    sorted.fill(std::vector<Samples>(variant.runs.size()));
    std::unordered_map<std::uint32_t, std::size_t> places; // of runs
    for (const StudyRun& run : variant.runs)
    {
        places.emplace(run.run, places.size());
    }
    for (const StudySample& sample : variant.samples)
    {
        const std::size_t place = places.at(sample.run);
        const std::size_t phase = FindPhase(variant.runs[place].failures, sample.capture);
        sorted.at(phase)[place].push_back(&sample);
    }
    return sorted;
}

PhaseFigures
EstimatePhase(const std::vector<Samples>& runs)
{
    PhaseFigures phase;
    for (const Samples& samples : runs)
    {
        phase.samples += samples.size();
    }
    for (const PhaseMetric& metric : GetPhaseMetrics())
    {
        phase.figures.push_back(EstimateOver(runs, metric));
    }
    return phase;
}

bool
IsFailing(const Variant& variant)
{
    return std::any_of(variant.runs.begin(), variant.runs.end(), [](const StudyRun& run) {
        return !run.failures.empty();
    });
}

void
CountFailures(FailurePhases& phases, const Variant& variant)
{
    for (const StudyRun& run : variant.runs)
    {
        for (const StudyFailure& failure : run.failures)
        {
            ++phases.failures;
            phases.detected += failure.detected ? 1 : 0;
            phases.recovered += failure.recovered ? 1 : 0;
        }
    }
}

std::optional<Estimate>
EstimateColumn(const Variant& variant, const std::string& column)
{
    const std::vector<double> values = variant.GetMetric(column);
    return values.empty() ? std::nullopt : std::optional(EstimateFromRuns(values));
}

FigureCell
MakeCountCell(std::size_t part, std::size_t whole)
{
    FigureCell cell;
    cell.value = std::to_string(part) + " of " + std::to_string(whole);
    return cell;
}

FigureTable::Row
MakeRow(const std::string& variant, const FailurePhases& phases, std::size_t phase)
{
    FigureTable::Row row;
    row.names = {variant, phaseNames.at(phase)};
    const PhaseFigures& figures = phases.phases.at(phase);
    FigureCell samples;
    samples.value = std::to_string(figures.samples);
    row.cells.push_back(samples);
    for (std::size_t i = 0; i < figures.figures.size(); ++i)
    {
        row.cells.push_back(MakeCell(figures.figures[i], GetPhaseMetrics()[i].digits));
    }
    const bool isDuring = phase == during;
    row.cells.push_back(isDuring ? MakeCountCell(phases.detected, phases.failures) : FigureCell{});
    row.cells.push_back(isDuring ? MakeCell(phases.detect, 3) : FigureCell{});
    const bool isAfter = phase == after;
    row.cells.push_back(isAfter ? MakeCountCell(phases.recovered, phases.failures) : FigureCell{});
    row.cells.push_back(isAfter ? MakeCell(phases.recover, 3) : FigureCell{});
    return row;
}

} // namespace

const std::vector<PhaseMetric>&
GetPhaseMetrics()
{
    static const std::vector<PhaseMetric> metrics = {
        {"accuracy_percent", "Accuracy", "%", 1, EstimateAccuracy},
        {"lost_percent", "Lost", "%", 1, EstimateLost},
        {"latency_p50_ms", "Median latency", "ms", 2, EstimateLatency<50>},
        {"latency_p95_ms", "p95 latency", "ms", 2, EstimateLatency<95>},
        {"views_missing", "Views missing", "mean", 2, EstimateViewsMissing}};
    return metrics;
}

bool
HasFailures(const Study& study)
{
    return std::any_of(study.variants.begin(), study.variants.end(), IsFailing);
}

std::optional<FailurePhases>
FindFailurePhases(const Variant& variant)
{
    if (!IsFailing(variant))
    {
        return std::nullopt;
    }
    FailurePhases phases;
    CountFailures(phases, variant);
    const SortedSamples sorted = SortSamples(variant);
    for (std::size_t phase = 0; phase < sorted.size(); ++phase)
    {
        phases.phases.at(phase) = EstimatePhase(sorted.at(phase));
    }
    phases.detect = EstimateColumn(variant, "detect_s");
    phases.recover = EstimateColumn(variant, "recover_s");
    return phases;
}

FigureTable
MakePhaseTable(const Study& study, std::size_t most)
{
    FigureTable table;
    table.title = "Before, during and after failures";
    table.heads = {"variant", "captured"};
    table.columns.push_back({"Samples", "all runs"});
    for (const PhaseMetric& metric : GetPhaseMetrics())
    {
        table.columns.push_back({metric.title, metric.unit});
    }
    table.columns.push_back({"Suspected", "failures"});
    table.columns.push_back({"Time to suspect", "s"});
    table.columns.push_back({"Trusted again", "failures"});
    table.columns.push_back({"Time to trust again", "s"});
    std::size_t shown = 0;
    for (const Variant& variant : study.variants)
    {
        if (!IsFailing(variant))
        {
            continue;
        }
        if (shown++ >= most)
        {
            table.leftOut += phaseNames.size();
            continue;
        }
        const FailurePhases phases = FindFailurePhases(variant).value();
        for (std::size_t i = 0; i < phaseNames.size(); ++i)
        {
            table.rows.push_back(MakeRow(variant.label, phases, i));
        }
    }
    return table;
}

} // namespace analysis
