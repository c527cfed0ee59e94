// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/second-charts.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/study-seconds.h"

#include <algorithm>
#include <array>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr double chartHeight = 210;
constexpr std::array<const char*, 4> tierNames = {"device", "gateway", "edge", "cloud"};

/// Nodes of a tier in the first run.
std::array<double, 4>
CountNodes(const Study& study, const Variant& variant)
{
    std::array<double, 4> counts = {};
    const CsvTable& table = *study.results.nodes;
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        const auto* const tier =
            std::find(tierNames.begin(), tierNames.end(), table.GetText(row, "tier"));
        if (tier != tierNames.end() && table.GetRequired(row, "run") == variant.runs.front().run)
        {
            ++counts.at(static_cast<std::size_t>(tier - tierNames.begin()));
        }
    }
    return counts;
}

/// Data of the two charts.
struct SecondPoints
{
    json traffic = json::array();     //!< variant, from, to, wire, payload (kB/s)
    json alive = json::array();       //!< variant, from, to, series, share, text
    std::array<bool, 4> everOff = {}; //!< by tier
    std::vector<std::vector<std::string>> trafficRows;
    std::vector<std::vector<std::string>> aliveRows;
};

/// The last interval is left out if there are others: it is shorter, and bytes per second of it
/// would be too few.
void
AddTraffic(
    SecondPoints& out, const Study& study, std::size_t index, double offset, const Bins& bins)
{
    const Variant& variant = study.variants[index];
    const double scale = 1e-3 / bins.width / static_cast<double>(variant.runs.size());
    const std::size_t count = bins.bins.size() > 1 ? bins.bins.size() - 1 : 1;
    for (std::size_t i = 0; i < count; ++i)
    {
        const double from = offset + bins.width * static_cast<double>(i);
        const double wire = bins.bins[i].wire * scale;
        const double payload = bins.bins[i].payload * scale;
        out.traffic.push_back({{"variant", index},
                               {"from", from},
                               {"to", from + bins.width},
                               {"at", from + bins.width / 2},
                               {"wire", wire},
                               {"payload", payload}});
        out.trafficRows.push_back({variant.label,
                                   FormatFixed(from, 2),
                                   FormatFixed(from + bins.width, 2),
                                   FormatFixed(wire, 3),
                                   FormatFixed(payload, 3)});
    }
}

void
AddAlive(SecondPoints& out, const Study& study, std::size_t index, double offset, const Bins& bins)
{
    const Variant& variant = study.variants[index];
    const std::array<double, 4> nodes = CountNodes(study, variant);
    const double end = GetTimeSpan(variant).end; // the last interval ends sooner than others
    for (std::size_t i = 0; i < bins.bins.size(); ++i)
    {
        const double from = offset + bins.width * static_cast<double>(i);
        for (std::size_t tier = 0; tier < nodes.size(); ++tier)
        {
            const auto rows = static_cast<double>(bins.bins[i].rows.at(tier));
            if (rows == 0 || nodes.at(tier) == 0)
            {
                continue;
            }
            const double alive = bins.bins[i].alive.at(tier) / rows;
            out.everOff.at(tier) = out.everOff.at(tier) || alive < nodes.at(tier);
            const std::string text =
                FormatFixed(alive, 2) + " of " + FormatFixed(nodes.at(tier), 0);
            out.alive.push_back({{"variant", index},
                                 {"from", from},
                                 {"to", from + bins.width},
                                 {"at", std::min(from + bins.width / 2, end)},
                                 {"series", tierNames.at(tier)},
                                 {"share", 100 * alive / nodes.at(tier)},
                                 {"text", text}});
            out.aliveRows.push_back({variant.label,
                                     FormatFixed(from, 2),
                                     FormatFixed(from + bins.width, 2),
                                     tierNames.at(tier),
                                     text});
        }
    }
}

SecondPoints
MakePoints(const Study& study)
{
    SecondPoints points;
    const std::vector<Seconds> variants = ReadSeconds(study);
    const std::size_t most = std::clamp<std::size_t>(2400 / study.CountShown(), 8, 60);
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        if (!variants[i].rows.empty())
        {
            const Bins bins = MakeBins(variants[i], most);
            AddTraffic(points, study, i, variants[i].offset, bins);
            AddAlive(points, study, i, variants[i].offset, bins);
        }
    }
    return points;
}

json
MakeValue(const char* field, const char* title, double top)
{
    return {{"field", field},
            {"type", "quantitative"},
            {"title", title},
            {"scale", {{"zero", true}, {"range", {chartHeight, top}}}}};
}

json
MakeSpec(const Study& study, const FailureBars& failures, const json& layers)
{
    return {{"width", "container"},
            {"height", chartHeight},
            {"config", MakeTimeConfig()},
            {"params", MakeParameters()},
            {"layer",
             {{{"layer", layers}}, MakeSpanLayer(study), MakeFailureStrip(failures, chartHeight)}},
            {"resolve", {{"scale", {{"y", "independent"}}}}}};
}

