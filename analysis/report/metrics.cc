// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/metrics.h"

#include "analysis/number-format.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <stdexcept>

namespace analysis
{

namespace
{

/// The mean of a column of runs.csv over replications; of one run its value, with the interval that
/// `fromSamples` finds.
template <typename FromSamples>
std::optional<Estimate>
EstimateColumn(const Variant& variant,
               const std::string& column,
               double factor,
               FromSamples fromSamples)
{
    const std::vector<double> values = variant.GetMetric(column);
    if (values.empty())
    {
        return std::nullopt;
    }
    Estimate estimate = EstimateFromRuns(values);
    if (values.size() == 1 && !variant.samples.empty())
    {
        estimate = fromSamples(variant.samples);
        estimate.value = values.front();
    }
    return Scale(estimate, factor);
}

template <typename Predicate>
std::optional<Estimate>
EstimateShareOf(const Variant& variant, const std::string& column, Predicate predicate)
{
    return EstimateColumn(variant, column, 100, [&](const std::vector<StudySample>& samples) {
        const auto part = std::count_if(samples.begin(), samples.end(), predicate);
        return EstimateShare(static_cast<std::size_t>(part), samples.size());
    });
}

template <std::size_t exit>
std::optional<Estimate>
EstimateExit(const Variant& variant)
{
    const std::string column = exit == lostExit ? "lost" : std::string("exit_") + exitNames[exit];
    return EstimateShareOf(
        variant, column, [](const StudySample& sample) { return sample.exit == exit; });
}

std::optional<Estimate>
EstimateAccuracy(const Variant& variant)
{
    return EstimateShareOf(
        variant, "accuracy", [](const StudySample& sample) { return sample.IsCorrect(); });
}

template <unsigned percent>
std::optional<Estimate>
EstimateLatency(const Variant& variant)
{
    const std::string column = "decision_latency_p" + std::to_string(percent) + "_s";
    return EstimateColumn(variant, column, 1e3, [](const std::vector<StudySample>& samples) {
        std::vector<double> latencies;
        for (const StudySample& sample : samples)
        {
            if (sample.latency)
            {
                latencies.push_back(*sample.latency);
            }
        }
        return latencies.empty() ? Estimate{} : EstimatePercentile(latencies, percent);
    });
}

std::optional<Estimate>
EstimatePayload(const Variant& variant)
{
    return EstimateColumn(
        variant, "payload_bytes", 1, [&variant](const std::vector<StudySample>& samples) {
            std::vector<double> bytes;
            bytes.reserve(samples.size());
            for (const StudySample& sample : samples)
            {
                bytes.push_back(sample.payload);
            }
            const Estimate all = EstimateMean(bytes); // of all devices of a site
            const double one = variant.GetMetric("payload_bytes").front();
            return all.value > 0 ? Scale(all, one / all.value) : all;
        });
}

std::optional<double>
Find(const StudyRun& run, const std::string& column)
{
    const auto found = run.metrics.find(column);
    return found == run.metrics.end() ? std::nullopt : std::optional(found->second);
}

template <int factor>
std::optional<double>
FindScaled(const StudyRun& run, const std::string& column)
{
    const auto value = Find(run, column);
    return value ? std::optional(*value * factor) : std::nullopt;
}

std::optional<double>
Divide(const std::optional<double>& total, const std::optional<double>& by)
{
    return total && by && *by > 0 ? std::optional(*total / *by) : std::nullopt;
}

std::optional<double>
GetWire(const StudyRun& run)
{
    return Divide(Find(run, "wire_bytes"), Find(run, "samples"));
}

std::optional<double>
GetJoules(const StudyRun& run)
{
    const auto samples = Find(run, "samples");
    const auto accuracy = Find(run, "accuracy");
    return Divide(Find(run, "energy_j"),
                  samples && accuracy ? std::optional(*samples * *accuracy) : std::nullopt);
}

/// A sum over a run has no interval when there is but one run.
template <std::optional<double> (*ofRun)(const StudyRun&)>
std::optional<Estimate>
EstimateRatio(const Variant& variant)
{
    std::vector<double> values;
    for (const StudyRun& run : variant.runs)
    {
        if (const auto value = ofRun(run))
        {
            values.push_back(*value);
        }
    }
    return values.empty() ? std::nullopt : std::optional(EstimateFromRuns(values));
}

} // namespace

const std::vector<Metric>&
GetMetrics()
{
    static const std::vector<Metric> metrics = {
        {"accuracy_percent",
         "Accuracy",
         "%",
         1,
         EstimateAccuracy,
         [](const StudyRun& run) { return FindScaled<100>(run, "accuracy"); }},
        {"exit_local_percent",
         "Local exits",
         "%",
         1,
         EstimateExit<0>,
         [](const StudyRun& run) { return FindScaled<100>(run, "exit_local"); }},
        {"exit_edge_percent",
         "Edge exits",
         "%",
         1,
         EstimateExit<1>,
         [](const StudyRun& run) { return FindScaled<100>(run, "exit_edge"); }},
        {"exit_cloud_percent",
         "Cloud exits",
         "%",
         1,
         EstimateExit<2>,
         [](const StudyRun& run) { return FindScaled<100>(run, "exit_cloud"); }},
        {"lost_percent",
         "Lost",
         "%",
         1,
         EstimateExit<lostExit>,
         [](const StudyRun& run) { return FindScaled<100>(run, "lost"); }},
        {"latency_p50_ms",
         "Median latency",
         "ms",
         2,
         EstimateLatency<50>,
         [](const StudyRun& run) { return FindScaled<1000>(run, "decision_latency_p50_s"); }},
        {"latency_p95_ms",
         "p95 latency",
         "ms",
         2,
         EstimateLatency<95>,
         [](const StudyRun& run) { return FindScaled<1000>(run, "decision_latency_p95_s"); }},
        {"payload_bytes",
         "Payload per device and sample",
         "B",
         1,
         EstimatePayload,
         [](const StudyRun& run) { return Find(run, "payload_bytes"); }},
        {"wire_bytes_per_sample", "Wire bytes per sample", "B", 0, EstimateRatio<GetWire>, GetWire},
        {"joules_per_correct",
         "Energy per correct answer",
         "J",
         3,
         EstimateRatio<GetJoules>,
         GetJoules}};
    return metrics;
}

const Metric&
GetMetric(const std::string& name)
{
    for (const Metric& metric : GetMetrics())
    {
        if (metric.name == name)
        {
            return metric;
        }
    }
    throw std::out_of_range("no metric " + name);
}

AxisScale
ChooseScale(const Metric& metric, double lowest, double highest)
{
    return metric.unit == std::string("%") ? AxisScale::Linear : ChooseScale(lowest, highest);
}

std::string
FormatValue(const Metric& metric, double value)
{
    return FormatFixed(value, metric.digits) + " " + metric.unit;
}

std::string
FormatInterval(const Metric& metric, const Estimate& estimate)
{
    if (!estimate.low || !estimate.high)
    {
        return "";
    }
    return FormatFixed(*estimate.low, metric.digits) + " to " + FormatValue(metric, *estimate.high);
}

} // namespace analysis
