// SPDX-License-Identifier: GPL-2.0-only
// Whatever is wrong: one line that says where and what, exit status 2, and nothing left behind.
#include "command-runner.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

namespace fs = std::filesystem;

namespace
{

const std::string networks = std::string(SCENARIOS_DIR) + "/networks/";

/// A good scenario in one line each; `extra` goes behind it.
std::string
MakeScenario(const std::string& extra)
{
    return "network: " + networks + "b.npz\nworkload: {samples: 2}\n" + extra;
}

/// Runs a scenario of this text and expects the error.
void
ExpectError(const std::string& text, const std::string& error)
{
    const CommandRunner runner;
    runner.Write("s.yaml", text);
    for (const char* command : {"run", "check"})
    {
        const CommandResult result = runner.Run({command, "s.yaml"});
        EXPECT_EQ(result.status, 2) << command;
        EXPECT_EQ(result.error, error + "\n") << command;
        EXPECT_EQ(result.output, "") << command;
    }
    EXPECT_EQ(runner.List(), std::vector<std::string>{"s.yaml"});
}

} // namespace

TEST(BadInput, TheGoodScenarioIsGood)
{
    const CommandRunner runner;
    runner.Write("s.yaml", MakeScenario(""));
    const CommandResult result = runner.Run({"run", "s.yaml"});
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_TRUE(fs::exists(runner.GetFolder() / "results" / "s" / "runs.csv"));
}

TEST(BadInput, UnknownKey)
{
    ExpectError(MakeScenario("thresolds: {local: 0.5}\n"),
                "s.yaml:3:1: unknown key 'thresolds', did you mean 'thresholds'?");
}

TEST(BadInput, NetworkThatIsNotThere)
{
    ExpectError("name: x\nnetwork: nowhere.npz\n",
                "s.yaml:2:10: network: nowhere.npz: No such file, expected an .npz file");
}

TEST(BadInput, ExitThatIsNotThere)
{
    ExpectError(MakeScenario("exits: {local: gateway-2}\n"),
                "s.yaml:3:16: exits.local: there is no gateway-2 with network '" + networks +
                    "b.npz', expected gateway-1 to gateway-1");
}

TEST(BadInput, DamagedNetworks)
{
    const std::string good = ReadText(networks + "b.npz");
    ASSERT_GT(good.size(), 1000U);
    std::string flipped = good;
    flipped[good.size() / 3] = static_cast<char>(flipped[good.size() / 3] ^ 0x10);
    const CommandRunner runner;
    for (const std::string& bytes : {good.substr(0, good.size() / 2),
                                     good.substr(0, 10),
                                     std::string("no zip"),
                                     std::string(),
                                     flipped})
    {
        runner.Write("n.npz", bytes);
        runner.Write("s.yaml", "network: n.npz\n");
        const CommandResult result = runner.Run({"run", "s.yaml"});
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error.rfind("s.yaml:1:10: network: n.npz: ", 0), 0U) << result.error;
        EXPECT_EQ(std::count(result.error.begin(), result.error.end(), '\n'), 1) << result.error;
        EXPECT_EQ(runner.List(), (std::vector<std::string>{"n.npz", "s.yaml"}));
    }
}

TEST(BadInput, NetworkThatDoesNotFitTheDataSet)
{
    const CommandRunner runner;
    // A data set of two cameras, as numpy would write it, is made by the data tests; here the
    // network of six devices is given a data set that is no data set at all.
    runner.Write("x.npz", "text");
    runner.Write("s.yaml", "network: " + networks + "c.npz\ndataset: x.npz\n");
    const CommandResult result = runner.Run({"run", "s.yaml"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error.rfind("s.yaml:2:10: dataset: x.npz: ", 0), 0U) << result.error;
}

TEST(BadInput, ResultsDirectoryThatCannotBeMade)
{
    const CommandRunner runner;
    runner.Write("s.yaml", MakeScenario(""));
    runner.Write("file", "text");
    const CommandResult result = runner.Run({"run", "s.yaml", "--out", "file/results"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error,
              "file/results: cannot make the results directory: Not a directory, expected a place "
              "that can be written to\n");
}

TEST(BadInput, ResultsDirectoryThatIsSomethingElse)
{
    const CommandRunner runner;
    runner.Write("s.yaml", MakeScenario(""));
    fs::create_directory(runner.GetFolder() / "thesis");
    runner.Write("thesis/chapter.tex", "text");
    const CommandResult result = runner.Run({"run", "s.yaml", "--out", "thesis"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error,
              "thesis: is there and is not a results directory, expected a new name or an earlier "
              "results directory\n");
    EXPECT_EQ(ReadText(runner.GetFolder() / "thesis" / "chapter.tex"), "text");
}

TEST(BadInput, CommandLine)
{
    const CommandRunner runner;
    runner.Write("s.yaml", MakeScenario(""));
    const std::vector<std::vector<std::string>> calls = {
        {"rum", "s.yaml"},
        {"run"},
        {"run", "s.yaml", "--job", "2"},
        {"run", "s.yaml", "--jobs", "0"},
        {"run", "s.yaml", "--jobs", "many"},
        {"run", "s.yaml", "--jobs", "-1"},
        {"run", "s.yaml", "--set", "seed"},
        {"run", "s.yaml", "--set", "sede=1"},
        {"run", "s.yaml", "--set", "thresholds.local=2"},
        {"run", "s.yaml", "s.yaml"},
        {"run", "none.yaml"},
        {"check", "."},
        {"evaluate", "none.npz"},
        {"train", "none.yaml", "--out", "x.npz"},
        {"dataset", "street"},
        {"dataset", "show", "none.npz"},
    };
    for (const auto& call : calls)
    {
        const CommandResult result = runner.Run(call);
        EXPECT_EQ(result.status, 2) << call.back();
        EXPECT_EQ(std::count(result.error.begin(), result.error.end(), '\n'), 1) << result.error;
        EXPECT_EQ(result.output, "") << call.back();
    }
    EXPECT_EQ(runner.List(), std::vector<std::string>{"s.yaml"});
}
