// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FAILURE_CHART_H
#define ANALYSIS_FAILURE_CHART_H

#include "analysis/report/failure-bars.h"

#include <string>

namespace analysis
{

/// The chart of all bars with their names, and of what those who wait made of them. Empty if
/// nothing failed.
std::string RenderFailures(const Study& study, const FailureBars& failures);

} // namespace analysis

#endif // ANALYSIS_FAILURE_CHART_H
