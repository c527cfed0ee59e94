// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/latency-panel.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"

#include <algorithm>
#include <array>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Points of all distributions together: the page must stay small whatever was simulated.
constexpr std::size_t greatestPoints = 12000;

struct Part
{
    const char* name;
    double StudySample::*member;
};

constexpr std::array<Part, 4> parts = {Part{"compute", &StudySample::compute},
                                       Part{"queue", &StudySample::queue},
                                       Part{"network", &StudySample::network},
                                       Part{"wait", &StudySample::wait}};

constexpr std::size_t decidedExits = 3;

std::vector<double>
GetLatencies(const Variant& variant, std::size_t exit)
{
    std::vector<double> latencies; // ms
    for (const StudySample& sample : variant.samples)
    {
        if (sample.exit == exit && sample.latency)
        {
            latencies.push_back(*sample.latency * 1e3);
        }
    }
    std::sort(latencies.begin(), latencies.end());
    return latencies;
}

std::vector<ChartSeries>
MakeExitSeries()
{
    std::vector<ChartSeries> series;
    for (std::size_t exit = 0; exit < decidedExits; ++exit)
    {
        series.push_back({exitNames.at(exit),
                          std::string(exitNames.at(exit)) + " exit",
                          "var(--exit" + std::to_string(exit) + ")"});
    }
    return series;
}

/// Steps of the empirical distribution: all of few latencies, evenly spread ranks of many.
void
AddSteps(json& points,
         std::size_t variant,
         std::size_t exit,
         const std::vector<double>& latencies,
         std::size_t most)
{
    const std::size_t count = latencies.size();
    const std::size_t shown = std::min(count, most);
    for (std::size_t i = 0; i < shown; ++i)
    {
        const std::size_t rank = shown == 1 ? count : 1 + i * (count - 1) / (shown - 1);
        const double share = 100.0 * static_cast<double>(rank) / static_cast<double>(count);
        points.push_back({{"variant", variant},
                          {"series", exitNames.at(exit)},
                          {"ms", std::max(latencies[rank - 1], 1e-6)},
                          {"share", share}});
    }
}

void
AddDistributionRows(Chart& chart, const Variant& variant, std::size_t exit)
{
    const std::vector<double> latencies = GetLatencies(variant, exit);
    if (latencies.empty())
    {
        return;
    }
    std::vector<std::string> cells = {
        variant.label, exitNames.at(exit), std::to_string(latencies.size())};
    for (const std::size_t percent : {5, 50, 95, 100})
    {
        const std::size_t rank = std::max<std::size_t>(1, (latencies.size() * percent + 99) / 100);
        cells.push_back(FormatFixed(latencies[rank - 1], 3));
    }
    chart.tableRows.push_back(cells);
}

