// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/table.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

using namespace analysis;

namespace
{

std::string
ToText(const Table& table)
{
    std::ostringstream stream;
    table.Write(stream);
    return stream.str();
}

} // namespace

TEST(Table, AlignsTextLeftAndNumbersRight)
{
    Table table({{"name", "", Table::Align::Left}, {"rate", "kbps"}});
    table.AddRow({"a", "5"});
    table.AddRow({"longer", "12345"});
    EXPECT_EQ(ToText(table),
              "name     rate\n"
              "         kbps\n"
              "------  -----\n"
              "a           5\n"
              "longer  12345\n");
}

TEST(Table, HasNoLineOfUnitsWithoutUnits)
{
    Table table({{"a", ""}, {"b", ""}});
    EXPECT_EQ(ToText(table), "a  b\n-  -\n");
}

TEST(Table, CountsCodePoints)
{
    Table table({{"n", "", Table::Align::Left}, {"x", ""}});
    table.AddRow({"k\xc3\xb6ln", "1"});
    table.AddRow({"bonn", "2"});
    EXPECT_EQ(ToText(table), "n     x\n----  -\nk\xc3\xb6ln  1\nbonn  2\n");
}

TEST(Table, BreaksTheLastColumnAtEightyColumns)
{
    Table table({{"k", "", Table::Align::Left}, {"text", "", Table::Align::Left}});
    table.AddRow({"a", std::string(60, 'x') + " " + std::string(16, 'y') + " z"});
    table.AddRow({"b", std::string(60, 'x') + " " + std::string(17, 'y')});
    EXPECT_EQ(ToText(table),
              "k  text\n-  " + std::string(77, '-') + "\na  " + std::string(60, 'x') + " " +
                  std::string(16, 'y') + "\n   z\nb  " + std::string(60, 'x') + "\n   " +
                  std::string(17, 'y') + "\n");
}

TEST(Table, RefusesRowsThatDoNotFit)
{
    Table table({{"a", ""}, {"b", ""}});
    EXPECT_THROW(table.AddRow({"1"}), std::invalid_argument);
    EXPECT_THROW(Table({}), std::invalid_argument);
}
