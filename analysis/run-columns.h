// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RUN_COLUMNS_H
#define ANALYSIS_RUN_COLUMNS_H

#include "analysis/run-summary.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// A metric of runs.csv.
struct RunColumn
{
    const char* name; //!< of the column, with the unit
    /// In the unit of the column; empty: the run does not define it.
    std::string (*format)(const RunSummary& run);
};

/// All metrics, in the order of the file.
const std::vector<RunColumn>& GetRunColumns();

/// \return null if there is no such metric
const RunColumn* FindRunColumn(const std::string& name);

/// \return none if the run does not define it, or has failed
std::optional<double> GetValue(const RunColumn& column, const RunSummary& run);

} // namespace analysis

#endif // ANALYSIS_RUN_COLUMNS_H
