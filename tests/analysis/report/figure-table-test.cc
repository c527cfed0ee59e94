// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figure-table.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

/// Two variants of which the first has two phases, and a third row that is like the second.
FigureTable
MakeTable()
{
    Estimate estimate;
    estimate.value = -0.7;
    estimate.low = -1.3;
    estimate.high = -0.1;
    FigureTable table;
    table.heads = {"variant", "captured"};
    table.columns = {{"Accuracy", "points"}};
    for (const char* variant : {"a", "a", "b"})
    {
        const bool isFirst = table.rows.empty();
        table.rows.push_back({{variant, isFirst ? "before" : "after"}, {MakeCell(estimate, 1)}});
    }
    return table;
}

} // namespace

TEST(FigureTable, IntervalsOfNegativeNumbersCanBeRead)
{
    EXPECT_NE(RenderFigureTable(MakeTable()).find("<small>-1.3 to -0.1</small>"),
              std::string::npos);
}

TEST(FigureTable, RowsOfOneNameSayItOnce)
{
    const std::string html = RenderFigureTable(MakeTable());
    EXPECT_NE(html.find(R"(<th scope="rowgroup" class="text" rowspan="2">a</th>)"),
              std::string::npos)
        << html;
    EXPECT_EQ(html.find(">a</th>"), html.rfind(">a</th>"));
    EXPECT_NE(html.find(R"(<th scope="row" class="text">b</th>)"), std::string::npos);
    // The last name stands in every row, the same or not.
    EXPECT_NE(html.find(">after</th>"), html.rfind(">after</th>"));
    EXPECT_EQ(WriteMarkdownTable(MakeTable()),
              "| variant | captured | Accuracy (points) |\n|---|---|---:|\n"
              "| a | before | -0.7 (-1.3 to -0.1) |\n"
              "| | after | -0.7 (-1.3 to -0.1) |\n"
              "| b | after | -0.7 (-1.3 to -0.1) |\n");
}
