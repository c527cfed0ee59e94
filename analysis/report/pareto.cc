// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/pareto.h"

#include <algorithm>

namespace analysis
{

void
MarkParetoFront(nlohmann::json& points, Goal goal)
{
    const double sign = goal == Goal::SmallAndLarge ? -1 : 1;
    const auto beats = [sign](const nlohmann::json& one, const nlohmann::json& other) {
        const double x = one["x"].get<double>() - other["x"].get<double>();
        const double y = sign * (one["y"].get<double>() - other["y"].get<double>());
        return x <= 0 && y <= 0 && (x < 0 || y < 0);
    };
    for (nlohmann::json& point : points)
    {
        point["best"] =
            std::none_of(points.begin(), points.end(), [&](const nlohmann::json& other) {
                return beats(other, point);
            });
    }
}

} // namespace analysis
