// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_EXIT_CHART_H
#define ANALYSIS_EXIT_CHART_H

#include "analysis/report/study.h"

#include <string>

namespace analysis
{

/// Shares of the exits as stacked bars, a bar for each variant that is shown.
std::string RenderExits(const Study& study);

} // namespace analysis

#endif // ANALYSIS_EXIT_CHART_H
