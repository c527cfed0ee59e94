// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/summary-table.h"

#include "analysis/fitted-table.h"
#include "analysis/number-format.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace analysis
{

namespace
{

/// More variants than this are not shown.
constexpr std::size_t mostVariants = 40;

/// The replications of one scenario with the same swept values.
struct Group
{
    std::string scenario;
    std::vector<std::string> sweptValues;
    std::vector<const RunSummary*> runs;
};

std::vector<Group>
MakeGroups(const std::vector<RunSummary>& runs)
{
    std::vector<Group> groups;
    std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> places;
    for (const RunSummary& run : runs)
    {
        const auto [place, isNew] =
            places.try_emplace({run.scenario, run.sweptValues}, groups.size());
        if (isNew)
        {
            groups.push_back({run.scenario, run.sweptValues, {}});
        }
        groups[place->second].runs.push_back(&run);
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
    int rank;      //!< see FittedColumn, if something is swept
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
        {"accuracy", "%", 100, 1, 1, [](const RunSummary& run) { return run.accuracy; }},
        {"local", "%", 100, 1, 5, [](const RunSummary& run) { return run.exitLocal; }},
        {"edge", "%", 100, 1, 6, [](const RunSummary& run) { return run.exitEdge; }},
        {"cloud", "%", 100, 1, 8, [](const RunSummary& run) { return run.exitCloud; }},
        {"lost", "%", 100, 1, 4, [](const RunSummary& run) { return run.lost; }},
        {"p50", "ms", 1e-6, 2, 2, [](const RunSummary& run) { return run.decisionLatencyP50; }},
        {"p95", "ms", 1e-6, 2, 3, [](const RunSummary& run) { return run.decisionLatencyP95; }},
        {"payload", "B", 1, 1, 7, [](const RunSummary& run) { return run.payloadBytes; }},
        {"wire", "B", 1, 0, 9, GetWireBytes},
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

/// The mean of each group and, below it if it has several runs, the half width of its interval.
std::vector<std::string>
MakeCells(const std::vector<Group>& groups, const MetricColumn& column)
{
    std::vector<std::string> cells;
    for (const Group& group : groups)
    {
        const std::vector<double> values = GetValues(group, column);
        cells.push_back(values.empty() ? "-" : FormatFixed(Mean(values), column.digits));
        if (group.runs.size() > 1)
        {
            cells.push_back(values.size() < 2
                                ? "-"
                                : FormatFixed(StudentInterval(values).halfWidth, column.digits));
        }
    }
    return cells;
}

/// Whether all cells are zero or nothing: such a column is the first to be left out.
bool
SaysNothing(const std::vector<std::string>& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of("0.-") == std::string::npos;
    });
}

/// The first columns: the scenario, unless all are of one that sweeps, and the swept values.
std::vector<FittedColumn>
MakeHeadColumns(const std::vector<Group>& groups, const std::vector<std::string>& sweptPaths)
{
    FittedColumn scenarios = {{"topology", "", Table::Align::Left}, {}, 0};
    std::vector<std::vector<std::string>> values;
    std::set<std::string> names;
    for (const Group& group : groups)
    {
        scenarios.cells.push_back(group.scenario);
        values.push_back(group.sweptValues);
        names.insert(group.scenario);
        if (group.runs.size() > 1)
        {
            scenarios.cells.emplace_back("  +-");
            values.push_back({"  +-"});
        }
    }
    std::vector<FittedColumn> columns = MakeSweptColumns(sweptPaths, values);
    if (names.size() > 1 || columns.empty())
    {
        for (std::size_t row = 0; !columns.empty() && row < values.size(); ++row)
        {
            std::string& cell = columns.front().cells[row];
            cell = cell == "  +-" ? "" : cell;
        }
        columns.insert(columns.begin(), scenarios);
    }
    return columns;
}

std::vector<FittedColumn>
MakeColumns(const std::vector<Group>& groups, const std::vector<std::string>& sweptPaths)
{
    std::vector<FittedColumn> columns = MakeHeadColumns(groups, sweptPaths);
    for (const MetricColumn& metric : GetMetricColumns())
    {
        FittedColumn column = {{metric.head, metric.unit}, MakeCells(groups, metric), 0};
        if (!sweptPaths.empty())
        {
            column.rank = metric.rank + (SaysNothing(column.cells) ? 200 : 100);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

void
WriteFoot(std::ostream& stream,
          const std::vector<Group>& groups,
          const std::vector<std::string>& left,
          std::size_t more)
{
    stream << "\nShares of samples by exit; p50, p95: decision latency; payload: per device and\n"
              "sample; wire: all links.\n";
    if (std::any_of(
            groups.begin(), groups.end(), [](const Group& group) { return group.runs.size() > 1; }))
    {
        stream << "+-: half width of the 95 % confidence interval of the mean over replications.\n";
    }
    WriteLeftOut(stream, left, "runs.csv has them");
    if (more > 0)
    {
        stream << more << " more variants are in runs.csv.\n";
    }
}

} // namespace

void
WriteSummaryTable(std::ostream& stream,
                  const std::vector<RunSummary>& runs,
                  const std::vector<std::string>& sweptPaths)
{
    std::vector<Group> groups = MakeGroups(runs);
    const std::size_t more = groups.size() - std::min(groups.size(), mostVariants);
    groups.resize(groups.size() - more);
    const std::vector<FittedColumn> columns = MakeColumns(groups, sweptPaths);
    WriteFoot(stream, groups, WriteFitted(stream, columns), more);
}

} // namespace analysis
