// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/fitted-table.h"

#include <algorithm>
#include <utility>

namespace analysis
{

namespace
{

constexpr std::size_t longestValue = 24;

Table
MakeTable(const std::vector<FittedColumn>& columns)
{
    std::vector<Table::Column> heads;
    heads.reserve(columns.size());
    for (const FittedColumn& column : columns)
    {
        heads.push_back(column.column);
    }
    Table table(heads);
    for (std::size_t row = 0; row < columns.front().cells.size(); ++row)
    {
        std::vector<std::string> cells;
        cells.reserve(columns.size());
        for (const FittedColumn& column : columns)
        {
            cells.push_back(column.cells[row]);
        }
        table.AddRow(cells);
    }
    return table;
}

bool
EndsWith(const std::string& text, const std::string& end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string
ShortenPath(const std::string& path, const std::vector<std::string>& paths)
{
    const std::size_t last = path.rfind('.');
    const std::size_t dot =
        last == std::string::npos || last == 0 ? last : path.rfind('.', last - 1);
    const std::string end = dot == std::string::npos ? path : path.substr(dot + 1);
    const auto ends = [&end](const std::string& other) { return EndsWith(other, end); };
    return std::count_if(paths.begin(), paths.end(), ends) == 1 ? end : path;
}

bool
ContinuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

/// The end of a path is what differs.
std::string
ShortenValue(const std::string& value)
{
    if (value.size() <= longestValue)
    {
        return value;
    }
    std::size_t begin = value.size() - longestValue + 2;
    while (begin < value.size() && ContinuesCharacter(value[begin]))
    {
        ++begin;
    }
    return ".." + value.substr(begin);
}

} // namespace

std::vector<std::string>
WriteFitted(std::ostream& stream, std::vector<FittedColumn> columns)
{
    const auto isLower = [](const FittedColumn& a, const FittedColumn& b) {
        return a.rank < b.rank;
    };
    std::vector<std::string> left;
    while (MakeTable(columns).GetWidth() > Table::maximumWidth)
    {
        const auto highest = std::max_element(columns.begin(), columns.end(), isLower);
        if (highest->rank == 0)
        {
            break;
        }
        left.push_back(highest->column.head);
        columns.erase(highest);
    }
    MakeTable(columns).Write(stream);
    return left;
}

void
WriteLeftOut(std::ostream& stream, const std::vector<std::string>& heads, const std::string& where)
{
    std::string text;
    for (const std::string& head : heads)
    {
        text += (text.empty() ? "" : ", ") + head;
    }
    if (!heads.empty())
    {
        stream << "Left out for lack of room: " << text << "; " << where << ".\n";
    }
}

std::vector<FittedColumn>
MakeSweptColumns(const std::vector<std::string>& paths,
                 const std::vector<std::vector<std::string>>& rows)
{
    std::vector<FittedColumn> columns;
    for (std::size_t i = 0; i < paths.size(); ++i)
    {
        FittedColumn column = {{ShortenPath(paths[i], paths), "", Table::Align::Left}, {}, 0};
        column.rank = static_cast<int>(i);
        for (const std::vector<std::string>& row : rows)
        {
            column.cells.push_back(i < row.size() ? ShortenValue(row[i]) : "");
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace analysis
