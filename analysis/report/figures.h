// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FIGURES_H
#define ANALYSIS_FIGURES_H

#include "analysis/report/study.h"

#include <string>
#include <utility>
#include <vector>

namespace analysis
{

/// Figures for a paper: names, and SVG that asks for nothing from anywhere. `exits` and `accuracy`
/// (against payload, logarithmic, with intervals and the Pareto front) compare all variants;
/// `topology-N` shows the Nth.
std::vector<std::pair<std::string, std::string>> MakeFigures(const Study& study);

} // namespace analysis

#endif // ANALYSIS_FIGURES_H
