// SPDX-License-Identifier: GPL-2.0-only
// Studies that are interrupted, grow, fail in part, or meet a full disk.
#include "analysis/statistics.h"
#include "background-command.h"
#include "command-runner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <thread>

namespace fs = std::filesystem;

namespace
{

using Words = std::vector<std::string>;

const Words csvFiles = {"runs.csv",
                        "samples.csv",
                        "links.csv",
                        "nodes.csv",
                        "timeline.csv",
                        "failures.csv",
                        "suspicions.csv",
                        "gallery.json"};

Words
MakeWords(const std::string& out, int replications, const Words& more = {})
{
    Words words = {"run",
                   scenarioC,
                   "--out",
                   out,
                   "--set",
                   "workload.samples=40",
                   "--set",
                   "workload.arrivals=poisson",
                   "--set",
                   "replications=" + std::to_string(replications)};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void
ExpectSameResults(const fs::path& one, const fs::path& other)
{
    for (const std::string& file : csvFiles)
    {
        EXPECT_TRUE(ReadText(one / file) == ReadText(other / file)) << file;
    }
}

} // namespace

TEST(Study, KilledAtRandomMomentsItLosesAndDoublesNoRun)
{
    const CommandRunner runner;
    const fs::path folder = runner.GetFolder();
    ASSERT_EQ(runner.Run(MakeWords("whole", 30, {"--jobs", "1"})).status, 0);
    std::mt19937 random(1); // how long until the kill; when the process is there differs anyway
    for (int i = 0; i < 20; ++i)
    {
        BackgroundCommand command(folder, MakeWords("killed", 30, {"--jobs", "2"}));
        std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 300));
        command.Send(SIGKILL);
        command.Wait();
    }
    const CommandResult last = runner.Run(MakeWords("killed", 30, {"--jobs", "2"}));
    ASSERT_EQ(last.status, 0) << last.error;
    ExpectSameResults(folder / "whole", folder / "killed");
    // Runs that are done are not done again.
    const auto written = fs::last_write_time(folder / "killed" / "runs.csv");
    ASSERT_EQ(runner.Run(MakeWords("killed", 30)).status, 0);
    ExpectSameResults(folder / "whole", folder / "killed");
    EXPECT_GT(fs::last_write_time(folder / "killed" / "runs.csv"), written);
}

TEST(Study, GoesOnAfterAnInterrupt)
{
    const CommandRunner runner;
    const fs::path folder = runner.GetFolder();
    {
        BackgroundCommand command(folder, MakeWords("out", 500, {"--jobs", "1"}));
        // Until some runs have been put.
        const fs::path store = folder / "out" / "study.sqlite-wal";
        command.WaitUntil([&] { return fs::exists(store) && fs::file_size(store) > 500000; });
        command.Send(SIGINT);
        EXPECT_EQ(command.Wait(), 130);
        const std::string error = ReadText(folder / "errors");
        EXPECT_NE(error.find(" of 500 runs are kept in out: the same command goes on\n"),
                  std::string::npos)
            << error;
    }
    EXPECT_FALSE(fs::exists(folder / "out" / "runs.csv"));
}

TEST(Study, GrowsByReplications)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run(MakeWords("grown", 2)).status, 0);
    ASSERT_EQ(runner.Run(MakeWords("grown", 4)).status, 0);
    ASSERT_EQ(runner.Run(MakeWords("whole", 4)).status, 0);
    ExpectSameResults(runner.GetFolder() / "whole", runner.GetFolder() / "grown");
}

TEST(Study, AnotherScenarioTextIsNotMixedIn)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run(MakeWords("out", 1)).status, 0);
    const Words other = MakeWords("out", 1, {"--set", "seed=2"});
    const CommandResult refused = runner.Run(other);
    EXPECT_EQ(refused.status, 2);
    EXPECT_NE(refused.error.find("out: holds results of another scenario text, expected --force to "
                                 "start over, or another --out DIR\n"),
              std::string::npos)
        << refused.error;
    EXPECT_EQ(GetColumn(ReadCsv(runner.GetFolder() / "out" / "runs.csv"), "seed"), Words{"1"});
    Words forced = other;
    forced.emplace_back("--force");
    EXPECT_EQ(runner.Run(forced).status, 0);
    EXPECT_EQ(GetColumn(ReadCsv(runner.GetFolder() / "out" / "runs.csv"), "seed"), Words{"2"});
    EXPECT_EQ(runner.List(), Words{"out"});
}

TEST(Study, ASecondMasterIsRefused)
{
    const CommandRunner runner;
    const fs::path folder = runner.GetFolder();
    BackgroundCommand first(folder, MakeWords("out", 2000));
    while (!fs::exists(folder / "out" / "study.sqlite-wal"))
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const CommandResult second = runner.Run(MakeWords("out", 2000));
    EXPECT_EQ(second.status, 2);
    EXPECT_NE(second.error.find("is in use by another ddnnsim"), std::string::npos) << second.error;
    first.Send(SIGKILL);
    first.Wait();
}

