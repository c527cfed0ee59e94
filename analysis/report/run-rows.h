// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RUN_ROWS_H
#define ANALYSIS_RUN_ROWS_H

#include "analysis/csv-table.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace analysis
{

/// Where the rows of each run stand in a table with a column `run`.
class RunRows
{
  public:
    RunRows() = default;
    /// \throw ReadFailure if a row does not say its run
    explicit RunRows(const CsvTable& table);

    /// In the order of the table; none if the table has none of this run.
    const std::vector<std::size_t>& Find(std::uint32_t run) const;

  private:
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_rows;
};

} // namespace analysis

#endif // ANALYSIS_RUN_ROWS_H
