// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/differences.h"

#include <algorithm>
#include <map>
#include <utility>

namespace analysis
{

namespace
{

/// Pairs of runs: of the variant, of the baseline.
std::vector<std::pair<const StudyRun*, const StudyRun*>>
FindPairs(const Variant& variant, const Variant& baseline)
{
    std::map<std::pair<std::string, std::string>, const StudyRun*> others;
    for (const StudyRun& run : baseline.runs)
    {
        others.emplace(std::pair(run.seed, run.replication), &run);
    }
    std::vector<std::pair<const StudyRun*, const StudyRun*>> pairs;
    for (const StudyRun& run : variant.runs)
    {
        const auto other = others.find({run.seed, run.replication});
        if (other != others.end())
        {
            pairs.emplace_back(&run, other->second);
        }
    }
    return pairs;
}

FigureCell
MakeDifferenceCell(const std::optional<Estimate>& difference, int digits)
{
    FigureCell cell = MakeCell(difference, digits);
    for (std::string* text : {&cell.value, &cell.low, &cell.high})
    {
        const bool isPositive =
            text->find_first_of("123456789") != std::string::npos && text->front() != '-';
        *text = isPositive ? "+" + *text : *text;
    }
    const bool isShown = cell.value.find_first_of("123456789") != std::string::npos;
    if (isShown && difference->low && difference->high &&
        (*difference->low > 0 || *difference->high < 0))
    {
        cell.weight = FigureCell::Weight::Strong;
    }
    return cell;
}

} // namespace

std::optional<Estimate>
EstimateDifference(const Metric& metric, const Variant& variant, const Variant& baseline)
{
    std::vector<double> differences;
    for (const auto& [ours, theirs] : FindPairs(variant, baseline))
    {
        const auto value = metric.ofRun(*ours);
        const auto other = metric.ofRun(*theirs);
        if (value && other)
        {
            differences.push_back(*value - *other);
        }
    }
    return differences.empty() ? std::nullopt : std::optional(EstimateFromPairs(differences));
}

bool
HasPairs(const Study& study)
{
    const auto hasPairs = [&study](const Variant& variant) {
        return &variant != &study.variants.front() &&
               FindPairs(variant, study.variants.front()).size() > 1;
    };
    return std::any_of(study.variants.begin(), study.variants.end(), hasPairs);
}

std::string
GetDifferenceUnit(const Metric& metric)
{
    return metric.unit == std::string("%") ? "points" : metric.unit;
}

FigureTable
MakeDifferenceTable(const Study& study, std::size_t most)
{
    FigureTable table;
    const Variant& baseline = study.variants.front();
    table.title = "Difference to " + baseline.label;
    table.heads = {"variant"};
    for (const Metric& metric : GetMetrics())
    {
        table.columns.push_back({metric.title, GetDifferenceUnit(metric)});
    }
    const std::size_t end = std::min(study.variants.size(), most);
    for (std::size_t i = 1; i < end; ++i)
    {
        const Variant& variant = study.variants[i];
        FigureTable::Row row;
        row.names = {variant.label};
        for (const Metric& metric : GetMetrics())
        {
            row.cells.push_back(
                MakeDifferenceCell(EstimateDifference(metric, variant, baseline), metric.digits));
        }
        table.rows.push_back(std::move(row));
    }
    table.leftOut = study.variants.size() - end;
    return table;
}

} // namespace analysis
