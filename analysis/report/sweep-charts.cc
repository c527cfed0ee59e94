// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/sweep-charts.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"
#include "analysis/report/variation.h"

#include <algorithm>
#include <set>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr std::size_t greatestSettings = 3;

/// Lines of one chart, and their points.
constexpr std::size_t greatestSeries = 24;
constexpr std::size_t greatestPoints = 1000;

std::vector<ChartSeries>
MakeSeries(const VariedSetting& setting)
{
    std::vector<ChartSeries> series;
    std::set<std::string> names;
    for (const std::string& name : setting.series)
    {
        if (names.insert(name).second && series.size() < greatestSeries)
        {
            series.push_back(
                {name, name, GetVariantColour(series.size()), GetVariantSymbol(series.size())});
        }
    }
    return series;
}

json
MakePoints(const Study& study,
           const VariedSetting& setting,
           const Metric& metric,
           const std::vector<ChartSeries>& series)
{
    std::set<std::string> drawn;
    for (const ChartSeries& one : series)
    {
        drawn.insert(one.value);
    }
    json points = json::array();
    for (std::size_t i = 0; i < study.variants.size() && points.size() < greatestPoints; ++i)
    {
        const auto estimate =
            drawn.count(setting.series[i]) > 0 ? metric.estimate(study.variants[i]) : std::nullopt;
        if (estimate)
        {
            points.push_back({{"series", setting.series[i]},
                              {"variant", study.variants[i].name},
                              {"x", setting.values[i]},
                              {"y", estimate->value},
                              {"low", estimate->low.value_or(estimate->value)},
                              {"high", estimate->high.value_or(estimate->value)},
                              {"text", FormatValue(metric, estimate->value)},
                              {"range", FormatInterval(metric, *estimate)}});
        }
    }
    return points;
}

/// Rates and the like span decades: a logarithmic axis from a factor of 20 on.
bool
IsWide(const VariedSetting& setting)
{
    const auto [low, high] = std::minmax_element(setting.values.begin(), setting.values.end());
    return *low > 0 && *high / *low >= 20;
}

json
MakeLayers(const std::vector<ChartSeries>& series,
           const VariedSetting& setting,
           const Metric& metric)
{
    const json colour = {
        {"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}};
    const json shape = {
        {"field", "series"}, {"scale", MakeSymbolScale(series)}, {"legend", nullptr}};
    const json y = {{"field", "y"},
                    {"type", "quantitative"},
                    {"title", std::string(metric.title) + " (" + metric.unit + ")"},
                    {"scale", {{"zero", false}}}};
    json low = y;
    low["field"] = "low";
    const json tooltip = {{{"field", "variant"}},
                          {{"field", "x"}, {"title", setting.path}, {"format", "~s"}},
                          {{"field", "text"}, {"title", metric.title}},
                          {{"field", "range"}, {"title", "95 % interval"}}};
    return {{{"mark", {{"type", "area"}, {"opacity", 0.2}}},
             {"encoding", {{"y", low}, {"y2", {{"field", "high"}}}, {"color", colour}}}},
            {{"mark", {{"type", "line"}}}, {"encoding", {{"y", y}, {"color", colour}}}},
            {{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}}},
             {"encoding", {{"y", y}, {"color", colour}, {"shape", shape}, {"tooltip", tooltip}}}}};
}

std::string
RenderSweep(const Study& study, const VariedSetting& setting, const Metric& metric)
{
    Chart chart;
    chart.id = "chart-" + std::string(metric.name) + "-" + setting.path;
    std::replace(chart.id.begin(), chart.id.end(), '.', '-');
    chart.title = std::string(metric.title) + " against " + setting.path;
    chart.note = std::string("Bands: 95 % intervals.") +
                 (IsWide(setting) ? " Horizontal axis logarithmic." : "");
    chart.summary = chart.title + ", a line for each combination of the other settings.";
    const std::vector<ChartSeries> series = MakeSeries(setting);
    if (series.size() > 1)
    {
        chart.series = series;
    }
    const json points = MakePoints(study, setting, metric, series);
    if (points.size() < study.variants.size())
    {
        chart.note += " " + std::to_string(points.size()) + " of " +
                      std::to_string(study.variants.size()) + " variants are drawn.";
    }
    chart.spec = {
        {"width", "container"},
        {"height", 240},
        {"params", MakeParameters()},
        {"data", {{"values", points}}},
        {"transform", json::array({MakeHiddenFilter()})},
        {"encoding",
         {{"x",
           {{"field", "x"},
            {"type", "quantitative"},
            {"title", setting.path + (setting.unit.empty() ? "" : " (" + setting.unit + ")")},
            {"scale", {{"type", IsWide(setting) ? "log" : "linear"}, {"zero", false}}},
            {"axis", {{"format", "~s"}, {"tickCount", 6}}}}}}},
        {"layer", MakeLayers(series, setting, metric)}};
    chart.tableColumns = {"variant", setting.path, metric.title, "95 % interval"};
    for (const json& point : points)
    {
        chart.tableRows.push_back({point["variant"],
                                   FormatNumber(point["x"]) + " " + setting.unit,
                                   point["text"],
                                   point["range"]});
    }
    return RenderChart(chart);
}

} // namespace

std::string
RenderSweeps(const Study& study)
{
    std::string html;
    const std::vector<VariedSetting> settings = FindVariedSettings(study);
    for (std::size_t i = 0; i < std::min(greatestSettings, settings.size()); ++i)
    {
        for (const char* metric :
             {"latency_p50_ms", "latency_p95_ms", "accuracy_percent", "payload_bytes"})
        {
            html += RenderSweep(study, settings[i], GetMetric(metric));
        }
    }
    return html;
}

} // namespace analysis
