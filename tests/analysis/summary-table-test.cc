// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/summary-table.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace analysis;

namespace
{

RunSummary
MakeSummary(const std::string& scenario, double accuracy, std::int64_t latency)
{
    RunSummary summary;
    summary.scenario = scenario;
    summary.accuracy = accuracy;
    summary.exitLocal = 0.6;
    summary.exitEdge = 0;
    summary.exitCloud = 0.4;
    summary.lost = 0;
    summary.decisionLatencyP50 = latency;
    summary.decisionLatencyP95 = 2 * latency;
    summary.payloadBytes = 140;
    summary.wireBytes = 1000;
    return summary;
}

std::string
ToText(const std::vector<RunSummary>& runs, const std::vector<std::string>& sweptPaths = {})
{
    std::ostringstream stream;
    WriteSummaryTable(stream, runs, sweptPaths);
    return stream.str();
}

const std::string head =
    "topology  accuracy  local  edge  cloud  lost    p50    p95  payload  wire\n"
    "                 %      %     %      %     %     ms     ms        B     B\n"
    "--------  --------  -----  ----  -----  ----  -----  -----  -------  ----\n";

const std::string foot =
    "\nShares of samples by exit; p50, p95: decision latency; payload: per device "
    "and\nsample; wire: all links.\n";

} // namespace

TEST(SummaryTable, ReplicationsAreAveragedWithAnInterval)
{
    // Two runs: half width t(0.975, 1) s / sqrt(2) = 12.7062 |a - b| / 2. Accuracy 90 and 80 %:
    // 63.5; p50 10 and 20 ms: 63.53; p95 20 and 40 ms: 127.06.
    const std::string text =
        ToText({MakeSummary("c", 0.9, 10'000'000), MakeSummary("c", 0.8, 20'000'000)});
    EXPECT_NE(
        text.find("c             85.0   60.0   0.0   40.0   0.0  15.00   30.00    140.0  1000\n"
                  "  +-          63.5    0.0   0.0    0.0   0.0  63.53  127.06      0.0     0\n"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("+-: half width of the 95 % confidence interval"), std::string::npos);
}

TEST(SummaryTable, ScenariosStandInOrder)
{
    const std::string text = ToText({MakeSummary("f", 0.9, 10'000'000),
                                     MakeSummary("a", 0.5, 20'000'000),
                                     MakeSummary("f", 0.9, 10'000'000)});
    EXPECT_LT(text.find("\nf "), text.find("\na "));
    EXPECT_EQ(text.find("\nf ", text.find("\nf ") + 1), std::string::npos);
}

TEST(SummaryTable, SweptPathsAreColumns)
{
    RunSummary slow = MakeSummary("c", 0.9, 10'000'000);
    slow.wireBytes = 10'000'000;
    RunSummary fast = slow;
    slow.sweptValues = {"64kbps"};
    fast.sweptValues = {"1Mbps"};
    // With its columns, and edge and lost all zero, 82 wide: the zero of lower worth goes.
    EXPECT_EQ(ToText({slow, fast}, {"links.backhaul.rate"}),
              "backhaul.rate  accuracy  local  cloud  lost    p50    p95  payload      wire\n"
              "                      %      %      %     %     ms     ms        B         B\n"
              "-------------  --------  -----  -----  ----  -----  -----  -------  --------\n"
              "64kbps             90.0   60.0   40.0   0.0  10.00  20.00    140.0  10000000\n"
              "1Mbps              90.0   60.0   40.0   0.0  10.00  20.00    140.0  10000000\n" +
                  foot + "Left out for lack of room: edge; runs.csv has them.\n");
}

TEST(SummaryTable, WithSeveralScenariosTheyAreAColumn)
{
    RunSummary slow = MakeSummary("c", 0.9, 10'000'000);
    slow.sweptValues = {"64kbps"};
    RunSummary other = MakeSummary("e", 0.9, 10'000'000);
    other.sweptValues = {"1Mbps"};
    const std::string text = ToText({slow, slow, other}, {"links.backhaul.rate"});
    EXPECT_EQ(text.rfind("topology  backhaul.rate  accuracy", 0), 0U) << text;
    EXPECT_NE(text.find("\nc         64kbps             90.0"), std::string::npos) << text;
    EXPECT_NE(text.find("\n  +-                          0.0"), std::string::npos) << text;
    EXPECT_NE(text.find("\ne         1Mbps              90.0"), std::string::npos) << text;
}

TEST(SummaryTable, FitsTheTerminalWhateverIsSwept)
{
    RunSummary run = MakeSummary("c", 0.9, 10'000'000);
    std::vector<std::string> paths;
    for (int i = 0; i < 9; ++i)
    {
        paths.push_back("group-" + std::to_string(i) + ".some.key");
        run.sweptValues.push_back("../a/rather/long/path/" + std::to_string(i) + ".npz");
        std::istringstream lines(ToText({run, run}, paths));
        for (std::string line; std::getline(lines, line) && !line.empty();)
        {
            EXPECT_LE(line.size(), 80U) << line;
        }
    }
}

TEST(SummaryTable, ManyVariantsAreCounted)
{
    std::vector<RunSummary> runs(43, MakeSummary("c", 0.9, 10'000'000));
    for (std::size_t i = 0; i < runs.size(); ++i)
    {
        runs[i].sweptValues = {"v" + std::to_string(i)};
    }
    const std::string text = ToText(runs, {"sites"});
    EXPECT_NE(text.find("\nv39 "), std::string::npos);
    EXPECT_EQ(text.find("\nv40 "), std::string::npos);
    EXPECT_NE(text.find("3 more variants are in runs.csv.\n"), std::string::npos);
}

TEST(SummaryTable, MissingMetricsAreDashes)
{
    RunSummary summary;
    summary.scenario = "c";
    EXPECT_NE(ToText({summary}).find("\nc                -"), std::string::npos);
}
