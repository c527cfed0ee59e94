// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SUMMARY_TABLE_H
#define ANALYSIS_SUMMARY_TABLE_H

#include "analysis/run-summary.h"

#include <ostream>
#include <vector>

namespace analysis
{

/// The table that a user sees after a run: one line per scenario and combination of swept values,
/// in order of first appearance.Replications are shown as the mean of each metric over the runs
/// that have it, and under it the half width of its 95 % confidence interval.
void WriteSummaryTable(std::ostream& stream, const std::vector<RunSummary>& runs);

} // namespace analysis

#endif // ANALYSIS_SUMMARY_TABLE_H