TEST(Study, ARunThatFailsIsARow)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run(
        {"run", scenarioC, "--out", "out", "--timeout", "1", "--set", "workload.samples=10000000"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(
        result.error.find("run 1 of scenario 'c' failed: took longer than the timeout of 1 s"),
        std::string::npos)
        << result.error;
    const auto runs = ReadCsv(runner.GetFolder() / "out" / "runs.csv");
    EXPECT_EQ(GetColumn(runs, "status"), Words{"failed"});
    EXPECT_EQ(GetColumn(runs, "error"), Words{"took longer than the timeout of 1 s"});
    EXPECT_EQ(GetColumn(runs, "accuracy"), Words{""});
}

TEST(Study, AFullDiskLosesNothingThatWasDone)
{
    const CommandRunner runner;
    const fs::path folder = runner.GetFolder();
    // No file may be longer than 200 kB: the store comes to that after some runs.
    const CommandResult full = runner.RunInShell(
        " list keys >/dev/null; ulimit -f 400; trap '' XFSZ; " + std::string(DDNNSIM_COMMAND) +
        " run " + scenarioC +
        " --out full --gallery 0 --set workload.samples=40 --set workload.arrivals=poisson"
        " --set replications=60");
    EXPECT_EQ(full.status, 1);
    EXPECT_NE(full.error.find("study.sqlite cannot be written: "), std::string::npos) << full.error;
    EXPECT_NE(full.error.find(" of 60 runs are kept in full"), std::string::npos) << full.error;
    const Words whole = MakeWords("whole", 60, {"--gallery", "0"});
    const Words again = MakeWords("full", 60, {"--gallery", "0"});
    EXPECT_EQ(runner.Run(again).status, 0);
    EXPECT_EQ(runner.Run(whole).status, 0);
    ExpectSameResults(folder / "whole", folder / "full");
}

TEST(Study, PartsMakeTheWhole)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run(MakeWords("whole", 7)).status, 0);
    for (const char* number : {"1", "2", "3"})
    {
        const Words part =
            MakeWords(std::string("part") + number, 7, {"--shard", std::string(number) + "/3"});
        ASSERT_EQ(runner.Run(part).status, 0);
    }
    EXPECT_EQ(GetColumn(ReadCsv(runner.GetFolder() / "part2" / "runs.csv"), "run"),
              (Words{"2", "5"}));
    const CommandResult incomplete = runner.Run({"merge", "part1", "part3", "--out", "half"});
    EXPECT_EQ(incomplete.status, 2);
    EXPECT_EQ(incomplete.error,
              "ddnnsim merge: run 2 and 1 others are in none of the directories, expected all "
              "parts of the study\n");
    EXPECT_FALSE(fs::exists(runner.GetFolder() / "half"));
    const CommandResult merged = runner.Run({"merge", "part3", "part1", "part2", "--out", "all"});
    ASSERT_EQ(merged.status, 0) << merged.error;
    ExpectSameResults(runner.GetFolder() / "whole", runner.GetFolder() / "all");
}

TEST(Study, PartsOfDifferentStudiesAreRefused)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run(MakeWords("part1", 4, {"--shard", "1/2"})).status, 0);
    ASSERT_EQ(runner.Run(MakeWords("part2", 6, {"--shard", "2/2"})).status, 0);
    const CommandResult result = runner.Run({"merge", "part1", "part2", "--out", "all"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error,
              "part2: is a part of another study than those before it, expected parts of one "
              "study\n");
    for (const char* shard : {"1", "0/2", "3/2", "1/x", "/"})
    {
        EXPECT_EQ(runner.Run(MakeWords("part3", 4, {"--shard", shard})).status, 2) << shard;
    }
    EXPECT_EQ(runner.Run({"merge", "nowhere", "--out", "all"}).status, 2);
    EXPECT_EQ(runner.Run({"merge", "part1"}).status, 2);
}

TEST(Study, ReplicationsAreAddedUntilAMetricIsKnown)
{
    const CommandRunner runner;
    const Words lossy = {
        "--set", "links.local.loss=0.2", "--set", "suspect_after=0", "--until", "accuracy=0.03"};
    ASSERT_EQ(runner.Run(MakeWords("out", 1, lossy)).status, 0);
    std::vector<double> values;
    for (const std::string& text :
         GetColumn(ReadCsv(runner.GetFolder() / "out" / "runs.csv"), "accuracy"))
    {
        values.push_back(std::stod(text));
    }
    ASSERT_GT(values.size(), 5U); // five replications of 40 samples are not enough
    EXPECT_LE(analysis::StudentInterval(values).halfWidth, 0.03);
    // What was added is not another study: the same command has nothing left to do.
    const std::string runs = ReadText(runner.GetFolder() / "out" / "runs.csv");
    ASSERT_EQ(runner.Run(MakeWords("out", 1, lossy)).status, 0);
    EXPECT_EQ(ReadText(runner.GetFolder() / "out" / "runs.csv"), runs);
}

TEST(Study, APrecisionNeedsFiveReplications)
{
    const CommandRunner runner; // nothing is random: the width is 0 from the second on
    ASSERT_EQ(runner.Run(MakeWords("out", 1, {"--until", "accuracy=0.03"})).status, 0);
    EXPECT_EQ(ReadCsv(runner.GetFolder() / "out" / "runs.csv").size(), 1U + 5U);
}

TEST(Study, BadPrecisionsAreRefused)
{
    const CommandRunner runner;
    for (const char* until : {"",
                              "accuracy",
                              "acuracy=1",
                              "accuracy=",
                              "accuracy=0",
                              "accuracy=x",
                              "scenario=1",
                              "accuracy=nan"})
    {
        const CommandResult result = runner.Run(MakeWords("out", 1, {"--until", until}));
        EXPECT_EQ(result.status, 2) << until;
        EXPECT_EQ(std::count(result.error.begin(), result.error.end(), '\n'), 1) << result.error;
    }
    EXPECT_EQ(runner.Run(MakeWords("out", 1, {"--until", "accuracy=1", "--shard", "1/2"})).status,
              2);
}
