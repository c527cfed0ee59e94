// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"
#include "nn/data/data-set-file.h"
#include "small-data-set.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fs = std::filesystem;

namespace
{

using Words = std::vector<std::string>;

} // namespace

TEST(ReproduceBadInput, OneLineAndNothingLeftBehind)
{
    const CommandRunner runner;
    nn::SaveDataSet(runner.GetFolder() / "small.npz", MakeSmallDataSet());
    runner.Write("text.npz", "text");
    const std::vector<Words> calls = {
        {},
        {"tabel1"},
        {"fig11"},
        {"table1", "--seeds", "0"},
        {"table1", "--seeds", "-1"},
        {"table1", "--seeds", "101"},
        {"table1", "--epochs", "0"},
        {"table1", "--jobs", "0"},
        {"table1", "--dataset", "none.npz"},
        {"table1", "--dataset", "text.npz"},
        {"table1", "--dataset", "small.npz", "--out", "text.npz"},
        {"table1", "--dataset", "small.npz", "--out", ""},
    };
    for (const Words& call : calls)
    {
        Words words = {"reproduce"};
        words.insert(words.end(), call.begin(), call.end());
        const CommandResult bad = runner.Run(words);
        EXPECT_EQ(bad.status, 2) << bad.error;
        EXPECT_EQ(std::count(bad.error.begin(), bad.error.end(), '\n'), 1) << bad.error;
        EXPECT_EQ(bad.output, "");
    }
    EXPECT_EQ(runner.Run({"reproduce", "tabel1"}).error,
              "ddnnsim reproduce: unknown table or figure 'tabel1', did you mean 'table1'?\n");
    EXPECT_FALSE(fs::exists(runner.GetFolder() / "results"));
}

TEST(ReproduceBadInput, OneCameraCannotFail)
{
    const CommandRunner runner;
    nn::MultiViewDataSet dataset("lonely", {"car", "bus", "person"}, {3, 8, 8}, 9, 1);
    for (int sample = 0; sample < 9; ++sample)
    {
        dataset.SetLabel(sample, sample % 3);
        dataset.SetSeen(sample, 0, true);
    }
    dataset.SetSplit({0, 1, 2, 3, 4, 5}, {6, 7, 8});
    nn::SaveDataSet(runner.GetFolder() / "lonely.npz", dataset);
    const CommandResult bad = runner.Run({"reproduce", "fig10", "--dataset", "lonely.npz"});
    EXPECT_EQ(bad.status, 2);
    EXPECT_EQ(bad.error,
              "fig10: data set 'lonely' has one camera, expected two or more: one of them fails\n");
}
