// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/compare-panel.h"

#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"
#include "analysis/report/pareto.h"
#include "analysis/report/sweep-charts.h"
#include "analysis/report/template.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Names are written beside their points up to here; beyond, only on the Pareto front.
constexpr std::size_t fewVariants = 12;

std::vector<ChartSeries>
MakeVariantSeries(const Study& study)
{
    std::vector<ChartSeries> series;
    for (const Variant& variant : study.variants)
    {
        series.push_back({variant.name,
                          variant.name,
                          GetVariantColour(series.size()),
                          GetVariantSymbol(series.size())});
    }
    return series;
}

/// The values of two metrics of all variants that have both.
json
MakePoints(const Study& study, const Metric& x, const Metric& y)
{
    json points = json::array();
    for (const Variant& variant : study.variants)
    {
        const auto atX = x.estimate(variant);
        const auto atY = y.estimate(variant);
        if (atX && atY && atX->value > 0)
        {
            points.push_back({{"series", variant.name},
                              {"x", atX->value},
                              {"y", atY->value},
                              {"xLow", std::max(atX->low.value_or(atX->value), atX->value * 0.01)},
                              {"xHigh", atX->high.value_or(atX->value)},
                              {"yLow", atY->low.value_or(atY->value)},
                              {"yHigh", atY->high.value_or(atY->value)},
                              {"xText", FormatValue(x, atX->value)},
                              {"yText", FormatValue(y, atY->value)},
                              {"xRange", FormatInterval(x, *atX)},
                              {"yRange", FormatInterval(y, *atY)}});
        }
    }
    return points;
}

json
MakeAxis(const std::string& field, const char* type, const std::string& title)
{
    json scale = {{"type", type}, {"padding", 14}};
    if (std::string(type) == "linear")
    {
        scale["zero"] = false;
    }
    return {{"field", field},
            {"type", "quantitative"},
            {"title", title},
            {"scale", scale},
            {"axis", {{"tickCount", 6}, {"format", "~s"}}}};
}

json
MakeTooltip(const Metric& x, const Metric& y)
{
    return {{{"field", "series"}, {"title", "variant"}},
            {{"field", "xText"}, {"title", x.title}},
            {{"field", "xRange"}, {"title", "95 % interval"}},
            {{"field", "yText"}, {"title", y.title}},
            {{"field", "yRange"}, {"title", "95 % interval "}}};
}

json
MakeFrontLayer(const json& points)
{
    json front = json::array();
    for (const json& point : points)
    {
        if (point.value("best", false))
        {
            front.push_back(point);
        }
    }
    return {{"data", {{"values", front}}},
            {"mark",
             {{"type", "line"},
              {"strokeDash", {5, 3}},
              {"color", "var(--faint)"},
              {"interpolate", "step-after"}}},
            {"encoding", {{"order", {{"field", "x"}, {"type", "quantitative"}}}}}};
}

/// The interval of one metric as a line through the point.
json
MakeIntervalLayer(const std::string& channel, const json& axis, const json& colour)
{
    json low = axis;
    low["field"] = channel + "Low";
    return {{"mark", {{"type", "rule"}, {"opacity", 0.6}}},
            {"encoding",
             {{channel, low}, {channel + "2", {{"field", channel + "High"}}}, {"color", colour}}}};
}

/// Names beside the points that a condition selects.
json
MakeNameLayer(const std::string& condition, json mark)
{
    mark["type"] = "text";
    mark["limit"] = 140;
    return {{"transform", json::array({{{"filter", condition}}})},
            {"mark", mark},
            {"encoding", {{"text", {{"field", "series"}}}}}};
}

/// Numbers the points from left to right: names on alternate sides seldom meet.
void
RankPoints(json& points)
{
    for (json& point : points)
    {
        point["rank"] = std::count_if(points.begin(), points.end(), [&point](const json& other) {
            return other["x"] < point["x"];
        });
    }
}

