// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_PARETO_H
#define ANALYSIS_PARETO_H

#include <nlohmann/json.hpp>

namespace analysis
{

/// What is better: a small x and a large y, or a small x and a small y.
enum class Goal
{
    SmallAndLarge,
    SmallAndSmall
};

/// Sets `best` of the points on the Pareto front: no other point is at least as good in both and
/// better in one. \param points objects with numbers `x` and `y`
void MarkParetoFront(nlohmann::json& points, Goal goal);

} // namespace analysis

#endif // ANALYSIS_PARETO_H
