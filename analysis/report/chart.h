// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_CHART_H
#define ANALYSIS_CHART_H

#include "analysis/report/figure-axis.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace analysis
{

/// One entry of a legend. People hide the series by a click on it.
struct ChartSeries
{
    std::string value;             //!< of the field `series` of the data
    std::string name;              //!< for people
    std::string colour;            //!< CSS
    std::string symbol = "square"; //!< a shape of Vega: circle, square, triangle-up, ...
};

/// A chart that Vega-Lite draws, with what stands around it. The specification may use two
/// parameters: `hidden`, the series not to be shown, and `variant`, the index of the chosen one;
/// MakeHiddenFilter and MakeVariantFilter apply them.
struct Chart
{
    std::string id; //!< unique on the page
    std::string title;
    std::string note;    //!< how to read it: units, intervals, what was left out
    std::string summary; //!< what it shows, for those who do not see it
    nlohmann::json spec;
    std::vector<ChartSeries> series;       //!< none: no legend
    std::vector<std::string> tableColumns; //!< the same numbers as a table
    std::vector<std::vector<std::string>> tableRows;
};

std::string RenderChart(const Chart& chart);

/// " 750 of 1500 variants are drawn.", or nothing if all are.
std::string DescribeNotDrawn(std::size_t drawn, std::size_t all);

/// Parts of a specification.
nlohmann::json MakeParameters();
nlohmann::json MakeHiddenFilter();
nlohmann::json MakeVariantFilter();

/// Scale of an axis; a linear one does not begin at 0.
nlohmann::json MakeScale(AxisScale scale);
/// " Both axes logarithmic." or which, or nothing. \param x and y channels of an encoding
std::string DescribeScales(const nlohmann::json& x, const nlohmann::json& y);
/// Its axis: 0.5, 20, 3k, 10M.
nlohmann::json MakeNumberAxis(AxisScale scale, double lowest, double highest);

/// Scale of `series`: every series has its colour and its symbol, hidden or not.
nlohmann::json MakeColourScale(const std::vector<ChartSeries>& series);
nlohmann::json MakeSymbolScale(const std::vector<ChartSeries>& series);

/// Colour and symbol of the variant with this index; they come back after eight and seven.
std::string GetVariantColour(std::size_t index);
std::string GetVariantSymbol(std::size_t index);

/// Outline of a symbol of ChartSeries, about 12 units wide, around the origin.
std::string GetSymbolPath(const std::string& symbol);

} // namespace analysis

#endif // ANALYSIS_CHART_H
