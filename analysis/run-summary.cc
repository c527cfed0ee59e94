// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/run-summary.h"

#include "analysis/detection.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <array>
#include <map>

namespace analysis
{

namespace
{

/// What is counted over the samples of one run.
struct Tally
{
    std::size_t correct = 0;
    std::size_t local = 0;
    std::size_t edge = 0;
    std::size_t cloud = 0;
    std::size_t lost = 0;
    std::array<std::size_t, 5> lostBy = {}; //!< by LossReason
    std::size_t answerLost = 0;
    std::size_t fallback = 0;
    std::uint64_t payload = 0;
    std::uint32_t sites = 0;
    std::vector<std::int64_t> decisions; //!< latencies, in ns
    std::vector<std::int64_t> responses;
};

void
CountExit(Tally& tally, const SampleRecord& sample)
{
    tally.local += sample.exit == "local";
    tally.edge += sample.exit == "edge";
    tally.cloud += sample.exit == "cloud";
    tally.lost += sample.IsLost();
    tally.correct += sample.IsCorrect();
    if (sample.IsLost())
    {
        ++tally.lostBy.at(static_cast<std::size_t>(sample.lossReason));
    }
    tally.answerLost += !sample.IsLost() && !sample.responseLatency;
    tally.fallback += sample.isFallback;
}

Tally
Count(const std::vector<SampleRecord>& samples)
{
    Tally tally;
    for (const SampleRecord& sample : samples)
    {
        CountExit(tally, sample);
        tally.payload += sample.payloadBytes;
        tally.sites = std::max(tally.sites, sample.site);
        if (sample.decisionLatency)
        {
            tally.decisions.push_back(*sample.decisionLatency);
        }
        if (sample.responseLatency)
        {
            tally.responses.push_back(*sample.responseLatency);
        }
    }
    return tally;
}

std::optional<double>
Share(std::size_t part, std::size_t whole)
{
    if (whole == 0)
    {
        return std::nullopt;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

void
SetShares(RunSummary& summary, const Tally& tally)
{
    summary.accuracy = Share(tally.correct, summary.samples);
    summary.accuracyDecided = Share(tally.correct, summary.samples - tally.lost);
    summary.exitLocal = Share(tally.local, summary.samples);
    summary.exitEdge = Share(tally.edge, summary.samples);
    summary.exitCloud = Share(tally.cloud, summary.samples);
    summary.lost = Share(tally.lost, summary.samples);
}

void
SetLosses(RunSummary& summary, const Tally& tally)
{
    const auto share = [&](LossReason reason) {
        return Share(tally.lostBy.at(static_cast<std::size_t>(reason)), summary.samples);
    };
    summary.lostNoView = share(LossReason::NoView);
    summary.lostNoScores = share(LossReason::NoScores);
    summary.lostNoFeatures = share(LossReason::NoFeatures);
    summary.lostExpired = share(LossReason::Expired);
    summary.lostNodeOff = share(LossReason::NodeOff);
    summary.answerLost = Share(tally.answerLost, summary.samples);
    summary.fallback = Share(tally.fallback, summary.samples);
}

std::optional<double>
MissedDeadline(const RunRecord& run)
{
    if (!run.deadline)
    {
        return std::nullopt;
    }
    const auto missed = [&run](const SampleRecord& sample) {
        return !sample.responseLatency || *sample.responseLatency > *run.deadline;
    };
    const auto count = std::count_if(run.samples.begin(), run.samples.end(), missed);
    return Share(static_cast<std::size_t>(count), run.samples.size());
}

std::int64_t
FindFirstCapture(const std::vector<SampleRecord>& samples)
{
    const auto earlier = [](const SampleRecord& a, const SampleRecord& b) {
        return a.capture < b.capture;
    };
    return samples.empty() ? 0 : std::min_element(samples.begin(), samples.end(), earlier)->capture;
}

std::optional<double>
InferenceOutage(const RunRecord& run)
{
    struct Window
    {
        std::size_t captured = 0;
        std::size_t correct = 0;
    };

    if (!run.outageWindow)
    {
        return std::nullopt;
    }
    const std::int64_t first = FindFirstCapture(run.samples);
    std::map<std::int64_t, Window> windows;
    for (const SampleRecord& sample : run.samples)
    {
        Window& window = windows[(sample.capture - first) / *run.outageWindow];
        ++window.captured;
        window.correct += sample.IsCorrect();
    }
    const auto isOutage = [&run](const auto& entry) {
        return *Share(entry.second.correct, entry.second.captured) < run.outageAccuracy;
    };
    const auto outages = std::count_if(windows.begin(), windows.end(), isOutage);
    return Share(static_cast<std::size_t>(outages), windows.size());
}

std::uint64_t
SumLate(const std::vector<NodeRecord>& nodes)
{
    std::uint64_t late = 0;
    for (const NodeRecord& node : nodes)
    {
        late += node.late;
    }
    return late;
}

void
SetLatencies(RunSummary& summary, const Tally& tally)
{
    if (!tally.decisions.empty())
    {
        summary.decisionLatencyMean = Mean(tally.decisions);
        summary.decisionLatencyP50 = Percentile(tally.decisions, 50);
        summary.decisionLatencyP95 = Percentile(tally.decisions, 95);
        summary.decisionLatencyP99 = Percentile(tally.decisions, 99);
    }
    if (!tally.responses.empty())
    {
        summary.responseLatencyP50 = Percentile(tally.responses, 50);
    }
}

/// A sample is seen by the devices of its own site only.
std::optional<double>
MeanPayload(const Tally& tally, std::size_t samples, std::uint32_t devices)
{
    if (samples == 0 || devices == 0 || tally.sites == 0)
    {
        return std::nullopt;
    }
    const double devicesPerSite = static_cast<double>(devices) / tally.sites;
    return static_cast<double>(tally.payload) / (static_cast<double>(samples) * devicesPerSite);
}

/// What the samples cost: the warm-up does not grow with their number.
std::uint64_t
SumWireBytes(const std::vector<LinkRecord>& links)
{
    std::uint64_t total = 0;
    std::uint64_t warmUp = 0;
    for (const LinkRecord& link : links)
    {
        total += link.kind == "total" ? link.bytes : 0;
        warmUp += link.kind == "warmup" ? link.bytes : 0;
    }
    return total - warmUp;
}

double
SumEnergy(const std::vector<NodeRecord>& nodes)
{
    double joules = 0;
    for (const NodeRecord& node : nodes)
    {
        joules += node.energy.GetTotal();
    }
    return joules;
}

/// How long full batteries would last at the power that the nodes of a tier drew while they were
/// on: mean capacity / mean power.
std::optional<double>
EstimateBatteryLife(const std::vector<NodeRecord>& nodes, const std::string& tier)
{
    double batteries = 0;
    double capacity = 0;
    double joules = 0;
    double seconds = 0;
    for (const NodeRecord& node : nodes)
    {
        if (node.tier == tier && node.batteryJoules)
        {
            ++batteries;
            capacity += *node.batteryJoules;
            joules += node.energy.GetTotal();
            seconds += node.aliveSeconds;
        }
    }
    if (joules <= 0)
    {
        return std::nullopt;
    }
    return capacity / batteries * seconds / joules;
}

void
SetEnergy(RunSummary& summary, const std::vector<NodeRecord>& nodes, std::size_t correct)
{
    summary.energyJoules = SumEnergy(nodes);
    if (correct > 0)
    {
        summary.joulesPerCorrect = summary.energyJoules / static_cast<double>(correct);
    }
    summary.batteryLifeDevice = EstimateBatteryLife(nodes, "device");
    summary.batteryLifeGateway = EstimateBatteryLife(nodes, "gateway");
    summary.batteryLifeEdge = EstimateBatteryLife(nodes, "edge");
}

std::optional<double>
MeanOfAny(const std::vector<std::int64_t>& values)
{
    return values.empty() ? std::nullopt : std::optional(Mean(values));
}

void
SetDetection(RunSummary& summary, const RunRecord& run)
{
    std::vector<std::int64_t> detected;
    std::vector<std::int64_t> recovered;
    for (const Detection& detection : FindDetections(run))
    {
        if (detection.detected)
        {
            detected.push_back(*detection.detected);
        }
        if (detection.recovered)
        {
            recovered.push_back(*detection.recovered);
        }
    }
    summary.detect = MeanOfAny(detected);
    summary.recover = MeanOfAny(recovered);
}

} // namespace

RunSummary
Summarize(const RunRecord& run)
{
    RunSummary summary;
    summary.scenario = run.scenario;
    summary.run = run.run;
    summary.seed = run.seed;
    summary.replication = run.replication;
    summary.samples = run.samples.size();
    summary.events = run.events;
    const Tally tally = Count(run.samples);
    SetShares(summary, tally);
    SetLosses(summary, tally);
    summary.missedDeadline = MissedDeadline(run);
    summary.inferenceOutage = InferenceOutage(run);
    summary.late = SumLate(run.nodes);
    SetDetection(summary, run);
    SetLatencies(summary, tally);
    summary.payloadBytes = MeanPayload(tally, run.samples.size(), run.deviceCount);
    summary.wireBytes = SumWireBytes(run.links);
    SetEnergy(summary, run.nodes, tally.correct);
    return summary;
}

} // namespace analysis
