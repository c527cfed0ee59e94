// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SUMMARY_TABLE_H
#define ANALYSIS_SUMMARY_TABLE_H

#include "analysis/run-summary.h"

#include <ostream>
#include <string>
#include <vector>

namespace analysis
{

/// The table that a user sees after a run: one line per scenario and combination of swept values,
/// in order of first appearance. Replications are shown as the mean of each metric over the runs
/// that have it, and under it the half width of its 95 % confidence interval. With swept paths, of
/// which each is a column, the table leaves out columns that do not fit. At most 40 lines of means.
void WriteSummaryTable(std::ostream& stream,
                       const std::vector<RunSummary>& runs,
                       const std::vector<std::string>& sweptPaths = {});

} // namespace analysis

#endif // ANALYSIS_SUMMARY_TABLE_H
