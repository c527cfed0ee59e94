// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace
{

using Texts = std::vector<std::string>;

const std::string scenarioB = std::string(SCENARIOS_DIR) + "/figure2/b.yaml";

const Texts sweep = {scenarioB,
                     "--set",
                     "workload.samples=2",
                     "--set",
                     "replications=2",
                     "--sweep",
                     "links.backhaul.rate=64kbps,10Mbps",
                     "--sweep",
                     "thresholds.local=0,1"};

Texts
Join(const std::string& command, const Texts& more)
{
    Texts arguments = {command};
    arguments.insert(arguments.end(), sweep.begin(), sweep.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

} // namespace

TEST(SweepCommand, SweptValuesAreColumns)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run(Join("run", {}));
    ASSERT_EQ(result.status, 0) << result.error;
    const auto runs = ReadCsv(runner.GetFolder() / "results" / "b" / "runs.csv");
    EXPECT_EQ(Texts(runs[0].begin() + 3, runs[0].begin() + 7),
              (Texts{"replication", "links.backhaul.rate", "thresholds.local", "samples"}));
    EXPECT_EQ(GetColumn(runs, "run"), (Texts{"1", "2", "3", "4", "5", "6", "7", "8"}));
    EXPECT_EQ(GetColumn(runs, "replication"), (Texts{"1", "2", "1", "2", "1", "2", "1", "2"}));
    EXPECT_EQ(
        GetColumn(runs, "links.backhaul.rate"),
        (Texts{"64kbps", "64kbps", "64kbps", "64kbps", "10Mbps", "10Mbps", "10Mbps", "10Mbps"}));
    EXPECT_EQ(GetColumn(runs, "thresholds.local"), (Texts{"0", "0", "1", "1", "0", "0", "1", "1"}));
    EXPECT_EQ(GetColumn(runs, "exit_local"), (Texts{"0", "0", "1", "1", "0", "0", "1", "1"}));
    EXPECT_EQ(GetColumn(runs, "seed"), Texts(8, "1"));
    EXPECT_NE(result.output.find("backhaul.rate  thresholds.local  accuracy"), std::string::npos)
        << result.output;
}

TEST(SweepCommand, ADryRunWritesNothing)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run(Join("run", {"--dry-run"}));
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(result.output,
              "backhaul.rate  thresholds.local  runs\n"
              "-------------  ----------------  ----\n"
              "64kbps         0                  1-2\n"
              "64kbps         1                  3-4\n"
              "10Mbps         0                  5-6\n"
              "10Mbps         1                  7-8\n"
              "\n4 variants, 8 runs; nothing was simulated.\n");
    EXPECT_EQ(runner.List(), Texts{});
}

TEST(SweepCommand, ADryRunOfAShardShowsItsRuns)
{
    const CommandRunner runner;
    EXPECT_EQ(runner.Run(Join("run", {"--dry-run", "--shard", "2/3"})).output,
              "backhaul.rate  thresholds.local  runs\n"
              "-------------  ----------------  ----\n"
              "64kbps         0                    2\n"
              "10Mbps         0                    5\n"
              "10Mbps         1                    8\n"
              "\n3 variants, 3 of 8 runs; nothing was simulated.\n");
    // 12 replications: runs 1 to 12 of the first variant, every third of them from 1 on.
    const std::string many =
        runner.Run({"run", scenarioB, "--set", "replications=12", "--dry-run", "--shard", "1/3"})
            .output;
    EXPECT_NE(many.find("1, 4 to 10\n"), std::string::npos) << many;
    EXPECT_NE(many.find("1 variant, 4 of 12 runs;"), std::string::npos) << many;
}

TEST(SweepCommand, TheResolvedScenarioPlansTheSame)
{
    const CommandRunner runner;
    const CommandResult resolved = runner.Run(Join("check", {}));
    ASSERT_EQ(resolved.status, 0) << resolved.error;
    runner.Write("again.yaml", resolved.output);
    EXPECT_EQ(runner.Run({"run", "again.yaml", "--dry-run"}).output,
              runner.Run(Join("run", {"--dry-run"})).output);
}

TEST(SweepCommand, ABadSweepWritesNothing)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run(Join("run", {"--sweep", "sites=1,0"}));
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error, "--sweep sites=1,0: '0' is out of range, expected 1 to 100000\n");
    EXPECT_EQ(runner.List(), Texts{});
}