std::string
RenderTraffic(const Study& study, const FailureBars& failures, const SecondPoints& points)
{
    Chart chart;
    chart.id = "chart-time-traffic";
    chart.title = "Traffic over time";
    chart.note = "Of the chosen variant: what all links carry in a second, mean over replications. "
                 "Solid: everything; dashed: scores and features alone, again on every hop.";
    chart.summary = "Bytes per second on all links, and those of them that are scores and "
                    "features, over simulated time.";
    const double top = GetStripHeight(failures);
    const json tooltip = {{{"field", "from"}, {"title", "from, s"}, {"format", ".3~f"}},
                          {{"field", "to"}, {"title", "to, s"}, {"format", ".3~f"}},
                          {{"field", "wire"}, {"title", "all, kB/s"}, {"format", ".4~g"}},
                          {{"field", "payload"}, {"title", "payload, kB/s"}, {"format", ".4~g"}}};
    const auto line = [&](const char* field, const char* colour, const json& dash) -> json {
        return {{"data", {{"values", points.traffic}}},
                {"transform", json::array({MakeVariantFilter()})},
                {"mark",
                 {{"type", "line"},
                  {"color", colour},
                  {"strokeDash", dash},
                  {"point", {{"color", colour}, {"size", 25}}}}},
                {"encoding",
                 {{"x", MakeTimeAxis("at")},
                  {"y", MakeValue(field, "traffic (kB/s)", top)},
                  {"tooltip", tooltip}}}};
    };
    chart.spec = MakeSpec(
        study, failures, {line("wire", "var(--c0)", {1, 0}), line("payload", "var(--c1)", {6, 3})});
    chart.tableColumns = {"variant", "from (s)", "to (s)", "all (kB/s)", "payload (kB/s)"};
    chart.tableRows = points.trafficRows;
    return RenderChart(chart);
}

std::string
RenderAlive(const Study& study, const FailureBars& failures, const SecondPoints& points)
{
    Chart chart;
    chart.id = "chart-time-alive";
    chart.title = "Nodes alive over time";
    chart.note = "Of the chosen variant: nodes that are on, mean over each interval and over "
                 "replications. Tiers whose nodes were always on are left out.";
    chart.summary = "Share of the nodes of each tier that are on, over simulated time.";
    const std::array<const char*, 4> symbols = {"circle", "square", "diamond", "triangle-up"};
    for (std::size_t tier = 0; tier < tierNames.size(); ++tier)
    {
        if (points.everOff.at(tier))
        {
            chart.series.push_back({tierNames.at(tier),
                                    tierNames.at(tier) + std::string("s"),
                                    "var(--c" + std::to_string(tier) + ")",
                                    symbols.at(tier)});
        }
    }
    if (chart.series.empty())
    {
        return "";
    }
    json shown = json::array();
    for (const ChartSeries& series : chart.series)
    {
        shown.push_back(series.value);
    }
    const json field = {{"field", "series"}, {"type", "nominal"}, {"legend", nullptr}};
    json colour = field;
    colour["scale"] = MakeColourScale(chart.series);
    json symbol = field;
    symbol["scale"] = MakeSymbolScale(chart.series);
    const json tooltip = {{{"field", "series"}, {"title", "tier"}},
                          {{"field", "from"}, {"title", "from, s"}, {"format", ".3~f"}},
                          {{"field", "to"}, {"title", "to, s"}, {"format", ".3~f"}},
                          {{"field", "text"}, {"title", "alive"}}};
    const json y = MakeValue("share", "alive (%)", GetStripHeight(failures));
    const json line = {{"mark", {{"type", "line"}, {"strokeWidth", 2}}},
                       {"encoding", {{"x", MakeTimeAxis("at")}, {"y", y}, {"color", colour}}}};
    const json point = {
        {"mark", {{"type", "point"}, {"filled", true}, {"size", 40}, {"opacity", 1}}},
        {"encoding",
         {{"x", MakeTimeAxis("at")},
          {"y", y},
          {"color", colour},
          {"shape", symbol},
          {"tooltip", tooltip}}}};
    const json filters = {MakeVariantFilter(),
                          MakeHiddenFilter(),
                          {{"filter", {{"field", "series"}, {"oneOf", shown}}}}};
    const json lines = {
        {"data", {{"values", points.alive}}}, {"transform", filters}, {"layer", {line, point}}};
    chart.spec = MakeSpec(study, failures, json::array({lines}));
    chart.tableColumns = {"variant", "from (s)", "to (s)", "tier", "alive"};
    chart.tableRows = points.aliveRows;
    return RenderChart(chart);
}

} // namespace

std::string
RenderSeconds(const Study& study, const FailureBars& failures)
{
    if (!study.results.timeline)
    {
        return "";
    }
    const SecondPoints points = MakePoints(study);
    if (points.traffic.empty())
    {
        return "";
    }
    return RenderAlive(study, failures, points) + RenderTraffic(study, failures, points);
}

} // namespace analysis
