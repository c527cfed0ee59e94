// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"

#include <gtest/gtest.h>

namespace fs = std::filesystem;

TEST(RunCommand, SettingsApplyAndReplicationsAreRows)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run({"run",
                                             scenarioC,
                                             "--set",
                                             "workload.samples=5",
                                             "--set",
                                             "thresholds.local=1",
                                             "--set",
                                             "replications=3"});
    ASSERT_EQ(result.status, 0) << result.error;
    const auto runs = ReadCsv(runner.GetFolder() / "results" / "c" / "runs.csv");
    EXPECT_EQ(GetColumn(runs, "replication"), (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(GetColumn(runs, "exit_local"), (std::vector<std::string>{"1", "1", "1"}));
    EXPECT_EQ(GetColumn(runs, "samples"), (std::vector<std::string>{"5", "5", "5"}));
    // Eq. (1) with l = 1.
    EXPECT_EQ(GetColumn(runs, "payload_bytes"), (std::vector<std::string>{"12", "12", "12"}));
}

TEST(RunCommand, TheManifestRepeatsTheRun)
{
    // The resolved text of a scenario is a scenario.
    const CommandRunner runner;
    const CommandResult resolved = runner.Run({"check", scenarioC});
    ASSERT_EQ(resolved.status, 0) << resolved.error;
    runner.Write("again.yaml", resolved.output);
    ASSERT_EQ(runner.Run({"run", "again.yaml", "--out", "again"}).status, 0);
    ASSERT_EQ(runner.Run({"run", scenarioC, "--out", "first"}).status, 0);
    for (const char* file : {"runs.csv", "samples.csv", "links.csv", "nodes.csv"})
    {
        EXPECT_EQ(ReadText(runner.GetFolder() / "again" / file),
                  ReadText(runner.GetFolder() / "first" / file));
    }
}

TEST(RunCommand, AClosedPipeOrFullDiskIsNotSuccess)
{
    const CommandRunner runner;
    const CommandResult result = runner.RunInShell(" list keys >/dev/full #");
    EXPECT_EQ(result.status, 1);
}

TEST(RunCommand, InterruptedItLeavesNothing)
{
    const CommandRunner runner;
    // A run that takes minutes, interrupted after the simulation has begun.
    runner.Write("s.yaml",
                 "network: " + std::string(SCENARIOS_DIR) +
                     "/networks/c.npz\nworkload: {samples: 10000000}\n");
    const CommandResult result =
        runner.RunInShell(" run s.yaml & pid=$!; sleep 3; kill -INT $pid; wait $pid; exit $? #");
    EXPECT_EQ(result.status, 130);
    EXPECT_EQ(runner.List(), std::vector<std::string>({"results", "s.yaml"}));
    EXPECT_TRUE(fs::is_empty(runner.GetFolder() / "results"));
}

TEST(ShippedScenarios, CanBeSimulated)
{
    const CommandRunner runner;
    int count = 0;
    for (const auto& folder : fs::directory_iterator(SCENARIOS_DIR))
    {
        std::vector<std::string> words = {"run", "--dry-run"};
        for (const auto& entry : fs::directory_iterator(folder))
        {
            if (entry.path().extension() == ".yaml" && folder.path().filename() != "networks")
            {
                words.push_back(entry.path());
                ++count;
            }
        }
        const CommandResult result =
            words.size() > 2 ? runner.Run(words) : CommandResult{0, "", ""};
        EXPECT_EQ(result.status, 0) << result.error;
        EXPECT_EQ(result.error, "");
    }
    EXPECT_GT(count, 20);
}
