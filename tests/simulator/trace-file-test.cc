// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/links/p2p-link.h"
#include "simulator/links/trace-file.h"
#include "simulator/scenario/scenario-parser.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

TraceRows
Read(const std::string& text)
{
    return ReadTraceFile(TemporaryFile("t.csv", text).GetPath());
}

std::string
GetError(const std::string& text)
{
    const TemporaryFile file("t.csv", text);
    try
    {
        ReadTraceFile(file.GetPath());
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

} // namespace

TEST(TraceFile, ReadsRowsAndLeavesOutEmptyFields)
{
    const TraceRows rows = Read("# a comment, with a comma\n"
                                "loss, time,\trate ,delay\r\n"
                                "\n"
                                "0.5,0s,10Mbps,20ms\n"
                                ",1.5s, 64kb/s,\n"
                                "0,2s,,1us");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].time, ns3::Seconds(0));
    EXPECT_EQ(rows[0].rate, ns3::DataRate(10'000'000));
    EXPECT_EQ(rows[0].delay, ns3::MilliSeconds(20));
    EXPECT_EQ(rows[0].loss, 0.5);
    EXPECT_EQ(rows[1].time, ns3::MilliSeconds(1500));
    EXPECT_EQ(rows[1].rate, ns3::DataRate(64'000));
    EXPECT_FALSE(rows[1].delay || rows[1].loss);
    EXPECT_FALSE(rows[2].rate);
    EXPECT_EQ(rows[2].delay, ns3::MicroSeconds(1));
    EXPECT_EQ(rows[2].loss, 0);
}

TEST(TraceFile, ColumnsThatAreNotThereStayAsTheyAre)
{
    const TraceRows rows = Read("time,rate\n0s,1Mbps\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_TRUE(rows[0].rate);
    EXPECT_FALSE(rows[0].delay || rows[0].loss);
}

TEST(TraceFile, BadFieldsAreRefusedWithTheirPlace)
{
    const std::string header = "time,rate,delay,loss\n";
    EXPECT_EQ(GetError(header + "0s,10,20ms,0\n"),
              "t.csv:2:4: rate: '10' has no unit, expected a data rate such as 10Mbps");
    EXPECT_EQ(GetError(header + "0s,10Mbps,20,0\n"),
              "t.csv:2:11: delay: '20' has no unit, expected a time such as 40ms");
    EXPECT_EQ(GetError(header + "0s, 0bps,20ms,0\n"),
              "t.csv:2:5: rate: '0bps' is out of range, expected 1bps to 1000Gbps");
    EXPECT_EQ(GetError(header + "0s,1Mbps,2h,0\n"),
              "t.csv:2:10: delay: '2h' is out of range, expected 0s to 3600s");
    EXPECT_EQ(GetError(header + "0s,1Mbps,2ms,1.5\n"),
              "t.csv:2:14: loss: '1.5' is out of range, expected 0 to 1");
    EXPECT_EQ(GetError(header + "-1s,1Mbps,2ms,1\n"),
              "t.csv:2:1: time: '-1s' is out of range, expected 0s to 31536000s");
    EXPECT_EQ(GetError(header + ",1Mbps,2ms,1\n"),
              "t.csv:2:1: time: '' does not start with a number, expected a time such as 40ms");
    EXPECT_EQ(GetError(header + "0s,nan,2ms,1\n"),
              "t.csv:2:4: rate: 'nan' does not start with a number, expected a data rate such as "
              "10Mbps");
}

TEST(TraceFile, BadRowsAreRefused)
{
    EXPECT_EQ(GetError("time,rate\n1s,1Mbps\n\n1s,2Mbps\n"),
              "t.csv:4:1: the time 1s is not after that of the row before, 1s");
    EXPECT_EQ(GetError("rate,time\n1Mbps,1s\n2Mbps,0.5s\n"),
              "t.csv:3:7: the time 500ms is not after that of the row before, 1s");
    EXPECT_EQ(GetError("time,rate\n1s\n"), "t.csv:2:1: 1 fields, expected 2 as in the header");
    EXPECT_EQ(GetError("time,rate\n1s,1Mbps,0\n"),
              "t.csv:2:10: 3 fields, expected 2 as in the header");
}

TEST(TraceFile, BadHeadersAreRefused)
{
    EXPECT_EQ(GetError("time,rat\n0s,1Mbps\n"),
              "t.csv:1:6: unknown column 'rat', did you mean 'rate'?");
    EXPECT_EQ(GetError("0s,1Mbps\n"),
              "t.csv:1:1: unknown column '0s', expected time, rate, delay or loss");
    EXPECT_EQ(GetError("time,rate,rate\n"), "t.csv:1:11: duplicate column 'rate'");
    EXPECT_EQ(GetError("rate,loss\n"),
              "t.csv:1:1: expected the column time and at least one of rate, delay or loss");
    EXPECT_EQ(GetError("time\n0s\n"),
              "t.csv:1:1: expected the column time and at least one of rate, delay or loss");
    for (const char* text : {"", "# nothing\n", "time,rate\n"})
    {
        EXPECT_EQ(GetError(text),
                  "t.csv: has no rows, expected a header such as 'time,rate' and rows such as "
                  "'0s,10Mbps'");
    }
    EXPECT_EQ(GetError("time,rate\n0s,1M\x01ps\n"),
              "t.csv:2:6: a character that is a control character or not UTF-8");
}

TEST(TraceFile, AScenarioNamesItFromItsOwnFolder)
{
    const TemporaryFile trace("t.csv", "time,rate\n0s,3Mbps\n");
    const TemporaryFile file("c.yaml",
                             "network: n.npz\nlinks: {edge: {trace: " + trace.GetPath() +
                                 ", trace_repeat: 2s}}\n");
    const Scenario scenario = ParseScenario(file.GetPath(), {});
    const auto settings = std::any_cast<P2pSettings>(scenario.links.at("edge").values);
    EXPECT_EQ(settings.trace.rows->at(0).rate, ns3::DataRate(3'000'000));
    EXPECT_EQ(settings.trace.repeat, ns3::Seconds(2));
    const TemporaryFile again("d.yaml", FormatScenario(scenario));
    EXPECT_EQ(FormatScenario(ParseScenario(again.GetPath(), {})), FormatScenario(scenario));
}

TEST(TraceFile, AMissingOneIsRefused)
{
    EXPECT_THROW(ReadTraceFile("/nowhere/t.csv"), nn::InputError);
    EXPECT_THROW(ReadTraceFile("/dev/zero"), nn::InputError);
    EXPECT_THROW(ReadTraceFile("/tmp"), nn::InputError);
}
