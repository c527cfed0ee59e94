// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figure-table.h"

#include "analysis/number-format.h"
#include "analysis/report/template.h"

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const tableTemplate =
    R"(<div class="scroll" tabindex="0" role="group" aria-label="Table: {{title}}"><table><thead><tr>{{#heads}}<th scope="col" class="text">{{.}}</th>{{/heads}}{{#columns}}<th scope="col">{{title}}<br>{{unit}}</th>{{/columns}}</tr></thead>
<tbody>{{#rows}}<tr>{{#names}}<th scope="{{scope}}" class="text"{{#span}} rowspan="{{span}}"{{/span}}>{{text}}</th>{{/names}}{{#cells}}<td>{{#strong}}<b>{{value}}</b>{{/strong}}{{^strong}}{{value}}{{/strong}}<small>{{interval}}</small></td>{{/cells}}</tr>
{{/rows}}</tbody></table></div>{{#leftOut}}<p class="note">{{leftOut}} more rows are not shown; <code>ddnnsim report --format csv</code> has them all.</p>{{/leftOut}})";

/// How many rows from this one on have the same name there; 0 if the row before has it: rows of one
/// name say it once.
std::size_t
CountSame(const std::vector<FigureTable::Row>& rows, std::size_t row, std::size_t column)
{
    // Of the last name of a row each is its own: it is what the row is about.
    const bool isLast = column + 1 == rows[row].names.size();
    const std::string& name = rows[row].names[column];
    if (!isLast && row > 0 && rows[row - 1].names[column] == name)
    {
        return 0;
    }
    std::size_t count = 1;
    while (!isLast && row + count < rows.size() && rows[row + count].names[column] == name)
    {
        ++count;
    }
    return count;
}

json
DescribeNames(const std::vector<FigureTable::Row>& rows, std::size_t row)
{
    json names = json::array();
    for (std::size_t column = 0; column < rows[row].names.size(); ++column)
    {
        const std::size_t count = CountSame(rows, row, column);
        if (count > 0)
        {
            names.push_back({{"text", rows[row].names[column]},
                             {"scope", count > 1 ? "rowgroup" : "row"},
                             {"span", count > 1 ? std::to_string(count) : ""}});
        }
    }
    return names;
}

json
DescribeRow(const std::vector<FigureTable::Row>& rows, std::size_t row)
{
    json cells = json::array();
    for (const FigureCell& cell : rows[row].cells)
    {
        cells.push_back({{"value", cell.value},
                         {"strong", cell.weight == FigureCell::Weight::Strong},
                         {"interval", cell.low.empty() ? "" : cell.low + " to " + cell.high}});
    }
    return {{"names", DescribeNames(rows, row)}, {"cells", cells}};
}

std::string
WriteMarkdownRow(const std::vector<FigureTable::Row>& rows, std::size_t row)
{
    std::string text = "|";
    for (std::size_t column = 0; column < rows[row].names.size(); ++column)
    {
        const bool isSaid = CountSame(rows, row, column) == 0;
        text += isSaid ? " |" : " " + EscapeMarkdown(rows[row].names[column]) + " |";
    }
    for (const FigureCell& cell : rows[row].cells)
    {
        const std::string mark = cell.weight == FigureCell::Weight::Strong ? "**" : "";
        text.append(" ").append(mark).append(cell.value).append(mark);
        text += cell.low.empty() ? "" : " (" + cell.low + " to " + cell.high + ")";
        text += " |";
    }
    return text + "\n";
}

} // namespace

FigureCell
MakeCell(const std::optional<Estimate>& estimate, int digits)
{
    FigureCell cell;
    if (estimate)
    {
        cell.value = FormatFixed(estimate->value, digits);
    }
    if (estimate && estimate->low && estimate->high)
    {
        cell.low = FormatFixed(*estimate->low, digits);
        cell.high = FormatFixed(*estimate->high, digits);
    }
    return cell;
}

std::string
RenderFigureTable(const FigureTable& table)
{
    json columns = json::array();
    for (const FigureColumn& column : table.columns)
    {
        columns.push_back({{"title", column.title}, {"unit", column.unit}});
    }
    json rows = json::array();
    for (std::size_t row = 0; row < table.rows.size(); ++row)
    {
        rows.push_back(DescribeRow(table.rows, row));
    }
    return RenderTemplate(tableTemplate,
                          {{"title", table.title},
                           {"heads", table.heads},
                           {"columns", columns},
                           {"rows", rows},
                           {"leftOut", table.leftOut == 0 ? "" : std::to_string(table.leftOut)}});
}

std::string
EscapeMarkdown(const std::string& text)
{
    std::string escaped;
    for (const char character : text)
    {
        escaped += character == '|' || character == '\\' ? std::string("\\") + character
                   : character == '\n'                   ? std::string(" ")
                                                         : std::string(1, character);
    }
    return escaped;
}

std::string
WriteMarkdownTable(const FigureTable& table)
{
    std::string text = "|";
    std::string rule = "|";
    for (const std::string& head : table.heads)
    {
        text += " " + head + " |";
        rule += "---|";
    }
    for (const FigureColumn& column : table.columns)
    {
        text += " " + column.title + (column.unit.empty() ? "" : " (" + column.unit + ")") + " |";
        rule += "---:|";
    }
    text += "\n" + rule + "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row)
    {
        text += WriteMarkdownRow(table.rows, row);
    }
    return text;
}

} // namespace analysis
