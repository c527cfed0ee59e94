// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/plan-table.h"

#include "analysis/fitted-table.h"

#include <algorithm>
#include <string>

namespace simulator
{

namespace
{

using analysis::FittedColumn;
using analysis::Table;

constexpr std::size_t mostShown = 40;

/// "4-6", numbers as in runs.csv.
std::string
FormatRuns(const VariantRuns& variant)
{
    const std::size_t first = variant.first + 1;
    const std::size_t last = variant.first + variant.count;
    return std::to_string(first) + (last > first ? "-" + std::to_string(last) : "");
}

std::vector<FittedColumn>
MakeColumns(const StudyPlan& plan, const std::vector<VariantRuns>& variants)
{
    FittedColumn scenarios = {{"scenario", "", Table::Align::Left}, {}, 0};
    FittedColumn runs = {{"runs", ""}, {}, 0};
    std::vector<std::vector<std::string>> values;
    for (const VariantRuns& variant : variants)
    {
        const PlannedRun& run = plan.runs[variant.first];
        scenarios.cells.push_back(run.scenario->name);
        values.push_back(run.sweptValues);
        runs.cells.push_back(FormatRuns(variant));
    }
    std::vector<FittedColumn> columns = analysis::MakeSweptColumns(plan.sweptPaths, values);
    const bool several = plan.runs.front().scenario->name != plan.runs.back().scenario->name;
    if (several || columns.empty())
    {
        columns.insert(columns.begin(), scenarios);
    }
    columns.push_back(runs);
    return columns;
}

std::string
Count(std::size_t number, const std::string& what)
{
    return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

} // namespace

void
WritePlan(std::ostream& stream, const StudyPlan& plan)
{
    std::vector<VariantRuns> variants = FindVariants(plan.runs);
    const std::size_t count = variants.size();
    variants.resize(std::min(count, mostShown));
    const auto left = analysis::WriteFitted(stream, MakeColumns(plan, variants));
    stream << '\n';
    if (count > variants.size())
    {
        stream << "and " << Count(count - variants.size(), "more variant") << ".\n";
    }
    analysis::WriteLeftOut(stream, left, "runs.csv will have them");
    stream << Count(count, "variant") << ", " << Count(plan.runs.size(), "run")
           << "; nothing was simulated.\n";
}

} // namespace simulator
