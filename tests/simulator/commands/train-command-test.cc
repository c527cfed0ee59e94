// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"

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

TEST(TrainCommand, AnotherSeedIsAnotherNetwork)
{
    const CommandRunner runner;
    runner.Write("odd.yaml", oddNetwork);
    ASSERT_EQ(runner.Run({"train", "odd.yaml", "--out", "one.npz"}).status, 0);
    ASSERT_EQ(runner.Run({"train", "odd.yaml", "--out", "two.npz", "--seed", "10"}).status, 0);
    EXPECT_FALSE(ReadText(runner.GetFolder() / "one.npz") ==
                 ReadText(runner.GetFolder() / "two.npz"));
}
