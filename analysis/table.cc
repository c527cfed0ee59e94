// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/table.h"

#include "analysis/characters.h"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace analysis
{

namespace
{

const std::string gap = "  ";

/// The last column is not made narrower than this, however wide the others are.
constexpr std::size_t minimumWidth = 20;

std::string
Pad(const std::string& text, std::size_t width, Table::Align align)
{
    const std::string spaces(width - std::min(width, CountCharacters(text)), ' ');
    return align == Table::Align::Left ? text + spaces : spaces + text;
}

/// Breaks a text between words into lines of at most the width, or of one word.
std::vector<std::string>
Wrap(const std::string& text, std::size_t width)
{
    if (CountCharacters(text) <= width)
    {
        return {text};
    }
    std::vector<std::string> lines(1);
    std::istringstream words(text);
    for (std::string word; words >> word;)
    {
        if (!lines.back().empty() &&
            CountCharacters(lines.back()) + 1 + CountCharacters(word) > width)
        {
            lines.emplace_back();
        }
        lines.back() += (lines.back().empty() ? "" : " ") + word;
    }
    return lines;
}

} // namespace

Table::Table(std::vector<Column> columns) : m_columns(std::move(columns))
{
    if (m_columns.empty())
    {
        throw std::invalid_argument("a table without columns");
    }
}

void
Table::AddRow(std::vector<std::string> cells)
{
    if (cells.size() != m_columns.size())
    {
        throw std::invalid_argument("a row that does not fit its table");
    }
    m_rows.push_back(std::move(cells));
}

std::vector<std::size_t>
Table::GetFullWidths() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
    {
        std::size_t width =
            std::max(CountCharacters(m_columns[i].head), CountCharacters(m_columns[i].unit));
        for (const Cells& row : m_rows)
        {
            width = std::max(width, CountCharacters(row[i]));
        }
        widths.push_back(width);
    }
    return widths;
}

std::size_t
Table::GetWidth() const
{
    const std::vector<std::size_t> widths = GetFullWidths();
    return std::accumulate(widths.begin(), widths.end(), gap.size() * (widths.size() - 1));
}

std::vector<std::size_t>
Table::GetWidths() const
{
    std::vector<std::size_t> widths = GetFullWidths();
    const std::size_t others = GetWidth() - widths.back();
    const std::size_t room = maximumWidth - std::min(maximumWidth, others);
    widths.back() = std::min(widths.back(), std::max(room, minimumWidth));
    return widths;
}

std::string
Table::FormatRow(const Cells& cells, const std::vector<std::size_t>& widths) const
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        line += (i == 0 ? "" : gap) + Pad(cells[i], widths[i], m_columns[i].align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void
Table::WriteRow(std::ostream& stream,
                const Cells& cells,
                const std::vector<std::size_t>& widths) const
{
    Cells shown = cells;
    for (const std::string& line : Wrap(cells.back(), widths.back()))
    {
        shown.back() = line;
        stream << FormatRow(shown, widths) << '\n';
        std::fill(shown.begin(), shown.end(), "");
    }
}

void
Table::WriteHead(std::ostream& stream, const std::vector<std::size_t>& widths) const
{
    Cells heads;
    Cells units;
    Cells rules;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
    {
        heads.push_back(m_columns[i].head);
        units.push_back(m_columns[i].unit);
        rules.emplace_back(widths[i], '-');
    }
    stream << FormatRow(heads, widths) << '\n';
    if (std::any_of(units.begin(), units.end(), [](const auto& unit) { return !unit.empty(); }))
    {
        stream << FormatRow(units, widths) << '\n';
    }
    stream << FormatRow(rules, widths) << '\n';
}

void
Table::Write(std::ostream& stream) const
{
    const std::vector<std::size_t> widths = GetWidths();
    WriteHead(stream, widths);
    for (const Cells& row : m_rows)
    {
        WriteRow(stream, row, widths);
    }
}

} // namespace analysis
