// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/trade-off-chart.h"

#include "analysis/characters.h"
#include "analysis/report/chart.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Names stand beside their points if they are no more and no longer than this, otherwise numbers,
/// which the legend and the table have, too.
constexpr std::size_t fewVariants = 12;
constexpr std::size_t longestName = 12; // characters

/// Of the legend; none if there are too many: nobody finds a name among so many.
bool
HasLegend(const Study& study)
{
    return study.variants.size() <= study.CountShown();
}

bool
UsesNumbers(const Study& study)
{
    const bool isLong =
        std::any_of(study.variants.begin(), study.variants.end(), [](const Variant& variant) {
            return CountCharacters(variant.label) > longestName;
        });
    return study.variants.size() > fewVariants || isLong;
}

std::vector<ChartSeries>
MakeVariantSeries(const Study& study)
{
    std::vector<ChartSeries> series;
    const bool usesNumbers = UsesNumbers(study);
    for (const Variant& variant : study.variants)
    {
        const std::size_t i = series.size();
        const std::string number = usesNumbers ? std::to_string(i + 1) + "  " : "";
        series.push_back(
            {variant.label, number + variant.label, GetVariantColour(i), GetVariantSymbol(i)});
    }
    return series;
}

json
MakeAxis(const json& points, const Metric& metric, const char* field)
{
    const ValueRange range = FindRange(points, field);
    const AxisScale kind = ChooseScale(metric, range.lowest, range.highest);
    json scale = MakeScale(kind);
    scale["padding"] = 24; // room for names
    return {{"field", field},
            {"type", "quantitative"},
            {"title", NameAxis(metric)},
            {"scale", scale},
            {"axis", MakeNumberAxis(kind, range.lowest, range.highest)}};
}

json
MakeTooltip(const TradeOff& tradeOff)
{
    return {{{"field", "series"}, {"title", "variant"}},
            {{"field", "xText"}, {"title", tradeOff.x.title}},
            {{"field", "xRange"}, {"title", "95 % interval"}},
            {{"field", "yText"}, {"title", tradeOff.y.title}},
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

/// Names or numbers beside the points; those of points that show the same figures are one text. The
/// page finds places for them, or hides them: see page.js.
json
MakeNameLayer(const Study& study)
{
    const char* const field = UsesNumbers(study) ? "number" : "series";
    const std::string list = std::string("pluck(datum.points, '") + field + "')";
    const std::string text = "length(datum.points) > 4 ? " + list + "[0] + ', ' + " + list +
                             "[1] + ', \u2026 (' + length(datum.points) + ')' : join(" + list +
                             ", ', ')";
    return {{"name", "names"},
            {"transform",
             {{{"filter", HasLegend(study) ? "true" : "datum.best"}},
              {{"aggregate",
                {{{"op", "values"}, {"as", "points"}},
                 {{"op", "mean"}, {"field", "x"}, {"as", "x"}},
                 {{"op", "mean"}, {"field", "y"}, {"as", "y"}}}},
               {"groupby", {"xText", "yText"}}},
              {{"calculate", text}, {"as", "text"}}}},
            {"mark", {{"type", "text"}, {"limit", 140}}},
            {"encoding", {{"text", {{"field", "text"}}}}}};
}

json
MakePointLayers(const Study& study,
                const TradeOff& tradeOff,
                const std::vector<ChartSeries>& series,
                const json& points,
                const json& spec)
{
    json colour = {{"value", "var(--c0)"}};
    json shape = {{"value", "circle"}};
    if (!series.empty())
    {
        colour = {{"field", "series"}, {"scale", MakeColourScale(series)}, {"legend", nullptr}};
        shape = {{"field", "series"}, {"scale", MakeSymbolScale(series)}, {"legend", nullptr}};
    }
    const json mark = {{"type", "point"}, {"filled", true}, {"size", 90}, {"opacity", 1}};
    return {
        MakeIntervalLayer("x", spec["x"], colour),
        MakeIntervalLayer("y", spec["y"], colour),
        MakeFrontLayer(points),
        {{"name", "points"},
         {"mark", mark},
         {"encoding", {{"color", colour}, {"shape", shape}, {"tooltip", MakeTooltip(tradeOff)}}}},
        MakeNameLayer(study)};
}

/// What the numbers beside points mean, if they are none of names.
std::string
DescribeNumbers(const Study& study)
{
    return !UsesNumbers(study) ? ""
           : HasLegend(study)  ? " Numbers: see the legend."
                               : " Numbers, of the front alone: see the table below.";
}

void
FillTable(Chart& chart, const json& points, const TradeOff& tradeOff)
{
    chart.tableColumns = {"variant",
                          "number",
                          tradeOff.x.title,
                          "95 % interval",
                          tradeOff.y.title,
                          "95 % interval",
                          "on the front"};
    for (const json& point : points)
    {
        chart.tableRows.push_back({point["series"],
                                   std::to_string(point["number"].get<std::size_t>()),
                                   point["xText"],
                                   point["xRange"],
                                   point["yText"],
                                   point["yRange"],
                                   point.value("best", false) ? "yes" : ""});
    }
}

} // namespace

std::string
RenderTradeOff(const Study& study, const char* id, const TradeOff& tradeOff)
{
    const json points = MakeTradeOffPoints(study, tradeOff);
    if (points.empty())
    {
        return "";
    }
    const json encoding = {{"x", MakeAxis(points, tradeOff.x, "x")},
                           {"y", MakeAxis(points, tradeOff.y, "y")}};
    Chart chart;
    chart.id = id;
    chart.title = NameTradeOff(tradeOff);
    chart.note =
        "Dashed: Pareto front, the variants that no other beats in both. Bars: 95 % intervals." +
        DescribeScales(encoding["x"], encoding["y"]) + DescribeNumbers(study) +
        DescribeNotDrawn(points.size(), study.variants.size());
    chart.summary = chart.title + " of " + std::to_string(points.size()) + " variants.";
    chart.series = HasLegend(study) ? MakeVariantSeries(study) : std::vector<ChartSeries>{};
    chart.spec = {{"width", "container"},
                  {"height", 300},
                  {"params", MakeParameters()},
                  {"data", {{"values", points}}},
                  {"transform", json::array({MakeHiddenFilter()})},
                  {"encoding", encoding},
                  {"layer", MakePointLayers(study, tradeOff, chart.series, points, encoding)}};
    FillTable(chart, points, tradeOff);
    return RenderChart(chart);
}

} // namespace analysis
