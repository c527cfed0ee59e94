// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/plan-table.h"

#include "analysis/fitted-table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace simulator
{

namespace
{

using analysis::FittedColumn;
using analysis::Table;

constexpr std::size_t mostShown = 40;

/// A variant, and its runs in the shard.
struct Variant
{
    const PlannedRun* run = nullptr;  //!< the first, in the shard or not
    std::vector<std::size_t> numbers; //!< as in runs.csv
};

/// Those that have runs in the shard.
std::vector<Variant>
SelectVariants(const StudyPlan& plan, const Shard& shard)
{
    std::vector<Variant> variants;
    for (const VariantRuns& runs : FindVariants(plan.runs))
    {
        Variant variant = {&plan.runs[runs.first], {}};
        for (std::size_t i = runs.first; i < runs.first + runs.count; ++i)
        {
            if (shard.Has(i))
            {
                variant.numbers.push_back(i + 1);
            }
        }
        if (!variant.numbers.empty())
        {
            variants.push_back(std::move(variant));
        }
    }
    return variants;
}

/// "4-6"; of every second run "4, 6", or "4, 6 to 20".
std::string
FormatRuns(const std::vector<std::size_t>& numbers, const Shard& shard)
{
    std::string first = std::to_string(numbers.front());
    const std::string last = std::to_string(numbers.back());
    if (numbers.size() == 1)
    {
        return first;
    }
    if (shard.count == 1)
    {
        return first + "-" + last;
    }
    return first + ", " + (numbers.size() > 2 ? std::to_string(numbers[1]) + " to " + last : last);
}

std::vector<FittedColumn>
MakeColumns(const StudyPlan& plan, const std::vector<Variant>& variants, const Shard& shard)
{
    FittedColumn scenarios = {{"scenario", "", Table::Align::Left}, {}, 0};
    FittedColumn runs = {{"runs", ""}, {}, 0};
    std::vector<std::vector<std::string>> values;
    for (const Variant& variant : variants)
    {
        scenarios.cells.push_back(variant.run->scenario->name);
        values.push_back(variant.run->sweptValues);
        runs.cells.push_back(FormatRuns(variant.numbers, shard));
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

/// "6 runs", or "3 of 6 runs" of a shard.
std::string
CountRuns(const std::vector<Variant>& variants, const StudyPlan& plan)
{
    std::size_t runs = 0;
    for (const Variant& variant : variants)
    {
        runs += variant.numbers.size();
    }
    return (runs < plan.runs.size() ? std::to_string(runs) + " of " : "") +
           Count(plan.runs.size(), "run");
}

} // namespace

void
WritePlan(std::ostream& stream, const StudyPlan& plan, const Shard& shard)
{
    std::vector<Variant> variants = SelectVariants(plan, shard);
    const std::size_t count = variants.size();
    const std::string runs = CountRuns(variants, plan);
    variants.resize(std::min(count, mostShown));
    const auto left = analysis::WriteFitted(stream, MakeColumns(plan, variants, shard));
    stream << '\n';
    if (count > variants.size())
    {
        stream << "and " << Count(count - variants.size(), "more variant") << ".\n";
    }
    analysis::WriteLeftOut(stream, left, "runs.csv will have them");
    stream << Count(count, "variant") << ", " << runs << "; nothing was simulated.\n";
}

} // namespace simulator
