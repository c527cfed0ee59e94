// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/trade-off-figure.h"

#include "analysis/characters.h"
#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/figure-axis.h"
#include "analysis/report/svg.h"
#include "analysis/report/trade-off-labels.h"

#include <algorithm>
#include <numeric>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr double left = 64;
constexpr double top = 12;
constexpr double width = 480;
constexpr double height = 300;
constexpr double axisHeight = 44;
constexpr double right = 24;
constexpr double keyRow = 17;
constexpr std::size_t longestKey = 70; // characters: all of the width

const Svg::Attributes middle = {{"text-anchor", "middle"}};
const Svg::Attributes atEnd = {{"text-anchor", "end"}};
const Svg::Attributes grid = {{"stroke", "var(--grid)"}};

struct Axes
{
    FigureAxis x;
    FigureAxis y;
};

/// \param range of the values, with their intervals
FigureAxis
MakeAxis(const Metric& metric, ValueRange range, double begin, double end)
{
    const AxisScale scale = ChooseScale(metric, range.lowest, range.highest);
    if (scale == AxisScale::Linear)
    {
        const double margin = 0.04 * (range.highest - range.lowest); // points stand off the ends
        const bool isShare = metric.unit == std::string("%");
        range.lowest = isShare ? std::max(range.lowest - margin, 0.0) : range.lowest - margin;
        range.highest = isShare ? std::min(range.highest + margin, 100.0) : range.highest + margin;
    }
    return {scale, range.lowest, range.highest, begin, end};
}

void
DrawAxes(Svg& svg, const Axes& axes, const TradeOff& tradeOff)
{
    const double bottom = top + height;
    for (const double tick : axes.x.GetTicks())
    {
        const double x = axes.x.Place(tick);
        svg.Line(x, top, x, bottom, grid);
        svg.Text(x, bottom + 16, FormatNumber(tick), middle);
    }
    for (const double tick : axes.y.GetTicks())
    {
        const double y = axes.y.Place(tick);
        svg.Line(left, y, left + width, y, grid);
        svg.Text(left - 6, y + 4, FormatNumber(tick), atEnd);
    }
    svg.Text(left + width / 2, bottom + 36, NameAxis(tradeOff.x), middle);
    svg.Text(-(top + height / 2),
             16,
             NameAxis(tradeOff.y),
             {{"text-anchor", "middle"}, {"transform", "rotate(-90)"}});
}

/// Steps from the cheapest to the best.
void
DrawFront(Svg& svg, const Axes& axes, const json& points)
{
    std::vector<const json*> front;
    for (const json& point : points)
    {
        if (point["best"].get<bool>())
        {
            front.push_back(&point);
        }
    }
    std::stable_sort(front.begin(), front.end(), [](const json* one, const json* other) {
        return (*one)["x"] < (*other)["x"];
    });
    std::string path;
    for (const json* point : front)
    {
        const std::string x = FormatPixels(axes.x.Place((*point)["x"]));
        const std::string y = FormatPixels(axes.y.Place((*point)["y"]));
        const bool isFirst = path.empty();
        path.append(isFirst ? "M" : "H").append(x).append(isFirst ? " " : "V").append(y);
    }
    svg.Path(path, {{"fill", "none"}, {"stroke", "var(--faint)"}, {"stroke-dasharray", "5 3"}});
}

void
DrawSymbol(Svg& svg, double x, double y, std::size_t number)
{
    svg.Path(
        GetSymbolPath(GetVariantSymbol(number - 1)),
        {{"fill", GetVariantColour(number - 1)},
         {"transform", "translate(" + FormatPixels(x) + " " + FormatPixels(y) + ") scale(0.75)"}});
}

void
DrawPoints(Svg& svg, const Axes& axes, const json& points)
{
    for (const json& point : points)
    {
        const double x = axes.x.Place(point["x"]);
        const double y = axes.y.Place(point["y"]);
        const std::size_t number = point["number"];
        const Svg::Attributes line = {{"stroke", GetVariantColour(number - 1)}, {"opacity", "0.6"}};
        svg.Line(x, axes.y.Place(point["yLow"]), x, axes.y.Place(point["yHigh"]), line);
        svg.Line(axes.x.Place(point["xLow"]), y, axes.x.Place(point["xHigh"]), y, line);
    }
    for (const json& point : points)
    {
        DrawSymbol(svg, axes.x.Place(point["x"]), axes.y.Place(point["y"]), point["number"]);
    }
}

