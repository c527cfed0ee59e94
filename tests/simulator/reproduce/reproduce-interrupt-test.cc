// SPDX-License-Identifier: GPL-2.0-only
// `ddnnsim reproduce` that is ended before its end: what is finished is kept, whole, and no process
// stays behind.
#include "background-command.h"
#include "command-runner.h"
#include "nn/data/data-set-file.h"
#include "small-data-set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

namespace fs = std::filesystem;

namespace
{

using Words = std::vector<std::string>;

class ReproduceInterruptTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        nn::SaveDataSet(runner.GetFolder() / "small.npz", MakeSmallDataSet());
    }

    static Words MakeWords(const std::string& epochs, const std::string& out)
    {
        return {"reproduce",
                "table1",
                "--dataset",
                "small.npz",
                "--seeds",
                "2",
                "--jobs",
                "2",
                "--epochs",
                epochs,
                "--out",
                out};
    }

    /// Names of the results of finished trainings.
    Words ListTrainings(const std::string& out) const
    {
        Words names;
        std::error_code none;
        for (const auto& entry :
             fs::directory_iterator(runner.GetFolder() / out / "trainings", none))
        {
            names.push_back(entry.path().filename());
        }
        return names;
    }

    CommandRunner runner;
};

} // namespace

TEST_F(ReproduceInterruptTest, NothingHalfWrittenAndNoProcessLeft)
{
    for (const int signal : {SIGINT, SIGTERM})
    {
        BackgroundCommand command(runner.GetFolder(), MakeWords("1000000", "out"));
        command.WaitUntil([&] { return fs::exists(runner.GetFolder() / "out" / "trainings"); });
        command.Send(signal);
        EXPECT_EQ(command.Wait(), 130);
        EXPECT_FALSE(command.HasFamily());
        EXPECT_EQ(ReadText(runner.GetFolder() / "errors"),
                  "ddnnsim: interrupted; finished trainings are kept for the next call\n");
        EXPECT_FALSE(fs::exists(runner.GetFolder() / "out" / "table1.csv"));
        EXPECT_EQ(ListTrainings("out"), Words());
        fs::remove_all(runner.GetFolder() / "out");
    }
}

/// Nine schemes and two seeds: 18 trainings.
TEST_F(ReproduceInterruptTest, KilledItGoesOnWithWhatIsFinished)
{
    ASSERT_EQ(runner.Run(MakeWords("3", "whole")).status, 0);
    BackgroundCommand command(runner.GetFolder(), MakeWords("3", "out"));
    command.WaitUntil([&] { return ListTrainings("out").size() >= 4; });
    command.Send(SIGKILL);
    command.Wait();
    const Words kept = ListTrainings("out");
    const auto count = std::count_if(kept.begin(), kept.end(), [](const std::string& name) {
        return fs::path(name).extension() == ".json";
    });
    const CommandResult next = runner.Run(MakeWords("3", "out"));
    ASSERT_EQ(next.status, 0) << next.error;
    EXPECT_NE(next.output.find("Networks trained: " + std::to_string(18 - count) +
                               "; known from earlier calls: " + std::to_string(count) + "\n"),
              std::string::npos)
        << next.output;
    EXPECT_TRUE(ReadText(runner.GetFolder() / "out" / "table1.csv") ==
                ReadText(runner.GetFolder() / "whole" / "table1.csv"));
}
