// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/run-columns.h"

#include "analysis/number-format.h"

#include <algorithm>
#include <cstdlib>

namespace analysis
{

namespace
{

template <auto Member>
std::string
Count(const RunSummary& run)
{
    return std::to_string(run.*Member);
}

template <auto Member>
std::string
Number(const RunSummary& run)
{
    const std::optional<double> value = run.*Member;
    return value ? FormatNumber(*value) : "";
}

/// Of whole nanoseconds.
template <auto Member>
std::string
Seconds(const RunSummary& run)
{
    const std::optional<std::int64_t> value = run.*Member;
    return value ? FormatSeconds(*value) : "";
}

/// Of a mean of nanoseconds.
template <auto Member>
std::string
MeanSeconds(const RunSummary& run)
{
    const std::optional<double> value = run.*Member;
    return value ? FormatNumber(*value / 1e9) : "";
}

template <auto Member>
std::string
Hours(const RunSummary& run)
{
    const std::optional<double> value = run.*Member;
    return value ? FormatNumber(*value / 3600) : "";
}

} // namespace

const std::vector<RunColumn>&
GetRunColumns()
{
    static const std::vector<RunColumn> columns = {
        {"samples", Count<&RunSummary::samples>},
        {"accuracy", Number<&RunSummary::accuracy>},
        {"accuracy_decided", Number<&RunSummary::accuracyDecided>},
        {"exit_local", Number<&RunSummary::exitLocal>},
        {"exit_edge", Number<&RunSummary::exitEdge>},
        {"exit_cloud", Number<&RunSummary::exitCloud>},
        {"lost", Number<&RunSummary::lost>},
        {"decision_latency_mean_s", MeanSeconds<&RunSummary::decisionLatencyMean>},
        {"decision_latency_p50_s", Seconds<&RunSummary::decisionLatencyP50>},
        {"decision_latency_p95_s", Seconds<&RunSummary::decisionLatencyP95>},
        {"decision_latency_p99_s", Seconds<&RunSummary::decisionLatencyP99>},
        {"response_latency_p50_s", Seconds<&RunSummary::responseLatencyP50>},
        {"payload_bytes", Number<&RunSummary::payloadBytes>},
        {"wire_bytes", Count<&RunSummary::wireBytes>},
        {"energy_j", Number<&RunSummary::energyJoules>},
        {"events", Count<&RunSummary::events>},
        {"joules_per_correct", Number<&RunSummary::joulesPerCorrect>},
        {"battery_life_device_h", Hours<&RunSummary::batteryLifeDevice>},
        {"battery_life_gateway_h", Hours<&RunSummary::batteryLifeGateway>},
        {"battery_life_edge_h", Hours<&RunSummary::batteryLifeEdge>},
        {"lost_no_view", Number<&RunSummary::lostNoView>},
        {"lost_no_scores", Number<&RunSummary::lostNoScores>},
        {"lost_no_features", Number<&RunSummary::lostNoFeatures>},
        {"lost_expired", Number<&RunSummary::lostExpired>},
        {"lost_node_off", Number<&RunSummary::lostNodeOff>},
        {"answer_lost", Number<&RunSummary::answerLost>},
        {"fallback_share", Number<&RunSummary::fallback>},
        {"missed_deadline", Number<&RunSummary::missedDeadline>},
        {"inference_outage", Number<&RunSummary::inferenceOutage>},
        {"late", Count<&RunSummary::late>},
        {"detect_s", MeanSeconds<&RunSummary::detect>},
        {"recover_s", MeanSeconds<&RunSummary::recover>}};
    return columns;
}

const RunColumn*
FindRunColumn(const std::string& name)
{
    const std::vector<RunColumn>& columns = GetRunColumns();
    const auto column = std::find_if(
        columns.begin(), columns.end(), [&name](const RunColumn& one) { return one.name == name; });
    return column == columns.end() ? nullptr : &*column;
}

std::optional<double>
GetValue(const RunColumn& column, const RunSummary& run)
{
    const std::string text = run.status == RunStatus::Done ? column.format(run) : "";
    return text.empty() ? std::nullopt : std::optional(std::strtod(text.c_str(), nullptr));
}

} // namespace analysis
