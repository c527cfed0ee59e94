// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FITTED_TABLE_H
#define ANALYSIS_FITTED_TABLE_H

#include "analysis/table.h"

#include <ostream>
#include <string>
#include <vector>

namespace analysis
{

/// A column of a table that must fit a terminal.
struct FittedColumn
{
    Table::Column column;
    std::vector<std::string> cells; //!< as many as the others have
    int rank = 0;                   //!< the highest is left out first, 0 never
};

/// Writes as many columns as fit into 80 columns of a terminal.
/// \return heads of those that were left out
std::vector<std::string> WriteFitted(std::ostream& stream, std::vector<FittedColumn> columns);

/// A line that names what was left out, if anything was.
/// \param where it can be found: "runs.csv has them"
void WriteLeftOut(std::ostream& stream,
                  const std::vector<std::string>& heads,
                  const std::string& where);

/// Columns with the swept values of some variants: a path is headed by its last two names if no
/// other ends with them, long values lose their beginning. Those further right are left out first,
/// but never the first.
/// \param rows values of a variant, one per path; fewer: the others are empty
std::vector<FittedColumn> MakeSweptColumns(const std::vector<std::string>& paths,
                                           const std::vector<std::vector<std::string>>& rows);

} // namespace analysis

#endif // ANALYSIS_FITTED_TABLE_H
