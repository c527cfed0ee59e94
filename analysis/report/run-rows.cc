// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/run-rows.h"

namespace analysis
{

RunRows::RunRows(const CsvTable& table)
{
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        m_rows[static_cast<std::uint32_t>(table.GetRequired(row, "run"))].push_back(row);
    }
}

const std::vector<std::size_t>&
RunRows::Find(std::uint32_t run) const
{
    static const std::vector<std::size_t> none;
    const auto found = m_rows.find(run);
    return found == m_rows.end() ? none : found->second;
}

} // namespace analysis
