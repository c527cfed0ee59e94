// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/exit-chart.h"

#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"

namespace analysis
{

namespace
{

using nlohmann::json;

/// Beyond, bars are thinner.
constexpr std::size_t roomyVariants = 12;

std::vector<ChartSeries>
MakeExitSeries()
{
    std::vector<ChartSeries> series;
    series.reserve(exitNames.size());
    for (const char* name : exitNames)
    {
        series.push_back({name, name, "var(--exit" + std::to_string(series.size()) + ")"});
    }
    return series;
}

json
MakeShares(const Study& study, Chart& chart)
{
    json shares = json::array();
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const Variant& variant = study.variants[i];
        std::vector<std::string> cells = {variant.label};
        double from = 0;
        for (std::size_t exit = 0; exit < exitNames.size(); ++exit)
        {
            const Metric& metric = GetMetrics().at(1 + exit); // local, edge, cloud, lost
            const auto estimate = metric.estimate(variant);
            const double share = estimate ? estimate->value : 0;
            cells.push_back(FormatValue(metric, share));
            shares.push_back({{"variant", variant.label},
                              {"series", exitNames.at(exit)},
                              {"order", exit},
                              {"share", share},
                              {"middle", from + share / 2},
                              {"text", FormatValue(metric, share)},
                              {"range", estimate ? FormatInterval(metric, *estimate) : ""}});
            from += share;
        }
        chart.tableRows.push_back(cells);
    }
    return shares;
}

} // namespace

std::string
RenderExits(const Study& study)
{
    Chart chart;
    chart.id = "chart-exits";
    chart.title = "Where samples are answered";
    chart.note = "Share of the captured samples by exit, from the devices (left) to the cloud.";
    chart.summary = "Stacked bars: shares of local, edge and cloud exits and of lost samples for "
                    "every variant.";
    chart.series = MakeExitSeries();
    chart.tableColumns = {"variant", "local", "edge", "cloud", "lost"};
    const json shares = MakeShares(study, chart);
    const json y = {{"field", "variant"},
                    {"type", "nominal"},
                    {"sort", nullptr},
                    {"title", nullptr},
                    {"axis", {{"labelLimit", {{"expr", "0.4 * containerSize()[0]"}}}}}};
    const json x = {{"field", "share"},
                    {"type", "quantitative"},
                    {"title", "samples (%)"},
                    {"stack", "zero"},
                    {"scale", {{"domain", {0, 100}}, {"nice", false}}}};
    const json order = {{"field", "order"}, {"type", "quantitative"}};
    const json tooltip = {{{"field", "variant"}},
                          {{"field", "series"}, {"title", "exit"}},
                          {{"field", "text"}, {"title", "share"}},
                          {{"field", "range"}, {"title", "95 % interval"}}};
    const json colour = {
        {"field", "series"}, {"scale", MakeColourScale(chart.series)}, {"legend", nullptr}};
    chart.spec = {
        {"width", "container"},
        {"height", {{"step", study.variants.size() > roomyVariants ? 18 : 30}}},
        {"params", MakeParameters()},
        {"data", {{"values", shares}}},
        {"transform", json::array({MakeHiddenFilter()})},
        {"encoding", {{"y", y}, {"order", order}}},
        {"layer",
         {{{"mark", {{"type", "bar"}, {"stroke", "var(--paper)"}, {"strokeWidth", 1}}},
           {"encoding", {{"x", x}, {"color", colour}, {"tooltip", tooltip}}}},
          {{"transform", json::array({{{"filter", "datum.share >= 14 && length(hidden) == 0"}}})},
           {"mark", {{"type", "text"}, {"color", "var(--paper)"}, {"fontWeight", 600}}},
           {"encoding",
            {{"x", {{"field", "middle"}, {"type", "quantitative"}, {"title", "samples (%)"}}},
             {"text", {{"field", "series"}}}}}}}}};
    return RenderChart(chart);
}

} // namespace analysis
