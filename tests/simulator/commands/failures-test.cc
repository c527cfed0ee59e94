// SPDX-License-Identifier: GPL-2.0-only
// Failures as a user meets them.
#include "command-runner.h"

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace
{

const std::string scenarios = SCENARIOS_DIR;

/// Configuration (c) with some failures.
std::string
MakeScenario(const std::string& failures)
{
    return "network: " + scenarios + "/networks/c.npz\nfailures:\n" + failures +
           "links: {local: {type: p2p}}\n";
}

/// Configuration (c) without one device, simulated and evaluated.
class DeadDevice : public testing::TestWithParam<int>
{
};

} // namespace

TEST_P(DeadDevice, AnswersAreThoseOfEvaluateWithoutIt)
{
    const CommandRunner runner;
    const std::string device = std::to_string(GetParam());
    runner.Write("dead.yaml", MakeScenario("  - {node: device-" + device + ", at: 0s}\n"));
    ASSERT_EQ(runner.Run({"run", "dead.yaml", "--out", "results"}).status, 0);
    ASSERT_EQ(runner
                  .Run({"evaluate",
                        scenarios + "/networks/c.npz",
                        "--missing",
                        device,
                        "--samples",
                        "evaluated.csv"})
                  .status,
              0);
    const auto simulated = ReadCsv(runner.GetFolder() / "results" / "samples.csv");
    const auto evaluated = ReadCsv(runner.GetFolder() / "evaluated.csv");
    ASSERT_EQ(simulated.size(), 172U);
    for (const char* column : {"label", "prediction", "exit"})
    {
        EXPECT_EQ(GetColumn(simulated, column), GetColumn(evaluated, column)) << column;
    }
    const auto labels = GetColumn(evaluated, "label");
    const auto predictions = GetColumn(evaluated, "prediction");
    double correct = 0;
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        correct += labels[i] == predictions[i] ? 1 : 0;
    }
    const auto runs = ReadCsv(runner.GetFolder() / "results" / "runs.csv");
    EXPECT_NEAR(std::stod(GetColumn(runs, "accuracy").at(0)), correct / 171, 1e-9);
    // The third sample, of 0.2 s, is the last that waits: its first scores come after 0.541789 ms
    // in the device and 2.048 ms on the link (60 bytes at 10 Mbps), and then 200 ms are over.
    EXPECT_EQ(ReadText(runner.GetFolder() / "results" / "failures.csv"),
              "run,target,kind,begin_s,end_s,detected_s,recovered_s\n1,device-" + device +
                  ",off,0,,0.402589789,\n");
}

INSTANTIATE_TEST_SUITE_P(Each, DeadDevice, testing::Range(1, 7));

TEST(Failures, AllKindsHappenWhenTheyShould)
{
    const CommandRunner runner;
    const CommandResult result =
        runner.Run({"run", scenarios + "/failures/all-kinds.yaml", "--out", "results"});
    EXPECT_EQ(result.status, 0) << result.error;
    for (const char* file : {"failures.csv", "suspicions.csv", "timeline.csv"})
    {
        EXPECT_EQ(ReadText(runner.GetFolder() / "results" / file),
                  ReadText(fs::path(GOLDEN_DIR) / "failures" / file))
            << file;
    }
}

TEST(Failures, WithoutThemTheirFilesHaveNoRow)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run({"run", scenarios + "/figure2/c.yaml", "--out", "results"}).status, 0);
    EXPECT_EQ(ReadCsv(runner.GetFolder() / "results" / "failures.csv").size(), 1U);
    EXPECT_EQ(ReadCsv(runner.GetFolder() / "results" / "suspicions.csv").size(), 1U);
}

TEST(Failures, AnEmptyBatteryIsOne)
{
    const CommandRunner runner;
    runner.Write("c.yaml",
                 "network: " + scenarios +
                     "/networks/c.npz\nlinks: {local: {type: p2p}}\n"
                     "batteries: {device-2: {capacity: 1J}}\n");
    ASSERT_EQ(runner.Run({"run", "c.yaml", "--out", "results"}).status, 0);
    const auto failures = ReadCsv(runner.GetFolder() / "results" / "failures.csv");
    ASSERT_EQ(failures.size(), 2U);
    EXPECT_EQ(GetColumn(failures, "target"), std::vector<std::string>{"device-2"});
    EXPECT_EQ(GetColumn(failures, "kind"), std::vector<std::string>{"battery"});
    EXPECT_NE(GetColumn(failures, "detected_s").front(), "");
    EXPECT_EQ(GetColumn(failures, "end_s").front() + GetColumn(failures, "recovered_s").front(),
              "");
}

TEST(Failures, AnOverlapIsSaidOncePerScenario)
{
    const CommandRunner runner;
    runner.Write("c.yaml",
                 MakeScenario("  - {node: device-1, at: 0s}\n  - {node: device-1, at: 1s}\n"));
    const CommandResult result =
        runner.Run({"run", "c.yaml", "--set", "replications=3", "--set", "workload.samples=3"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.error,
              "ddnnsim: warning: c, run 1: failures.1 and failures.2 may overlap at device-1: what "
              "overlaps is one failure, as the first to begin\n");
}

TEST(Failures, OfWhatIsNotThereAreRefused)
{
    const CommandRunner runner;
    runner.Write("c.yaml", MakeScenario("  - {node: device-7, at: 0s}\n"));
    for (const char* command : {"run", "check"})
    {
        const CommandResult result = runner.Run({command, "c.yaml"});
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error,
                  "c.yaml:3:12: failures.1.node: there is no node 'device-7', did you mean "
                  "'device-1'?\n");
    }
}

TEST(Failures, ACheckedScenarioCanBeRun)
{
    const CommandRunner runner;
    ASSERT_EQ(
        runner.RunInShell(" check " + scenarios + "/failures/all-kinds.yaml > copy.yaml #").status,
        0);
    const CommandResult again = runner.Run({"check", "copy.yaml"});
    EXPECT_EQ(again.status, 0) << again.error;
    const std::string text = ReadText(runner.GetFolder() / "copy.yaml");
    EXPECT_EQ(again.output.substr(again.output.find("name:")), text.substr(text.find("name:")));
}