json
MakeDistributionSpec(const json& points, const std::vector<ChartSeries>& series)
{
    return {
        {"width", "container"},
        {"height", 260},
        {"params", MakeParameters()},
        {"data", {{"values", points}}},
        {"transform", {MakeHiddenFilter(), MakeVariantFilter()}},
        {"mark",
         {{"type", "line"},
          {"interpolate", "step-after"},
          {"strokeWidth", 2},
          {"point", {{"size", 12}}}}},
        {"encoding",
         {{"x",
           {{"field", "ms"},
            {"type", "quantitative"},
            {"title", "decision latency (ms)"},
            {"scale", {{"type", "log"}, {"padding", 10}}},
            {"axis", {{"format", "~g"}, {"tickCount", 6}}}}},
          {"y",
           {{"field", "share"},
            {"type", "quantitative"},
            {"title", "samples of the exit that are as fast (%)"},
            {"scale", {{"domain", {0, 100}}}}}},
          {"color", {{"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}}},
          {"strokeDash",
           {{"field", "series"},
            {"scale",
             {{"domain", {"local", "edge", "cloud"}}, {"range", {{1, 0}, {6, 3}, {2, 2}}}}},
            {"legend", nullptr}}},
          {"tooltip",
           {{{"field", "series"}, {"title", "exit"}},
            {{"field", "ms"}, {"title", "latency, ms"}, {"format", ".3~f"}},
            {{"field", "share"}, {"title", "as fast, %"}, {"format", ".1f"}}}}}}};
}

std::string
RenderDistribution(const Study& study)
{
    Chart chart;
    chart.id = "chart-distribution";
    chart.title = "Distribution of the latency per exit";
    chart.series = MakeExitSeries();
    chart.tableColumns = {
        "variant", "exit", "samples", "p5 (ms)", "p50 (ms)", "p95 (ms)", "slowest (ms)"};
    const std::size_t most =
        std::clamp<std::size_t>(greatestPoints / (study.CountShown() * decidedExits), 20, 200);
    json points = json::array();
    bool isThinned = false;
    for (std::size_t variant = 0; variant < study.CountShown(); ++variant)
    {
        for (std::size_t exit = 0; exit < decidedExits; ++exit)
        {
            const std::vector<double> latencies = GetLatencies(study.variants[variant], exit);
            isThinned = isThinned || latencies.size() > most;
            AddSteps(points, variant, exit, latencies, most);
            AddDistributionRows(chart, study.variants[variant], exit);
        }
    }
    chart.note =
        std::string("Of the chosen variant. Lines: local solid, edge dashed, cloud dotted.") +
        (isThinned ? " Drawn from at most " + std::to_string(most) +
                         " evenly spread ranks per exit; the table is exact."
                   : "");
    chart.summary = "Share of the samples of each exit that were decided within a time.";
    chart.spec = MakeDistributionSpec(points, chart.series);
    return RenderChart(chart);
}

std::vector<ChartSeries>
MakePartSeries()
{
    std::vector<ChartSeries> series;
    series.reserve(parts.size());
    for (const Part& part : parts)
    {
        series.push_back(
            {part.name, part.name, "var(--part" + std::to_string(series.size()) + ")"});
    }
    return series;
}

/// Means over the samples that were answered at one exit.
void
AddParts(json& values, Chart& chart, const Variant& variant, std::size_t index, std::size_t exit)
{
    std::vector<std::string> cells = {variant.label, exitNames.at(exit)};
    double total = 0;
    for (std::size_t part = 0; part < parts.size(); ++part)
    {
        double sum = 0;
        std::size_t count = 0;
        for (const StudySample& sample : variant.samples)
        {
            const bool takesPart = sample.exit == exit;
            sum += takesPart ? sample.*parts.at(part).member : 0;
            count += takesPart ? 1 : 0;
        }
        if (count == 0)
        {
            return;
        }
        const double mean = 1e3 * sum / static_cast<double>(count);
        total += mean;
        cells.push_back(FormatFixed(mean, 3));
        values.push_back({{"variant", index},
                          {"exit", exitNames.at(exit)},
                          {"series", parts.at(part).name},
                          {"order", part},
                          {"ms", mean},
                          {"middle", total - mean / 2},
                          {"samples", count}});
    }
    cells.push_back(FormatFixed(total, 3));
    chart.tableRows.push_back(cells);
}

json
MakePartsSpec(const json& values, const std::vector<ChartSeries>& series)
{
    const json y = {{"field", "exit"},
                    {"type", "nominal"},
                    {"sort", {"local", "edge", "cloud"}},
                    {"title", "answered at"}};
    return {
        {"width", "container"},
        {"height", {{"step", 44}}},
        {"params", MakeParameters()},
        {"data", {{"values", values}}},
        {"transform", {MakeHiddenFilter(), MakeVariantFilter()}},
        {"encoding", {{"y", y}}},
        {"layer",
         {{{"mark", {{"type", "bar"}, {"stroke", "var(--paper)"}}},
           {"encoding",
            {{"x",
              {{"field", "ms"},
               {"type", "quantitative"},
               {"title", "mean latency (ms)"},
               {"stack", "zero"}}},
             {"color",
              {{"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}}},
             {"order", {{"field", "order"}, {"type", "quantitative"}}},
             {"tooltip",
              {{{"field", "exit"}},
               {{"field", "series"}, {"title", "part"}},
               {{"field", "ms"}, {"title", "mean, ms"}, {"format", ".4~g"}},
               {{"field", "samples"}}}}}}},
          {{"transform",
            {{{"joinaggregate", json::array({{{"op", "sum"}, {"field", "ms"}, {"as", "total"}}})},
              {"groupby", json::array({"exit"})}},
             {{"joinaggregate",
               json::array({{{"op", "max"}, {"field", "total"}, {"as", "longest"}}})}},
             {{"filter", "datum.ms > 0.16 * datum.longest && length(hidden) == 0"}}}},
           {"mark", {{"type", "text"}, {"color", "var(--paper)"}, {"fontWeight", 600}}},
           {"encoding",
            {{"x", {{"field", "middle"}, {"type", "quantitative"}, {"title", "mean latency (ms)"}}},
             {"text", {{"field", "series"}}}}}},
          {{"transform",
            {{{"aggregate", json::array({{{"op", "sum"}, {"field", "ms"}, {"as", "total"}}})},
              {"groupby", json::array({"exit"})}},
             {{"calculate", "format(datum.total, '.3~g') + ' ms'"}, {"as", "label"}}}},
           {"mark", {{"type", "text"}, {"align", "left"}, {"dx", 5}}},
           {"encoding",
            {{"x", {{"field", "total"}, {"type", "quantitative"}, {"title", "mean latency (ms)"}}},
             {"text", {{"field", "label"}}}}}}}}};
}

std::string
RenderParts(const Study& study)
{
    Chart chart;
    chart.id = "chart-parts";
    chart.title = "Where the time goes";
    chart.note = "Of the chosen variant: means over the samples of each exit, from the capture to "
                 "the answer at the exit.";
    chart.summary = "Stacked bars: mean time of computing, queueing, network and waiting per exit.";
    chart.series = MakePartSeries();
    chart.tableColumns = {
        "variant", "exit", "compute (ms)", "queue (ms)", "network (ms)", "wait (ms)", "sum (ms)"};
    json values = json::array();
    for (std::size_t variant = 0; variant < study.CountShown(); ++variant)
    {
        for (std::size_t exit = 0; exit < decidedExits; ++exit)
        {
            AddParts(values, chart, study.variants[variant], variant, exit);
        }
    }
    chart.spec = MakePartsSpec(values, chart.series);
    return RenderChart(chart);
}

std::string
Render(const Study& study)
{
    return "<div class=\"charts\">" + RenderDistribution(study) + RenderParts(study) + "</div>";
}

} // namespace

const Panel latencyPanel = {"latency", "Latency", Render};

} // namespace analysis
