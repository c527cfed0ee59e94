// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/comparison-table.h"

#include "analysis/number-format.h"
#include "analysis/statistics.h"
#include "analysis/table.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace analysis
{

namespace
{

std::string
FormatCell(const ComparisonCell& cell, int digits)
{
    if (cell.values.empty())
    {
        return cell.text;
    }
    std::string text = FormatFixed(Mean(cell.values), digits);
    if (cell.values.size() > 1)
    {
        text += " ± " + FormatFixed(StudentInterval(cell.values).halfWidth, digits);
    }
    return cell.published ? text + " (" + FormatNumber(*cell.published) + ")" : text;
}

/// Mean, half width and published value, as far as there are any.
std::string
FormatFields(const ComparisonCell& cell)
{
    if (cell.values.empty())
    {
        return cell.text + ",,";
    }
    return FormatNumber(Mean(cell.values)) + ',' +
           (cell.values.size() > 1 ? FormatNumber(StudentInterval(cell.values).halfWidth) : "") +
           ',' + (cell.published ? FormatNumber(*cell.published) : "");
}

} // namespace

ComparisonTable::ComparisonTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

void
ComparisonTable::AddRow(std::vector<ComparisonCell> cells)
{
    if (cells.size() != m_columns.size())
    {
        throw std::invalid_argument("a row that does not fit its table");
    }
    m_rows.push_back(std::move(cells));
}

const std::vector<ComparisonTable::Column>&
ComparisonTable::GetColumns() const
{
    return m_columns;
}

const std::vector<std::vector<ComparisonCell>>&
ComparisonTable::GetRows() const
{
    return m_rows;
}

bool
ComparisonTable::IsMeasured(std::size_t column) const
{
    return std::any_of(
        m_rows.begin(), m_rows.end(), [&](const auto& row) { return !row[column].values.empty(); });
}

void
ComparisonTable::Write(std::ostream& stream) const
{
    std::vector<Table::Column> columns;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
    {
        const auto align = IsMeasured(i) ? Table::Align::Right : Table::Align::Left;
        columns.push_back({m_columns[i].head, m_columns[i].unit, align});
    }
    Table table(std::move(columns));
    for (const auto& row : m_rows)
    {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.size(); ++i)
        {
            cells.push_back(FormatCell(row[i], m_columns[i].digits));
        }
        table.AddRow(std::move(cells));
    }
    table.Write(stream);
}

void
ComparisonTable::WriteCsv(std::ostream& stream) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
    {
        const std::string& name = m_columns[i].name;
        stream << (i == 0 ? "" : ",") << name;
        if (IsMeasured(i))
        {
            stream << ',' << name << "_half_width," << name << "_paper";
        }
    }
    stream << '\n';
    for (const auto& row : m_rows)
    {
        for (std::size_t i = 0; i < row.size(); ++i)
        {
            stream << (i == 0 ? "" : ",") << (IsMeasured(i) ? FormatFields(row[i]) : row[i].text);
        }
        stream << '\n';
    }
}

} // namespace analysis
