// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SWEEP_CHARTS_H
#define ANALYSIS_SWEEP_CHARTS_H

#include "analysis/report/study.h"

#include <string>

namespace analysis
{

/// Charts of latency, accuracy and payload against every setting that was varied (at most the first
/// three): latency against bandwidth, for example. Lines join variants that differ in nothing else;
/// bands are the 95 % intervals. Empty if nothing was varied.
std::string RenderSweeps(const Study& study);

} // namespace analysis

#endif // ANALYSIS_SWEEP_CHARTS_H
