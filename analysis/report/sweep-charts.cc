// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/sweep-charts.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"
#include "analysis/report/variation.h"

#include <algorithm>
#include <map>
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
                              {"variant", study.variants[i].label},
                              {"x", setting.values[i]},
                              {"xText", FormatNumber(setting.values[i]) + " " + setting.unit},
                              {"y", estimate->value},
                              {"low", estimate->low.value_or(estimate->value)},
                              {"high", estimate->high.value_or(estimate->value)},
                              {"text", FormatValue(metric, estimate->value)},
                              {"range", FormatInterval(metric, *estimate)}});
        }
    }
    return points;
}

/// Ticks at the values of the setting if they are few.
json
MakeSettingAxis(const VariedSetting& setting)
{
    constexpr std::size_t few = 8;
    const std::set<double> values(setting.values.begin(), setting.values.end());
    const AxisScale kind = ChooseScale(*values.begin(), *values.rbegin());
    json axis = MakeNumberAxis(kind, *values.begin(), *values.rbegin());
    if (values.size() <= few)
    {
        axis["values"] = values;
    }
    json scale = MakeScale(kind);
    scale["padding"] = 10;
    return {{"field", "x"},
            {"type", "quantitative"},
            {"title", setting.path + (setting.unit.empty() ? "" : " (" + setting.unit + ")")},
            {"scale", scale},
            {"axis", axis}};
}

/// Of the metric, with the intervals.
json
MakeMetricAxis(const json& points, const Metric& metric)
{
    double lowest = points.front()["low"];
    double highest = points.front()["high"];
    for (const json& point : points)
    {
        lowest = std::min(lowest, point["low"].get<double>());
        highest = std::max(highest, point["high"].get<double>());
    }
    const AxisScale kind = ChooseScale(metric, lowest, highest);
    json scale = MakeScale(kind);
    scale["nice"] = kind == AxisScale::Linear;
    return {{"field", "y"},
            {"type", "quantitative"},
            {"title", std::string(metric.title) + " (" + metric.unit + ")"},
            {"scale", scale},
            {"axis", MakeNumberAxis(kind, lowest, highest)}};
}

json
MakeLayers(const std::vector<ChartSeries>& series,
           const VariedSetting& setting,
           const Metric& metric,
           const json& y)
{
    const json colour = {
        {"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}};
    const json shape = {
        {"field", "series"}, {"scale", MakeSymbolScale(series)}, {"legend", nullptr}};
    json low = y;
    low["field"] = "low";
    const json tooltip = {{{"field", "variant"}},
                          {{"field", "xText"}, {"title", setting.path}},
                          {{"field", "text"}, {"title", metric.title}},
                          {{"field", "range"}, {"title", "95 % interval"}}};
    return {{{"mark", {{"type", "area"}, {"opacity", series.size() > 1 ? 0.1 : 0.2}}},
             {"encoding", {{"y", low}, {"y2", {{"field", "high"}}}, {"color", colour}}}},
            {{"mark", {{"type", "line"}}}, {"encoding", {{"y", y}, {"color", colour}}}},
            {{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}}},
             {"encoding", {{"y", y}, {"color", colour}, {"shape", shape}, {"tooltip", tooltip}}}}};
}

/// A line that another one lies on is not seen.
std::string
DescribeHidden(const json& points, const std::vector<ChartSeries>& series)
{
    std::map<std::string, std::string> figures; // by series
    for (const json& point : points)
    {
        figures[point["series"]] +=
            point["xText"].get<std::string>() + " " + point["text"].get<std::string>() + "; ";
    }
    std::set<std::string> different;
    for (const auto& [name, text] : figures)
    {
        different.insert(text);
    }
    return different.size() < series.size() ? " Lines with the same figures lie on each other."
                                            : "";
}

std::string
RenderSweep(const Study& study, const VariedSetting& setting, const Metric& metric)
{
    const std::vector<ChartSeries> series = MakeSeries(setting);
    const json points = MakePoints(study, setting, metric, series);
    if (points.empty())
    {
        return "";
    }
    const json x = MakeSettingAxis(setting);
    const json y = MakeMetricAxis(points, metric);
    Chart chart;
    chart.id = "chart-" + std::string(metric.name) + "-" + setting.path;
    std::replace(chart.id.begin(), chart.id.end(), '.', '-');
    chart.title = std::string(metric.title) + " against " + setting.path;
    chart.note = "Bands: 95 % intervals." + DescribeScales(x, y) + DescribeHidden(points, series) +
                 DescribeNotDrawn(points.size(), study.variants.size());
    chart.summary = chart.title + ", a line for each combination of the other settings.";
    chart.series = series.size() > 1 ? series : std::vector<ChartSeries>{};
    chart.spec = {{"width", "container"},
                  {"height", 240},
                  {"params", MakeParameters()},
                  {"data", {{"values", points}}},
                  {"transform", json::array({MakeHiddenFilter()})},
                  {"encoding", {{"x", x}}},
                  {"layer", MakeLayers(series, setting, metric, y)}};
    chart.tableColumns = {"variant", setting.path, metric.title, "95 % interval"};
    for (const json& point : points)
    {
        chart.tableRows.push_back(
            {point["variant"], point["xText"], point["text"], point["range"]});
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
