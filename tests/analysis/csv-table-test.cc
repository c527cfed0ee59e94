// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv-table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using analysis::CsvTable;
using analysis::ReadFailure;

namespace
{

std::string
GetFailure(const std::string& text)
{
    try
    {
        CsvTable table("f.csv", text);
    }
    catch (const ReadFailure& failure)
    {
        return failure.what();
    }
    return "";
}

} // namespace

TEST(CsvTable, CellsAreFoundByNameInAnyOrder)
{
    const CsvTable table("f.csv", "b,a\n1,x\n2.5,\n");
    ASSERT_EQ(table.GetRowCount(), 2U);
    EXPECT_EQ(table.GetText(0, "a"), "x");
    EXPECT_EQ(table.GetNumber(1, "b"), 2.5);
    EXPECT_EQ(table.GetNumber(1, "a"), std::nullopt);
    EXPECT_FALSE(table.Has("c"));
    EXPECT_EQ(table.GetNumber(0, "c"), std::nullopt);
}

TEST(CsvTable, QuotesCommasLineEndsAndReturnsAreUnderstood)
{
    const CsvTable table("f.csv", "a,\"b,c\"\r\n\"say \"\"x\"\"\n,\",3\r\n");
    ASSERT_EQ(table.GetRowCount(), 1U);
    EXPECT_EQ(table.GetText(0, "a"), "say \"x\"\n,");
    EXPECT_EQ(table.GetNumber(0, "b,c"), 3);
}

TEST(CsvTable, ALastLineNeedsNoEnd)
{
    const CsvTable table("f.csv", "a,b\n1,2");
    EXPECT_EQ(table.GetNumber(0, "b"), 2);
}

TEST(CsvTable, WhatIsWrongIsToldWithItsLine)
{
    EXPECT_EQ(GetFailure(""), "f.csv:1: is empty, expected a head");
    EXPECT_EQ(GetFailure("a,b\n1,2\n3\n"), "f.csv:3: 1 cells, expected 2 as in the head");
    EXPECT_EQ(GetFailure("a,a\n"), "f.csv:1: column a is there twice");
    EXPECT_EQ(GetFailure("a\n\"x\n"), "f.csv:2: a quote is not closed");
}

TEST(CsvTable, ATextIsNoNumber)
{
    const CsvTable table("f.csv", "a,b\nx,\n");
    EXPECT_THROW(table.GetNumber(0, "a"), ReadFailure);
    EXPECT_THROW(table.GetRequired(0, "b"), ReadFailure);
}

TEST(CsvTable, EmptyCellsAreEmptyWhereverTheyStand)
{
    const CsvTable table("f.csv", "a,b,c\n\"\",\"x\",\"\"\n,\"y\",");
    EXPECT_EQ(table.GetText(0, "a"), "");
    EXPECT_EQ(table.GetText(0, "b"), "x");
    EXPECT_EQ(table.GetText(0, "c"), "");
    EXPECT_EQ(table.GetText(1, "b"), "y");
    EXPECT_EQ(table.GetText(1, "c"), "");
}
