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

Estimate
Scale(Estimate estimate, double factor)
{
    estimate.value *= factor;
    for (std::optional<double>* bound : {&estimate.low, &estimate.high})
    {
        if (*bound)
        {
            **bound *= factor;
        }
    }
    return estimate;
}

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

/// A sum over a run has no interval when there is but one run.
template <typename Divisor>
std::optional<Estimate>
EstimateRatio(const Variant& variant, const std::string& column, Divisor divisor)
{
    std::vector<double> values;
    for (const StudyRun& run : variant.runs)
    {
        const auto total = run.metrics.find(column);
        const double by = divisor(run.metrics);
        if (total != run.metrics.end() && by > 0)
        {
            values.push_back(total->second / by);
        }
    }
    return values.empty() ? std::nullopt : std::optional(EstimateFromRuns(values));
}

double
Get(const std::map<std::string, double>& metrics, const std::string& name)
{
    const auto found = metrics.find(name);
    return found == metrics.end() ? 0 : found->second;
}

std::optional<Estimate>
EstimateWire(const Variant& variant)
{
    return EstimateRatio(
        variant, "wire_bytes", [](const auto& metrics) { return Get(metrics, "samples"); });
}

std::optional<Estimate>
EstimateJoules(const Variant& variant)
{
    return EstimateRatio(variant, "energy_j", [](const auto& metrics) {
        return Get(metrics, "samples") * Get(metrics, "accuracy");
    });
}

} // namespace

const std::vector<Metric>&
GetMetrics()
{
    static const std::vector<Metric> metrics = {
        {"accuracy_percent", "Accuracy", "%", 1, EstimateAccuracy},
        {"exit_local_percent", "Local exits", "%", 1, EstimateExit<0>},
        {"exit_edge_percent", "Edge exits", "%", 1, EstimateExit<1>},
        {"exit_cloud_percent", "Cloud exits", "%", 1, EstimateExit<2>},
        {"lost_percent", "Lost", "%", 1, EstimateExit<lostExit>},
        {"latency_p50_ms", "Latency, median", "ms", 2, EstimateLatency<50>},
        {"latency_p95_ms", "Latency, p95", "ms", 2, EstimateLatency<95>},
        {"payload_bytes", "Payload per device and sample", "B", 1, EstimatePayload},
        {"wire_bytes_per_sample", "On the wire per sample", "B", 0, EstimateWire},
        {"joules_per_correct", "Energy per correct answer", "J", 3, EstimateJoules}};
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