/// \param labelled those of the points that get a label
TradeOffLabels
FindLabels(const Axes& axes, const json& points, const json& labelled)
{
    LabelPlacer placer({left, top, left + width + right, top + height});
    for (const json& point : points)
    {
        const double x = axes.x.Place(point["x"]);
        const double y = axes.y.Place(point["y"]);
        placer.Block({x - 4, y - 4, x + 4, y + 4});
    }
    std::vector<LabelledPoint> list;
    for (const json& point : labelled)
    {
        list.push_back(
            {point["number"], point["series"], axes.x.Place(point["x"]), axes.y.Place(point["y"])});
    }
    return PlaceLabels(list, placer);
}

void
DrawLabels(Svg& svg, const TradeOffLabels& labels)
{
    for (const PlacedLabel& label : labels.labels)
    {
        svg.Text((label.box.left + label.box.right) / 2,
                 label.box.bottom - 3,
                 label.text,
                 {{"text-anchor", "middle"},
                  {"font-size", "11"},
                  {"paint-order", "stroke"},
                  {"stroke", "var(--paper)"},
                  {"stroke-width", "3"}});
    }
}

/// What the numbers mean, in columns below the axis.
class Key
{
  public:
    /// \param points that have numbers; none: no key
    explicit Key(const json& points)
    {
        double widest = 0;
        for (const json& point : points)
        {
            const std::string text = std::to_string(point["number"].get<std::size_t>()) + "  " +
                                     ClipText(point["series"], longestKey);
            m_entries.emplace_back(point["number"], text);
            widest = std::max(widest, 32 + EstimateTextWidth(text, 12));
        }
        m_columns =
            std::max<std::size_t>(1, static_cast<std::size_t>((left + width) / (widest + 1)));
        m_rows = (m_entries.size() + m_columns - 1) / m_columns;
    }

    double GetHeight() const
    {
        return keyRow * static_cast<double>(m_rows) + (m_rows > 0 ? 8 : 0);
    }

    void Draw(Svg& svg) const
    {
        const double column = (left + width) / static_cast<double>(m_columns);
        for (std::size_t i = 0; i < m_entries.size(); ++i)
        {
            const std::size_t at = i / m_rows; // column by column
            const std::size_t row = i % m_rows;
            const double x = 24 + column * static_cast<double>(at);
            const double y = top + height + axisHeight + keyRow * (static_cast<double>(row) + 0.5);
            DrawSymbol(svg, x, y, m_entries[i].first);
            svg.Text(x + 12, y + 4, m_entries[i].second);
        }
    }

  private:
    std::vector<std::pair<std::size_t, std::string>> m_entries; //!< number, text
    std::size_t m_columns = 1;
    std::size_t m_rows = 0;
};

/// All points of few variants, the Pareto front of many.
json
ChooseLabelled(const Study& study, const json& points)
{
    const bool areFew = study.variants.size() <= study.CountShown();
    json labelled = json::array();
    for (const json& point : points)
    {
        if ((areFew || point["best"].get<bool>()) && labelled.size() < study.CountShown())
        {
            labelled.push_back(point);
        }
    }
    return labelled;
}

} // namespace

std::string
DrawTradeOff(const Study& study, const TradeOff& tradeOff)
{
    const json points = MakeTradeOffPoints(study, tradeOff);
    if (points.empty())
    {
        return "";
    }
    const json labelled = ChooseLabelled(study, points);
    const Axes axes = {MakeAxis(tradeOff.x, FindRange(points, "x"), left, left + width),
                       MakeAxis(tradeOff.y, FindRange(points, "y"), top + height, top)};
    const TradeOffLabels labels = FindLabels(axes, points, labelled);
    const Key key(labels.kind == TradeOffLabels::Kind::Numbers ? labelled : json::array());
    Svg svg(left + width + right,
            top + height + axisHeight + key.GetHeight(),
            NameTradeOff(tradeOff) + " of every variant, with the Pareto front.");
    DrawAxes(svg, axes, tradeOff);
    DrawFront(svg, axes, points);
    DrawPoints(svg, axes, points);
    DrawLabels(svg, labels);
    key.Draw(svg);
    return svg.Finish({});
}

} // namespace analysis
