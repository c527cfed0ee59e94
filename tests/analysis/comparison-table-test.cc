// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/comparison-table.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

using analysis::ComparisonTable;

namespace
{

ComparisonTable
MakeTable(const std::vector<double>& values)
{
    ComparisonTable table({{"scheme", "scheme", "", 0}, {"local_percent", "local", "%", 1}});
    table.AddRow({{"MP-CC", {}, {}}, {"", values, 98.0}});
    table.AddRow({{"none", {}, {}}, {"", values, {}}});
    return table;
}

template <typename Function>
std::string
Print(const Function& function)
{
    std::ostringstream stream;
    function(stream);
    return stream.str();
}

} // namespace

// 94, 95, 96, 97, 98: s = sqrt(10 / 4), t(0.975, 4) = 2.776, half width 2.776 sqrt(2.5 / 5) = 1.96.
TEST(ComparisonTable, MeanAndHalfWidthBesideThePublishedValue)
{
    const ComparisonTable table = MakeTable({94, 95, 96, 97, 98});
    EXPECT_EQ(Print([&](std::ostream& stream) { table.Write(stream); }),
              "scheme            local\n"
              "                      %\n"
              "------  ---------------\n"
              "MP-CC   96.0 ± 2.0 (98)\n"
              "none         96.0 ± 2.0\n");
    EXPECT_EQ(Print([&](std::ostream& stream) { table.WriteCsv(stream); }),
              "scheme,local_percent,local_percent_half_width,local_percent_paper\n"
              "MP-CC,96,1.96324316,98\n"
              "none,96,1.96324316,\n");
}

TEST(ComparisonTable, OneRepetitionHasNoInterval)
{
    const ComparisonTable table = MakeTable({94.25});
    EXPECT_EQ(Print([&](std::ostream& stream) { table.WriteCsv(stream); }),
              "scheme,local_percent,local_percent_half_width,local_percent_paper\n"
              "MP-CC,94.25,,98\n"
              "none,94.25,,\n");
}

TEST(ComparisonTable, RowsFitTheColumns)
{
    ComparisonTable table({{"a", "a", "", 0}});
    EXPECT_THROW(table.AddRow({}), std::invalid_argument);
}
