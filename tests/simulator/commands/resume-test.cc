// SPDX-License-Identifier: GPL-2.0-only
// `ddnnsim train` that is ended before its end, and goes on: the bytes of a training in one piece.
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

const char* const network = R"(dataset: small.npz
cameras: [1, 2, 3]
device: {filters: [4], exit: max}
cloud: {filters: [8], input: concat}
training: {epochs: 40, batch: 8}
)";

/// A folder with a network file, a data set, and `whole.npz`, which was trained in one piece.
class ResumeTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        runner.Write("n.yaml", network);
        nn::SaveDataSet(runner.GetFolder() / "small.npz", MakeSmallDataSet());
        ASSERT_EQ(runner.Run({"train", "n.yaml", "--out", "whole.npz"}).status, 0);
    }

    static Words MakeWords(const Words& more)
    {
        Words words = {"train", "n.yaml", "--out", "n.npz"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    bool Has(const std::string& name) const
    {
        return fs::exists(runner.GetFolder() / name);
    }

    std::string Read(const std::string& name) const
    {
        return ReadText(runner.GetFolder() / name);
    }

    /// Trains until the next checkpoint, sends a signal then. \return exit status
    int TrainAndSend(int signal, const Words& more = {}) const
    {
        const std::string before = Read(checkpoint);
        Words words = MakeWords({"--resume", "--checkpoint-every", "0"});
        words.insert(words.end(), more.begin(), more.end());
        BackgroundCommand train(runner.GetFolder(), words);
        train.WaitUntil([&] { return Read(checkpoint) != before; });
        train.Send(signal);
        return train.Wait();
    }

    /// A checkpoint of a training that would take very long.
    void Interrupt() const
    {
        ASSERT_EQ(TrainAndSend(SIGTERM, {"--epochs", "1000000"}), 130);
        ASSERT_TRUE(Has(checkpoint));
    }

    void ExpectRefused(const Words& more, const std::string& text) const
    {
        Words words = MakeWords({"--resume"});
        words.insert(words.end(), more.begin(), more.end());
        const CommandResult result = runner.Run(words);
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(std::count(result.error.begin(), result.error.end(), '\n'), 1) << result.error;
        EXPECT_NE(result.error.find(text), std::string::npos) << result.error;
        EXPECT_FALSE(Has("n.npz"));
    }

    const std::string checkpoint = "n.npz.checkpoint";
    CommandRunner runner;
};

} // namespace

/// It may end between a checkpoint and the signal that comes next: then it has ended well.
TEST_F(ResumeTest, KilledAgainAndAgain)
{
    runner.Write(checkpoint + ".aB3xyZ", "killed while it wrote");
    for (int kills = 0; kills < 6 && !Has("n.npz"); ++kills)
    {
        const int status = TrainAndSend(SIGKILL);
        EXPECT_EQ(status, Has("n.npz") ? 0 : 128 + SIGKILL);
    }
    EXPECT_EQ(runner.Run(MakeWords({"--resume"})).status, 0);
    EXPECT_TRUE(Read("n.npz") == Read("whole.npz"));
    EXPECT_EQ(runner.List(), (Words{"errors", "n.npz", "n.yaml", "small.npz", "whole.npz"}));
}

TEST_F(ResumeTest, InterruptedAgainAndAgain)
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGINT})
    {
        const int status = TrainAndSend(signal);
        EXPECT_EQ(status, Has("n.npz") ? 0 : 130);
        EXPECT_NE(Has("n.npz"), Has(checkpoint));
    }
    EXPECT_EQ(runner.Run(MakeWords({"--resume", "--jobs", "2"})).status, 0);
    EXPECT_TRUE(Read("n.npz") == Read("whole.npz"));
    EXPECT_EQ(runner.List(), (Words{"errors", "n.npz", "n.yaml", "small.npz", "whole.npz"}));
}

TEST_F(ResumeTest, SaysHowToGoOn)
{
    Interrupt();
    EXPECT_EQ(Read("errors"),
              "ddnnsim: no checkpoint is there, training from the beginning\n"
              "ddnnsim: interrupted; the same command with --resume goes on from here\n");
}

TEST_F(ResumeTest, WithOtherSettingsItIsRefused)
{
    Interrupt();
    const std::string before = Read(checkpoint);
    ExpectRefused({},
                  "n.npz.checkpoint: of another training: training.epochs is '1000000' there and "
                  "'40' here; without --resume, training starts anew");
    ExpectRefused({"--epochs", "1000000", "--seed", "2"},
                  "training.seed is '1' there and '2' here");
    runner.Write("n.yaml", std::string(network) + "name: other\n");
    ExpectRefused({"--epochs", "1000000"}, "name is 'n' there and 'other' here");
    EXPECT_TRUE(Read(checkpoint) == before);
}

TEST_F(ResumeTest, OnAnotherDataSetItIsRefused)
{
    Interrupt();
    nn::MultiViewDataSet other = MakeSmallDataSet();
    other.GetView(0, smallCameras - 1)[0] ^= 1;
    nn::SaveDataSet(runner.GetFolder() / "small.npz", other);
    ExpectRefused({"--epochs", "1000000"}, "dataset.hash is ");
}

TEST_F(ResumeTest, ADamagedCheckpointIsRefused)
{
    Interrupt();
    const std::string good = Read(checkpoint);
    for (const std::string& bytes : {std::string(), std::string("text"), good.substr(0, 1000)})
    {
        runner.Write(checkpoint, bytes);
        ExpectRefused({"--epochs", "1000000"}, "n.npz.checkpoint: ");
    }
}

TEST_F(ResumeTest, WithoutACheckpointItStartsAtTheBeginning)
{
    const CommandResult result = runner.Run(MakeWords({"--resume"}));
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.error, "ddnnsim: no checkpoint is there, training from the beginning\n");
    EXPECT_TRUE(Read("n.npz") == Read("whole.npz"));
}

TEST_F(ResumeTest, WithoutTheOptionItStartsAnew)
{
    Interrupt();
    const CommandResult result = runner.Run(MakeWords({}));
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.error,
              "ddnnsim: a checkpoint is there and not used (--resume goes on from it)\n");
    EXPECT_TRUE(Read("n.npz") == Read("whole.npz"));
    EXPECT_FALSE(Has(checkpoint));
}