json
MakePointLayers(const std::vector<ChartSeries>& series,
                const json& points,
                const json& x,
                const json& y,
                const json& tooltip)
{
    const json colour = {
        {"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}};
    const json shape = {
        {"field", "series"}, {"scale", MakeSymbolScale(series)}, {"legend", nullptr}};
    const std::string named = series.size() > fewVariants ? "datum.best" : "true";
    return {MakeIntervalLayer("x", x, colour),
            MakeIntervalLayer("y", y, colour),
            MakeFrontLayer(points),
            {{"mark", {{"type", "point"}, {"filled", true}, {"size", 90}, {"opacity", 1}}},
             {"encoding", {{"color", colour}, {"shape", shape}, {"tooltip", tooltip}}}},
            MakeNameLayer(named + " && datum.rank % 2 === 0",
                          {{"align", "right"}, {"dx", -8}, {"dy", -9}}),
            MakeNameLayer(named + " && datum.rank % 2 === 1",
                          {{"align", "left"}, {"dx", 8}, {"dy", 10}})};
}

void
FillTable(Chart& chart, const json& points, const Metric& x, const Metric& y)
{
    chart.tableColumns = {
        "variant", x.title, "95 % interval", y.title, "95 % interval", "on the front"};
    for (const json& point : points)
    {
        chart.tableRows.push_back({point["series"],
                                   point["xText"],
                                   point["xRange"],
                                   point["yText"],
                                   point["yRange"],
                                   point.value("best", false) ? "yes" : ""});
    }
}

/// Two metrics against each other, and the variants that no other one beats in both.
std::string
RenderTradeOff(const Study& study, const char* id, const Metric& x, const Metric& y, Goal goal)
{
    json points = MakePoints(study, x, y);
    MarkParetoFront(points, goal);
    RankPoints(points);
    if (points.empty())
    {
        return "";
    }
    Chart chart;
    chart.id = id;
    chart.title = std::string(y.title) + " against " + x.title;
    chart.note = "Dashed: Pareto front, the variants that no other beats in both. Bars: 95 % "
                 "intervals. Horizontal axis logarithmic.";
    chart.summary = chart.title + " of " + std::to_string(points.size()) + " variants.";
    chart.series = MakeVariantSeries(study);
    const json atX = MakeAxis("x", "log", std::string(x.title) + " (" + x.unit + ")");
    const json atY = MakeAxis("y", "linear", std::string(y.title) + " (" + y.unit + ")");
    chart.spec = {{"width", "container"},
                  {"height", 300},
                  {"params", MakeParameters()},
                  {"data", {{"values", points}}},
                  {"transform", json::array({MakeHiddenFilter()})},
                  {"encoding", {{"x", atX}, {"y", atY}}},
                  {"layer", MakePointLayers(chart.series, points, atX, atY, MakeTooltip(x, y))}};
    FillTable(chart, points, x, y);
    return RenderChart(chart);
}

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
    for (const Variant& variant : study.variants)
    {
        std::vector<std::string> cells = {variant.name};
        double from = 0;
        for (std::size_t exit = 0; exit < exitNames.size(); ++exit)
        {
            const Metric& metric = GetMetrics().at(1 + exit); // local, edge, cloud, lost
            const auto estimate = metric.estimate(variant);
            const double share = estimate ? estimate->value : 0;
            cells.push_back(FormatValue(metric, share));
            shares.push_back({{"variant", variant.name},
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
                    {"axis", {{"labelLimit", 130}}}};
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
        {"height", {{"step", study.variants.size() > fewVariants ? 18 : 30}}},
        {"params", MakeParameters()},
        {"data", {{"values", shares}}},
        {"transform", json::array({MakeHiddenFilter()})},
        {"encoding", {{"y", y}, {"order", order}}},
        {"layer",
         {{{"mark", {{"type", "bar"}, {"stroke", "var(--paper)"}, {"strokeWidth", 1}}},
           {"encoding", {{"x", x}, {"color", colour}, {"tooltip", tooltip}}}},
          {{"transform", json::array({{{"filter", "datum.share >= 14"}}})},
           {"mark", {{"type", "text"}, {"color", "var(--paper)"}, {"fontWeight", 600}}},
           {"encoding",
            {{"x", {{"field", "middle"}, {"type", "quantitative"}, {"title", "samples (%)"}}},
             {"text", {{"field", "series"}}}}}}}}};
    return RenderChart(chart);
}

std::string
Render(const Study& study)
{
    std::string html = "<div class=\"charts\">";
    html += RenderTradeOff(study,
                           "chart-accuracy",
                           GetMetric("payload_bytes"),
                           GetMetric("accuracy_percent"),
                           Goal::SmallAndLarge);
    html += RenderTradeOff(study,
                           "chart-traffic",
                           GetMetric("wire_bytes_per_sample"),
                           GetMetric("latency_p95_ms"),
                           Goal::SmallAndSmall);
    html += RenderExits(study);
    html += RenderSweeps(study);
    return html + "</div>";
}

} // namespace

const Panel comparePanel = {"compare", "Compare", Render};

} // namespace analysis
