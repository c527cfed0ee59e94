// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/summary-table.h"

#include "analysis/number-format.h"
#include "analysis/statistics.h"
#include "analysis/table.h"

#include <algorithm>
#include <functional>

namespace analysis
{

namespace
{

/// The replications of one scenario with the same swept values.
struct Group
{
    std::string topology;
    std::vector<const RunSummary*> runs;
};

std::string
GetTopology(const RunSummary& run)
{
    std::string text = run.scenario;
    for (const std::string& value : run.sweptValues)
    {
        text += " " + value;
    }
    return text;
}

std::vector<Group>
MakeGroups(const std::vector<RunSummary>& runs)
{
    std::vector<Group> groups;
    for (const RunSummary& run : runs)
    {
        const std::string topology = GetTopology(run);
        auto group = std::find_if(groups.begin(), groups.end(), [&topology](const Group& other) {
            return other.topology == topology;
        });
        if (group == groups.end())
        {
            group = groups.insert(groups.end(), Group{topology, {}});
        }
        group->runs.push_back(&run);
    }
    return groups;
}

using Metric = std::function<std::optional<double>(const RunSummary&)>;

/// One column of numbers: the metric, and how it is shown.
struct MetricColumn
{
    const char* head;
    const char* unit;
    double factor; //!< from the unit of the metric to that of the column
    int digits;    //!< behind the decimal point
    Metric metric;
};

std::optional<double>
GetWireBytes(const RunSummary& run)
{
    return run.status == RunStatus::Done ? std::optional(static_cast<double>(run.wireBytes))
                                         : std::nullopt;
}

std::vector<MetricColumn>
GetMetricColumns()
{
    return {
        {"accuracy", "%", 100, 1, [](const RunSummary& run) { return run.accuracy; }},
        {"local", "%", 100, 1, [](const RunSummary& run) { return run.exitLocal; }},
        {"edge", "%", 100, 1, [](const RunSummary& run) { return run.exitEdge; }},
        {"cloud", "%", 100, 1, [](const RunSummary& run) { return run.exitCloud; }},
        {"lost", "%", 100, 1, [](const RunSummary& run) { return run.lost; }},
        {"p50", "ms", 1e-6, 2, [](const RunSummary& run) { return run.decisionLatencyP50; }},
        {"p95", "ms", 1e-6, 2, [](const RunSummary& run) { return run.decisionLatencyP95; }},
        {"payload", "B", 1, 1, [](const RunSummary& run) { return run.payloadBytes; }},
        {"wire", "B", 1, 0, GetWireBytes},
    };
}

/// The metric of every run of a group that has it, in the unit of the column.
std::vector<double>
GetValues(const Group& group, const MetricColumn& column)
{
    std::vector<double> values;
    for (const RunSummary* run : group.runs)
    {
        if (const std::optional<double> value = column.metric(*run))
        {
            values.push_back(*value * column.factor);
        }
    }
    return values;
}

std::vector<std::string>
MakeMeanRow(const Group& group, const std::vector<MetricColumn>& metrics)
{
    std::vector<std::string> cells = {group.topology};
    for (const MetricColumn& metric : metrics)
    {
        const std::vector<double> values = GetValues(group, metric);
        cells.push_back(values.empty() ? "-" : FormatFixed(Mean(values), metric.digits));
    }
    return cells;
}

std::vector<std::string>
MakeIntervalRow(const Group& group, const std::vector<MetricColumn>& metrics)
{
    std::vector<std::string> cells = {"  +-"};
    for (const MetricColumn& metric : metrics)
    {
        const std::vector<double> values = GetValues(group, metric);
        cells.push_back(values.size() < 2
                            ? "-"
                            : FormatFixed(StudentInterval(values).halfWidth, metric.digits));
    }
    return cells;
}

} // namespace

void
WriteSummaryTable(std::ostream& stream, const std::vector<RunSummary>& runs)
{
    const std::vector<MetricColumn> metrics = GetMetricColumns();
    std::vector<Table::Column> columns = {{"topology", "", Table::Align::Left}};
    for (const MetricColumn& metric : metrics)
    {
        columns.push_back({metric.head, metric.unit});
    }
    Table table(columns);
    bool replicated = false;
    for (const Group& group : MakeGroups(runs))
    {
        table.AddRow(MakeMeanRow(group, metrics));
        if (group.runs.size() > 1)
        {
            table.AddRow(MakeIntervalRow(group, metrics));
            replicated = true;
        }
    }
    table.Write(stream);
    stream << "\nShares of samples by exit; p50, p95: decision latency; payload: per device and\n"
              "sample; wire: all links.\n";
    if (replicated)
    {
        stream << "+-: half width of the 95 % confidence interval of the mean over replications.\n";
    }
}

} // namespace analysis
