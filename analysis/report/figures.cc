// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figures.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"
#include "analysis/report/pareto.h"
#include "analysis/report/svg.h"
#include "analysis/report/topology-drawing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

const Svg::Attributes middle = {{"text-anchor", "middle"}};
const Svg::Attributes atEnd = {{"text-anchor", "end"}};
const Svg::Attributes grid = {{"stroke", "var(--grid)"}};

/// Bars of shares, a row for each variant.
std::string
DrawExits(const Study& study)
{
    constexpr double left = 150;
    constexpr double scale = 4; // pixels for a per cent
    constexpr double row = 26;
    const double bottom = row * static_cast<double>(study.variants.size());
    Svg svg(left + 100 * scale + 20, bottom + 62, "Share of the samples of every variant by exit.");
    for (std::size_t i = 0; i < study.variants.size(); ++i)
    {
        const double y = row * static_cast<double>(i);
        svg.Text(left - 6, y + 17, study.variants[i].name.substr(0, 22), atEnd);
        double x = left;
        for (std::size_t exit = 0; exit < exitNames.size(); ++exit)
        {
            const auto estimate = GetMetrics().at(1 + exit).estimate(study.variants[i]);
            const double width = scale * (estimate ? estimate->value : 0);
            svg.Rectangle(
                x, y + 3, width, row - 6, {{"fill", "var(--exit" + std::to_string(exit) + ")"}});
            if (width > 45)
            {
                svg.Text(x + width / 2,
                         y + 17,
                         exitNames.at(exit),
                         {{"text-anchor", "middle"}, {"fill", "#fff"}, {"font-weight", "600"}});
            }
            x += width;
        }
    }
    for (int percent = 0; percent <= 100; percent += 20)
    {
        const double x = left + scale * percent;
        svg.Line(x, bottom, x, bottom + 5, {{"stroke", "var(--faint)"}});
        svg.Text(x, bottom + 18, std::to_string(percent), middle);
    }
    svg.Text(left + 50 * scale, bottom + 36, "samples (%)", middle);
    for (std::size_t exit = 0; exit < exitNames.size(); ++exit)
    {
        const double x = left + 90 * static_cast<double>(exit);
        svg.Rectangle(
            x, bottom + 46, 10, 10, {{"fill", "var(--exit" + std::to_string(exit) + ")"}});
        svg.Text(x + 15, bottom + 55, exitNames.at(exit));
    }
    return svg.Finish({});
}

/// From data to pixels.
struct Axes
{
    static constexpr double left = 60;
    static constexpr double top = 12;
    static constexpr double width = 480;
    static constexpr double height = 300;
    double xLow = 0; //!< decades
    double xHigh = 1;
    double yLow = 0;
    double yHigh = 100;

    double GetX(double value) const
    {
        return left + width * (std::log10(value) - xLow) / (xHigh - xLow);
    }

    double GetY(double value) const
    {
        return top + height * (yHigh - value) / (yHigh - yLow);
    }
};

Axes
MakeAxes(const json& points)
{
    Axes axes;
    axes.xLow = 300;
    axes.xHigh = -300;
    double lowest = 100;
    for (const json& point : points)
    {
        const double x = std::log10(point["x"].get<double>());
        axes.xLow = std::min(axes.xLow, std::floor(x));
        axes.xHigh = std::max(axes.xHigh, std::floor(x) + 1);
        lowest = std::min(lowest, point["low"].get<double>());
    }
    axes.yLow = std::floor(lowest / 10) * 10;
    axes.yLow -= axes.yLow >= 100 ? 10 : 0;
    return axes;
}

