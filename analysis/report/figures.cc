// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figures.h"

#include "analysis/characters.h"
#include "analysis/report/chart.h"
#include "analysis/report/metrics.h"
#include "analysis/report/svg.h"
#include "analysis/report/topology-drawing.h"
#include "analysis/report/trade-off-figure.h"

#include <utility>

namespace analysis
{

namespace
{

const Svg::Attributes middle = {{"text-anchor", "middle"}};
const Svg::Attributes atEnd = {{"text-anchor", "end"}};

/// Bars of shares, a row for each variant that is shown.
std::string
DrawExits(const Study& study)
{
    constexpr double left = 190;
    constexpr double scale = 4; // pixels for a per cent
    constexpr double row = 26;
    const double bottom = row * static_cast<double>(study.CountShown());
    Svg svg(left + 100 * scale + 20, bottom + 62, "Share of the samples of every variant by exit.");
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const double y = row * static_cast<double>(i);
        svg.Text(left - 6, y + 17, ClipText(study.variants[i].label, 28), atEnd);
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

} // namespace

std::vector<std::pair<std::string, std::string>>
MakeFigures(const Study& study)
{
    std::vector<std::pair<std::string, std::string>> figures;
    figures.emplace_back("exits", DrawExits(study));
    figures.emplace_back("accuracy", DrawTradeOff(study, GetAccuracyTradeOff()));
    figures.emplace_back("latency", DrawTradeOff(study, GetLatencyTradeOff()));
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
