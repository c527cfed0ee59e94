// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/timeline.h"

#include "analysis/statistics.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace analysis
{

namespace
{

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

/// How many nodes of one tier are on, over time.
class AliveCurve
{
  public:
    AliveCurve(const RunRecord& run, const std::string& tier)
    {
        m_nodes = std::count_if(run.nodes.begin(), run.nodes.end(), [&](const NodeRecord& node) {
            return node.tier == tier;
        });
        std::int64_t alive = m_nodes;
        for (const SwitchRecord& one : run.switches)
        {
            if (one.tier == tier)
            {
                alive += one.to == SwitchRecord::To::On ? 1 : -1;
                m_steps.emplace_back(one.time, alive);
            }
        }
    }

    /// Mean from one time to another; at a time, if they are the same.
    std::optional<double> GetMean(std::int64_t from, std::int64_t to) const
    {
        if (m_nodes == 0)
        {
            return std::nullopt;
        }
        // The first step behind the beginning.
        auto step = std::upper_bound(
            m_steps.begin(), m_steps.end(), from, [](std::int64_t time, const auto& other) {
                return time < other.first;
            });
        std::int64_t alive = step == m_steps.begin() ? m_nodes : std::prev(step)->second;
        std::int64_t at = from;
        std::int64_t sum = 0; // nodes x ns
        for (; step != m_steps.end() && step->first < to; ++step)
        {
            sum += alive * (step->first - at);
            std::tie(at, alive) = *step;
        }
        sum += alive * (to - at);
        return to > from ? static_cast<double>(sum) / static_cast<double>(to - from)
                         : static_cast<double>(alive);
    }

  private:
    std::int64_t m_nodes = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_steps; //!< time, nodes from then on
};

/// The samples captured in one second.
struct Captured
{
    std::size_t samples = 0;
    std::size_t correct = 0;
    std::size_t lost = 0;
    std::vector<std::int64_t> latencies; //!< ns
};

/// By second.
std::map<std::int64_t, Captured>
SortCaptures(const RunRecord& run)
{
    std::map<std::int64_t, Captured> seconds;
    for (const SampleRecord& sample : run.samples)
    {
        Captured& second = seconds[(sample.capture - run.firstCapture) / nanosecondsPerSecond];
        ++second.samples;
        second.correct += sample.IsCorrect() ? 1 : 0;
        second.lost += sample.IsLost() ? 1 : 0;
        if (sample.decisionLatency)
        {
            second.latencies.push_back(*sample.decisionLatency);
        }
    }
    return seconds;
}

void
SetSamples(TimelineRow& row, const Captured& captured)
{
    const auto samples = static_cast<double>(captured.samples);
    row.samples = captured.samples;
    row.accuracy = static_cast<double>(captured.correct) / samples;
    row.lost = static_cast<double>(captured.lost) / samples;
    if (!captured.latencies.empty())
    {
        row.decisionLatencyMean = Mean(captured.latencies);
        row.decisionLatencyP95 = Percentile(captured.latencies, 95);
    }
}

/// Rows of what was captured, sent and switched; by second.
std::map<std::int64_t, TimelineRow>
MakeRows(const RunRecord& run)
{
    std::map<std::int64_t, TimelineRow> rows;
    for (const auto& [second, captured] : SortCaptures(run))
    {
        SetSamples(rows[second], captured);
    }
    for (const TrafficRecord& traffic : run.traffic)
    {
        rows[traffic.second].wireBytes = traffic.wireBytes;
        rows[traffic.second].payloadBytes = traffic.payloadBytes;
    }
    for (const SwitchRecord& one : run.switches)
    {
        if (one.time >= run.firstCapture && one.time < run.end)
        {
            rows[(one.time - run.firstCapture) / nanosecondsPerSecond]; // there, if with nothing
        }
    }
    return rows;
}

} // namespace

std::vector<TimelineRow>
MakeTimeline(const RunRecord& run)
{
    const AliveCurve devices(run, "device");
    const AliveCurve gateways(run, "gateway");
    const AliveCurve edges(run, "edge");
    const AliveCurve cloud(run, "cloud");
    std::vector<TimelineRow> timeline;
    for (auto& [second, row] : MakeRows(run))
    {
        row.second = second;
        row.begin = run.firstCapture + second * nanosecondsPerSecond;
        const std::int64_t end = std::clamp(run.end, row.begin, row.begin + nanosecondsPerSecond);
        row.devicesAlive = devices.GetMean(row.begin, end);
        row.gatewaysAlive = gateways.GetMean(row.begin, end);
        row.edgesAlive = edges.GetMean(row.begin, end);
        row.cloudAlive = cloud.GetMean(row.begin, end);
        timeline.push_back(row);
    }
    return timeline;
}

} // namespace analysis