void
DrawAxes(Svg& svg, const Axes& axes)
{
    const double bottom = Axes::top + Axes::height;
    for (int decade = static_cast<int>(axes.xLow); decade <= axes.xHigh; ++decade)
    {
        const double x = axes.GetX(std::pow(10, decade));
        svg.Line(x, Axes::top, x, bottom, grid);
        svg.Text(x, bottom + 16, FormatNumber(std::pow(10, decade)), middle);
    }
    for (int percent = static_cast<int>(axes.yLow); percent <= axes.yHigh; percent += 10)
    {
        const double y = axes.GetY(percent);
        svg.Line(Axes::left, y, Axes::left + Axes::width, y, grid);
        svg.Text(Axes::left - 6, y + 4, FormatNumber(percent), atEnd);
    }
    svg.Text(
        Axes::left + Axes::width / 2, bottom + 36, "payload per device and sample (B)", middle);
    svg.Text(-(Axes::top + Axes::height / 2),
             16,
             "accuracy (%)",
             {{"text-anchor", "middle"}, {"transform", "rotate(-90)"}});
}

json
MakePoints(const Study& study)
{
    json points = json::array();
    for (std::size_t i = 0; i < study.variants.size(); ++i)
    {
        const auto x = GetMetric("payload_bytes").estimate(study.variants[i]);
        const auto y = GetMetric("accuracy_percent").estimate(study.variants[i]);
        if (x && y && x->value > 0)
        {
            points.push_back({{"index", i},
                              {"name", study.variants[i].name},
                              {"x", x->value},
                              {"y", y->value},
                              {"low", y->low.value_or(y->value)},
                              {"high", y->high.value_or(y->value)}});
        }
    }
    std::stable_sort(points.begin(), points.end(), [](const json& one, const json& other) {
        return one["x"] < other["x"];
    });
    MarkParetoFront(points, Goal::SmallAndLarge);
    return points;
}

/// Steps from the cheapest to the best.
void
DrawFront(Svg& svg, const Axes& axes, const json& points)
{
    std::string path;
    for (const json& point : points)
    {
        if (point["best"].get<bool>())
        {
            const std::string x = FormatPixels(axes.GetX(point["x"]));
            const std::string y = FormatPixels(axes.GetY(point["y"]));
            const bool isFirst = path.empty();
            path.append(isFirst ? "M" : "H").append(x).append(isFirst ? " " : "V").append(y);
        }
    }
    svg.Path(path, {{"fill", "none"}, {"stroke", "var(--faint)"}, {"stroke-dasharray", "5 3"}});
}

std::string
DrawAccuracy(const Study& study)
{
    const json points = MakePoints(study);
    if (points.empty())
    {
        return "";
    }
    const Axes axes = MakeAxes(points);
    Svg svg(Axes::left + Axes::width + 20,
            Axes::top + Axes::height + 44,
            "Accuracy against payload of every variant, with the Pareto front.");
    DrawAxes(svg, axes);
    DrawFront(svg, axes, points);
    bool wasRight = false;
    for (const json& point : points)
    {
        const double x = axes.GetX(point["x"]);
        const double y = axes.GetY(point["y"]);
        const std::string colour = GetVariantColour(point["index"]);
        const bool isRight = std::exchange(wasRight, !wasRight); // names seldom meet
        svg.Line(x, axes.GetY(point["low"]), x, axes.GetY(point["high"]), {{"stroke", colour}});
        svg.Path("M" + FormatPixels(x + 4.5) + " " + FormatPixels(y) +
                     "a4.5 4.5 0 1 1 -9 0a4.5 4.5 0 1 1 9 0Z",
                 {{"fill", colour}});
        svg.Text(x + (isRight ? 8 : -8),
                 y + (isRight ? 14 : -7),
                 point["name"].get<std::string>().substr(0, 30),
                 isRight ? Svg::Attributes{} : atEnd);
    }
    return svg.Finish({});
}

} // namespace

std::vector<std::pair<std::string, std::string>>
MakeFigures(const Study& study)
{
    std::vector<std::pair<std::string, std::string>> figures = {{"exits", DrawExits(study)},
                                                                {"accuracy", DrawAccuracy(study)}};
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        figures.emplace_back("topology-" + std::to_string(i + 1),
                             DrawTopology(study, study.variants[i]));
    }
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [name, svg] : figures)
    {
        if (!svg.empty())
        {
            files.emplace_back(name, ResolveColours(svg));
        }
    }
    return files;
}

} // namespace analysis
