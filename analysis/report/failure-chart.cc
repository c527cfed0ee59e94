// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/failure-chart.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"

namespace analysis
{

namespace
{

using nlohmann::json;

const std::vector<ChartSeries>&
GetSeries()
{
    static const std::vector<ChartSeries> series = {
        {"failing", "failing", "var(--bad)", "square"},
        {"suspected", "suspected, not waited for", "var(--c0)", "triangle-up"},
        {"trusted again", "trusted again by all", "var(--c2)", "diamond"}};
    return series;
}

json
MakeRowAxis()
{
    return {{"field", "label"},
            {"type", "nominal"},
            {"title", nullptr},
            {"sort", {{"field", "row"}, {"op", "min"}}},
            {"axis", {{"labelLimit", 170}, {"grid", true}}}};
}

json
MakeBarLayer(const FailureBars& failures)
{
    return {
        {"data", {{"values", failures.bars}}},
        {"transform",
         {MakeVariantFilter(), {{"calculate", "'failing'"}, {"as", "series"}}, MakeHiddenFilter()}},
        {"mark",
         {{"type", "bar"},
          {"height", 11},
          {"color", "var(--bad)"},
          {"stroke", "var(--bad)"},
          {"strokeWidth", 1}}},
        {"encoding",
         {{"x", MakeTimeAxis("from")},
          {"x2", {{"field", "to"}}},
          {"y", MakeRowAxis()},
          {"tooltip", MakeBarTooltip()}}}};
}

json
MakeMarkLayer(const FailureBars& failures)
{
    const json colour = MakeColourScale(GetSeries());
    const json symbol = MakeSymbolScale(GetSeries());
    return {{"data", {{"values", failures.marks}}},
            {"transform", {MakeVariantFilter(), MakeHiddenFilter()}},
            {"mark",
             {{"type", "point"},
              {"filled", true},
              {"size", 90},
              {"opacity", 1},
              {"stroke", "var(--paper)"},
              {"strokeWidth", 1}}},
            {"encoding",
             {{"x", MakeTimeAxis("at")},
              {"y", MakeRowAxis()},
              {"color",
               {{"field", "series"}, {"type", "nominal"}, {"scale", colour}, {"legend", nullptr}}},
              {"shape",
               {{"field", "series"}, {"type", "nominal"}, {"scale", symbol}, {"legend", nullptr}}},
              {"tooltip",
               {{{"field", "label"}, {"title", "failure"}},
                {{"field", "series"}},
                {{"field", "at"}, {"title", "time, s"}, {"format", ".3~f"}}}}}}};
}

std::string
FormatTime(std::optional<double> time)
{
    return time ? FormatFixed(*time, 3) : "-";
}

void
FillTable(Chart& chart, const Study& study)
{
    chart.tableColumns = {
        "variant", "target", "kind", "from (s)", "to (s)", "suspected (s)", "trusted again (s)"};
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const Variant& variant = study.variants[i];
        for (const StudyFailure& failure : variant.runs.front().failures)
        {
            chart.tableRows.push_back({variant.label,
                                       failure.target,
                                       failure.kind,
                                       FormatTime(failure.begin),
                                       FormatTime(failure.end),
                                       FormatTime(failure.detected),
                                       FormatTime(failure.recovered)});
        }
    }
}

} // namespace

std::string
RenderFailures(const Study& study, const FailureBars& failures)
{
    if (failures.bars.empty())
    {
        return "";
    }
    Chart chart;
    chart.id = "chart-time-failures";
    chart.title = "What failed";
    chart.note =
        "Of the chosen variant, its first run. The numbers are those of the bars above the "
        "other charts.";
    if (failures.notDrawn > 0)
    {
        chart.note += " " + std::to_string(failures.notDrawn) + " more are not drawn.";
    }
    chart.summary = "Failures as bars from their begin to their end, one row for each node or link "
                    "and kind of failure; when nodes were suspected, and trusted again.";
    chart.series = GetSeries();
    chart.spec = {
        {"width", "container"},
        {"height", {{"step", 19}}},
        {"params", MakeParameters()},
        {"layer", {MakeSpanLayer(study), MakeBarLayer(failures), MakeMarkLayer(failures)}}};
    FillTable(chart, study);
    return RenderChart(chart);
}

} // namespace analysis
