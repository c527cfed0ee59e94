// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/trade-off-chart.h"

#include "analysis/report/chart.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Names are written beside their points up to here; beyond, only on the Pareto front.
constexpr std::size_t fewVariants = 12;

/// Points of one chart: the page must stay small whatever was simulated.
constexpr std::size_t greatestPoints = 1000;

/// Of the legend; none if there are too many.
std::vector<ChartSeries>
MakeVariantSeries(const Study& study)
{
    std::vector<ChartSeries> series;
    if (study.variants.size() > study.CountShown())
    {
        return series; // nobody finds a name among so many
    }
    for (const Variant& variant : study.variants)
    {
        series.push_back({variant.name,
                          variant.name,
                          GetVariantColour(series.size()),
                          GetVariantSymbol(series.size())});
    }
    return series;
}

/// The values of two metrics of the variants that have both; of very many, evenly spread ones.
json
MakePoints(const Study& study, const Metric& x, const Metric& y)
{
    json points = json::array();
    const std::size_t step = (study.variants.size() + greatestPoints - 1) / greatestPoints;
    for (std::size_t i = 0; i < study.variants.size(); i += step)
    {
        const Variant& variant = study.variants[i];
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
    const json colour =
        series.empty()
            ? json{{"value", "var(--c0)"}}
            : json{{"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}};
    const json shape =
        series.empty()
            ? json{{"value", "circle"}}
            : json{{"field", "series"}, {"scale", MakeSymbolScale(series)}, {"legend", nullptr}};
    const std::string named = points.size() > fewVariants ? "datum.best" : "true";
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

} // namespace

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
    if (points.size() < study.variants.size())
    {
        chart.note += " " + std::to_string(points.size()) + " of " +
                      std::to_string(study.variants.size()) + " variants are drawn.";
    }
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

} // namespace analysis
