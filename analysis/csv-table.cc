// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv-table.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace analysis
{

CsvTable::CsvTable(const std::string& name, std::string text)
    : m_name(name), m_text(std::move(text))
{
    Parse();
}

const std::vector<std::string>&
CsvTable::GetColumns() const
{
    return m_columns;
}

bool
CsvTable::Has(const std::string& column) const
{
    return m_index.count(column) > 0;
}

std::size_t
CsvTable::GetRowCount() const
{
    return m_columns.empty() ? 0 : m_cells.size() / m_columns.size();
}

std::string_view
CsvTable::GetText(std::size_t row, const std::string& column) const
{
    const auto found = m_index.find(column);
    return found == m_index.end() ? std::string_view()
                                  : GetView(m_cells.at(row * m_columns.size() + found->second));
}

std::optional<double>
CsvTable::GetNumber(std::size_t row, const std::string& column) const
{
    const std::string_view text = GetText(row, column);
    if (text.empty())
    {
        return std::nullopt;
    }
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end)
    {
        Fail(row + 2, "column " + column + " holds no number");
    }
    return value;
}

double
CsvTable::GetRequired(std::size_t row, const std::string& column) const
{
    const std::optional<double> value = GetNumber(row, column);
    if (!value)
    {
        Fail(row + 2, "column " + column + " is empty, expected a number");
    }
    return *value;
}

void
CsvTable::Parse()
{
    if (m_text.size() > std::numeric_limits<std::uint32_t>::max() / 2)
    {
        Fail(1, "has 2 GiB or more");
    }
    std::size_t line = 1;
    for (std::size_t at = 0; at < m_text.size(); ++line)
    {
        const std::size_t first = m_cells.size();
        bool isEnd = false;
        while (!isEnd)
        {
            m_cells.push_back(ParseCell(at));
            isEnd = at >= m_text.size() || m_text[at] != ',';
            ++at; // the comma or the line end
        }
        if (line == 1)
        {
            TakeHead(std::exchange(m_cells, {}));
            const auto rows = std::count(m_text.begin(), m_text.end(), '\n');
            m_cells.reserve(static_cast<std::size_t>(rows) * m_columns.size());
        }
        else if (m_cells.size() - first != m_columns.size())
        {
            Fail(line,
                 std::to_string(m_cells.size() - first) + " cells, expected " +
                     std::to_string(m_columns.size()) + " as in the head");
        }
    }
    if (m_columns.empty())
    {
        Fail(1, "is empty, expected a head");
    }
}

/// Leaves `at` at the comma or the line feed behind the cell.
CsvTable::Cell
CsvTable::ParseCell(std::size_t& at)
{
    if (at < m_text.size() && m_text[at] == '"')
    {
        return ParseQuoted(at);
    }
    const std::size_t begin = at;
    at = std::min(m_text.find_first_of(",\n", at), m_text.size());
    const bool hasReturn = at > begin && m_text[at - 1] == '\r';
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(at - begin - (hasReturn ? 1 : 0))};
}

CsvTable::Cell
CsvTable::ParseQuoted(std::size_t& at)
{
    const std::size_t begin = m_unquoted.size();
    for (++at;; ++at)
    {
        const std::size_t quote = m_text.find('"', at);
        if (quote == std::string::npos)
        {
            Fail(GetRowCount() + 2, "a quote is not closed");
        }
        m_unquoted.append(m_text, at, quote - at);
        at = quote + 1;
        if (at >= m_text.size() || m_text[at] != '"')
        {
            break;
        }
        m_unquoted += '"';
    }
    at = std::min(m_text.find_first_of(",\n", at), m_text.size());
    return {static_cast<std::uint32_t>(m_text.size() + begin),
            static_cast<std::uint32_t>(m_unquoted.size() - begin)};
}

std::string_view
CsvTable::GetView(const Cell& cell) const
{
    return cell.begin < m_text.size()
               ? std::string_view(m_text).substr(cell.begin, cell.size)
               : std::string_view(m_unquoted).substr(cell.begin - m_text.size(), cell.size);
}

void
CsvTable::TakeHead(const std::vector<Cell>& cells)
{
    for (const Cell& place : cells)
    {
        const std::string_view cell = GetView(place);
        if (!m_index.emplace(cell, m_columns.size()).second)
        {
            Fail(1, "column " + std::string(cell) + " is there twice");
        }
        m_columns.emplace_back(cell);
    }
}

void
CsvTable::Fail(std::size_t line, const std::string& reason) const
{
    throw ReadFailure(m_name + ":" + std::to_string(line) + ": " + reason);
}

} // namespace analysis
