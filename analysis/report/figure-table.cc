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
<tbody>{{#rows}}<tr>{{#names}}<th scope="row" class="text">{{.}}</th>{{/names}}{{#cells}}<td>{{#strong}}<b>{{value}}</b>{{/strong}}{{^strong}}{{value}}{{/strong}}<small>{{interval}}</small></td>{{/cells}}</tr>
{{/rows}}</tbody></table></div>{{#leftOut}}<p class="note">{{leftOut}} more rows are not shown; <code>ddnnsim report --format csv</code> has them all.</p>{{/leftOut}})";

json
DescribeRow(const FigureTable::Row& row)
{
    json cells = json::array();
    for (const FigureCell& cell : row.cells)
    {
        cells.push_back({{"value", cell.value},
                         {"strong", cell.weight == FigureCell::Weight::Strong},
                         {"interval", cell.low.empty() ? "" : cell.low + " to " + cell.high}});
    }
    return {{"names", row.names}, {"cells", cells}};
}

std::string
WriteMarkdownRow(const FigureTable::Row& row)
{
    std::string text = "|";
    for (const std::string& name : row.names)
    {
        text += " " + EscapeMarkdown(name) + " |";
    }
    for (const FigureCell& cell : row.cells)
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
    for (const FigureTable::Row& row : table.rows)
    {
        rows.push_back(DescribeRow(row));
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
    for (const FigureTable::Row& row : table.rows)
    {
        text += WriteMarkdownRow(row);
    }
    return text;
}

} // namespace analysis
