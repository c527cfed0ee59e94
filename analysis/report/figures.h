// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FIGURES_H
#define ANALYSIS_FIGURES_H

#include "analysis/report/study.h"

#include <string>
#include <utility>
#include <vector>

namespace analysis
{

/// Figures for a paper: names, and SVG that asks for nothing from anywhere. `exits`, `accuracy`
/// (against payload) and `latency` (against traffic; both with intervals and the Pareto front)
/// compare the variants; `topology-N` shows the Nth of those that are shown one by one.
std::vector<std::pair<std::string, std::string>> MakeFigures(const Study& study);

} // namespace analysis

#endif // ANALYSIS_FIGURES_H
