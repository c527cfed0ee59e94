// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/chart.h"

#include "analysis/report/template.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const figureTemplate =
    R"(<figure class="chart" id="{{id}}" role="group" aria-labelledby="{{id}}-caption">
<figcaption id="{{id}}-caption"><button type="button" class="tools save" aria-label="Save the chart {{title}} as SVG">SVG</button>{{title}}<span class="sub">{{note}}</span></figcaption>
{{#legend}}<ul class="legend" aria-label="Series of {{title}}; press to hide or show">{{#series}}<li><button type="button" aria-pressed="true" data-series="{{value}}" title="{{name}}"><svg viewBox="-8 -8 16 16" aria-hidden="true"><path d="{{path}}" fill="{{colour}}"/></svg><span>{{name}}</span></button></li>{{/series}}</ul>
{{/legend}}<div class="plot"></div>
<script type="application/json" class="spec">{{{spec}}}</script>
<details><summary>The numbers of this chart</summary><div class="scroll" tabindex="0" role="group" aria-label="The numbers of {{title}}"><table>
<thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
<tbody>{{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
{{/rows}}</tbody></table></div>{{#rest}}<p class="note">{{rest}}</p>{{/rest}}</details>
</figure>
)";

/// Rows of the table are cut here: the page must stay small whatever was simulated.
constexpr std::size_t greatestRows = 500;

/// Outlines of Vega's symbols, about 12 units wide.
const std::map<std::string, std::string>&
GetSymbolPaths()
{
    static const std::map<std::string, std::string> paths = {
        {"circle", "M6 0A6 6 0 1 1 -6 0A6 6 0 1 1 6 0Z"},
        {"square", "M-6-6H6V6H-6Z"},
        {"triangle-up", "M0-6L6 6H-6Z"},
        {"diamond", "M0-7L6 0L0 7L-6 0Z"},
        {"cross", "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z"},
        {"triangle-down", "M0 6L6-6H-6Z"},
        {"triangle-right", "M6 0L-6 6V-6Z"}};
    return paths;
}

json
DescribeRows(const std::vector<std::vector<std::string>>& rows)
{
    json list = json::array();
    for (std::size_t i = 0; i < std::min(rows.size(), greatestRows); ++i)
    {
        list.push_back({{"cells", rows[i]}});
    }
    return list;
}

/// What the table leaves out, if anything.
std::string
DescribeRest(std::size_t rows)
{
    return rows <= greatestRows ? ""
                                : "The first " + std::to_string(greatestRows) + " of " +
                                      std::to_string(rows) + " rows.";
}

json
DescribeSeries(const std::vector<ChartSeries>& series)
{
    json list = json::array();
    for (const ChartSeries& one : series)
    {
        list.push_back({{"value", one.value},
                        {"name", one.name},
                        {"colour", one.colour},
                        {"path", GetSymbolPath(one.symbol)}});
    }
    return list;
}

json
MakeScale(const std::vector<ChartSeries>& series, std::string ChartSeries::*member)
{
    json domain = json::array();
    json range = json::array();
    for (const ChartSeries& one : series)
    {
        domain.push_back(one.value);
        range.push_back(one.*member);
    }
    return {{"domain", domain}, {"range", range}};
}

/// Seven digits are more than a chart shows, and half the bytes.
void
Round(json& value)
{
    if (value.is_number_float())
    {
        char text[32];
        std::snprintf(text, sizeof text, "%.7g", value.get<double>());
        value = std::strtod(text, nullptr);
    }
    else if (value.is_structured())
    {
        for (json& member : value)
        {
            Round(member);
        }
    }
}

} // namespace

std::string
RenderChart(const Chart& chart)
{
    json spec = chart.spec;
    Round(spec);
    spec["description"] = chart.summary;
    return RenderTemplate(figureTemplate,
                          {{"id", chart.id},
                           {"title", chart.title},
                           {"note", chart.note},
                           {"legend", !chart.series.empty()},
                           {"series", DescribeSeries(chart.series)},
                           {"spec", FormatEmbeddedJson(spec)},
                           {"columns", chart.tableColumns},
                           {"rows", DescribeRows(chart.tableRows)},
                           {"rest", DescribeRest(chart.tableRows.size())}});
}

std::string
DescribeNotDrawn(std::size_t drawn, std::size_t all)
{
    return drawn == all ? ""
                        : " " + std::to_string(drawn) + " of " + std::to_string(all) +
                              " variants are drawn.";
}

json
MakeParameters()
{
    return {{{"name", "hidden"}, {"value", json::array()}}, {{"name", "variant"}, {"value", 0}}};
}

json
MakeHiddenFilter()
{
    return {{"filter", "indexof(hidden, datum.series) < 0"}};
}

json
MakeVariantFilter()
{
    return {{"filter", "datum.variant === variant"}};
}

json
MakeScale(AxisScale scale)
{
    return scale == AxisScale::Logarithmic
               ? json{{"type", "log"}, {"nice", false}}
               : json{{"type", "linear"}, {"nice", false}, {"zero", false}};
}

std::string
DescribeScales(const json& x, const json& y)
{
    const bool isX = x["scale"]["type"] == "log";
    const bool isY = y["scale"]["type"] == "log";
    return isX && isY ? " Both axes logarithmic."
           : isX      ? " Horizontal axis logarithmic."
           : isY      ? " Vertical axis logarithmic."
                      : "";
}

json
MakeNumberAxis(AxisScale scale, double lowest, double highest)
{
    // Prefixes below one (500m) are none that people read.
    json axis = {{"tickCount", 6},
                 {"format", "~s"},
                 {"labelExpr", "abs(datum.value) < 1 ? format(datum.value, '~g') : datum.label"}};
    if (scale == AxisScale::Logarithmic)
    {
        axis["values"] = FigureAxis::MakeLogarithmicTicks(lowest, highest);
    }
    return axis;
}

json
MakeColourScale(const std::vector<ChartSeries>& series)
{
    return MakeScale(series, &ChartSeries::colour);
}

json
MakeSymbolScale(const std::vector<ChartSeries>& series)
{
    return MakeScale(series, &ChartSeries::symbol);
}

std::string
GetVariantColour(std::size_t index)
{
    return "var(--c" + std::to_string(index % 8) + ")";
}

std::string
GetVariantSymbol(std::size_t index)
{
    constexpr std::array<const char*, 7> symbols = {
        "circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right"};
    return symbols.at(index % symbols.size());
}

std::string
GetSymbolPath(const std::string& symbol)
{
    return GetSymbolPaths().at(symbol);
}

} // namespace analysis
