// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace
{

/// Odd numbers on purpose: five filters, three edges of different size.
const char* const oddNetwork = R"(cameras: [6, 5, 4, 3]
device: {filters: [5], exit: average}
edges: [[1, 3], [2], [4]]
edge: {filters: [3], input: average, exit: concat}
cloud: {filters: [7], input: max}
training: {epochs: 1, seed: 9}
)";

} // namespace

TEST(TrainCommand, SameSeedSameBytesAndTheNetworkRuns)
{
    const CommandRunner runner;
    runner.Write("odd.yaml", oddNetwork);
    for (const char* file : {"one.npz", "two.npz"})
    {
        const CommandResult result = runner.Run({"train", "odd.yaml", "--out", file});
        ASSERT_EQ(result.status, 0) << result.error;
    }
    const std::string one = ReadText(runner.GetFolder() / "one.npz");
    EXPECT_GT(one.size(), 1000U);
    EXPECT_TRUE(one == ReadText(runner.GetFolder() / "two.npz"));
    EXPECT_EQ(runner.Run({"evaluate", "one.npz"}).status, 0);
    runner.Write("s.yaml",
                 "network: one.npz\nexits: {local: gateway-3, edge: edge-2}\nsites: 2\n"
                 "workload: {samples: 20}\n");
    const CommandResult result = runner.Run({"run", "s.yaml"});
    EXPECT_EQ(result.status, 0) << result.error;
}

/// 680 training samples, a tenth of them held out.
TEST(TrainCommand, EveryOptionAtOnce)
{
    const CommandRunner runner;
    runner.Write(
        "all.yaml",
        "cameras: [6, 5]\ndevice: {filters: [2]}\n"
        "cloud: {filters: [3], precision: float}\n"
        "training:\n  {epochs: 1, failout: 0.3, validation: 0.1, calibration: temperature, "
        "weights: {local: 2}}\n");
    const CommandResult trained = runner.Run({"train", "all.yaml", "--out", "all.npz"});
    ASSERT_EQ(trained.status, 0) << trained.error;
    EXPECT_THAT(trained.output, testing::HasSubstr("on 612 samples"));
    for (const char* goal : {"accuracy", "exits=0.5"})
    {
        const CommandResult result =
            runner.Run({"evaluate", "all.npz", "--search", goal, "--missing", "1"});
        EXPECT_EQ(result.status, 0) << result.error;
        EXPECT_THAT(result.output, testing::HasSubstr("Search on 68 validation samples"));
        EXPECT_THAT(result.output, testing::HasSubstr("Expected calibration error"));
    }
    runner.Write("s.yaml", "network: all.npz\nworkload: {samples: 5}\nthresholds: {local: 0}\n");
    EXPECT_EQ(runner.Run({"run", "s.yaml"}).status, 0);
}

/// One line each, and nothing on standard output.
TEST(EvaluateCommand, SearchesThatCannotBe)
{
    const CommandRunner runner;
    const std::string networks = std::string(SCENARIOS_DIR) + "/networks/";
    const auto expect = [&](const std::vector<std::string>& arguments, const std::string& error) {
        std::vector<std::string> all = {"evaluate"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const CommandResult result = runner.Run(all);
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error, error + "\n");
        EXPECT_EQ(result.output, "");
    };
    expect(
        {networks + "c.npz", "--search", "accuracy"},
        "--search: the network has no validation samples, expected one that was trained with the "
        "key training.validation, such as 0.1");
    expect({networks + "a.npz", "--search", "accuracy"},
           "--search: the network has no exit but the cloud's, expected one that has a threshold");
}

TEST(TrainCommand, AnotherSeedIsAnotherNetwork)
{
    const CommandRunner runner;
    runner.Write("odd.yaml", oddNetwork);
    ASSERT_EQ(runner.Run({"train", "odd.yaml", "--out", "one.npz"}).status, 0);
    ASSERT_EQ(runner.Run({"train", "odd.yaml", "--out", "two.npz", "--seed", "10"}).status, 0);
    EXPECT_FALSE(ReadText(runner.GetFolder() / "one.npz") ==
                 ReadText(runner.GetFolder() / "two.npz"));
}
