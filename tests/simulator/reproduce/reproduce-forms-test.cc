// SPDX-License-Identifier: GPL-2.0-only
// `ddnnsim reproduce` on data sets of the paper's form and of others.
#include "command-runner.h"
#include "nn/data/data-set-file.h"
#include "small-data-set.h"

#include <gtest/gtest.h>

namespace
{

using Words = std::vector<std::string>;

CommandResult
Reproduce(const CommandRunner& runner, const Words& more)
{
    Words words = {"reproduce", "--dataset", "small.npz", "--epochs", "1", "--out", "out"};
    words.insert(words.end(), more.begin(), more.end());
    return runner.Run(words);
}

} // namespace

TEST(ReproduceForms, ThePapersNumbersStandBesideDataOfItsForm)
{
    const CommandRunner own;
    nn::SaveDataSet(own.GetFolder() / "small.npz", MakeSmallDataSet(6, {3, 32, 32}));
    const CommandResult made = Reproduce(own, {"table1", "table2", "--seeds", "1"});
    ASSERT_EQ(made.status, 0) << made.error;
    EXPECT_NE(made.output.find("in brackets the paper's number"), std::string::npos);
    const auto table1 = ReadCsv(own.GetFolder() / "out" / "table1.csv");
    EXPECT_EQ(
        GetColumn(table1, "scheme"),
        (Words{"MP-MP", "MP-CC", "AP-AP", "AP-CC", "CC-CC", "AP-MP", "MP-AP", "CC-MP", "CC-AP"}));
    EXPECT_EQ(GetColumn(table1, "local_percent_paper"),
              (Words{"95", "98", "86", "75", "85", "88", "89", "77", "80"}));
    EXPECT_EQ(GetColumn(table1, "cloud_percent_paper"),
              (Words{"91", "98", "98", "96", "94", "93", "97", "87", "94"}));
    const auto table2 = ReadCsv(own.GetFolder() / "out" / "table2.csv");
    EXPECT_EQ(GetColumn(table2, "threshold"),
              (Words{"0.1", "0.3", "0.5", "0.6", "0.7", "0.8", "0.9", "1"}));
    EXPECT_EQ(GetColumn(table2, "local_exit_percent_paper"),
              (Words{"0", "0.58", "1.75", "2.92", "22.81", "60.82", "83.04", "100"}));
    EXPECT_EQ(GetColumn(table2, "accuracy_percent_paper"),
              (Words{"96", "96", "96", "96", "96", "97", "96", "92"}));
    EXPECT_EQ(GetColumn(table2, "payload_bytes_paper"),
              (Words{"140", "139", "138", "136", "111", "62", "34", "12"}));
}

// A data set of another form: rows by its cameras, counts by its classes, and nothing of the paper.
TEST(ReproduceForms, OtherFormsOfDataSets)
{
    struct Form
    {
        int cameras;
        nn::ViewShape view;
        Words classes;
        Words columns;
    };
    const Form forms[] = {
        {4,
         {1, 20, 24},
         {"a", "b", "c", "d", "e"},
         {"class-0", "class-1", "class-2", "class-3", "class-4"}},
        {13, {2, 5, 4}, {"a", "b"}, {"class-0", "class-1"}},
    };
    for (const Form& form : forms)
    {
        const CommandRunner own;
        nn::SaveDataSet(own.GetFolder() / "small.npz",
                        MakeSmallDataSet(form.cameras, form.view, form.classes));
        const CommandResult made = Reproduce(own, {"all", "--seeds", "2"});
        ASSERT_EQ(made.status, 0) << made.error;
        const auto cameras = static_cast<std::size_t>(form.cameras);
        const auto fig8 = ReadCsv(own.GetFolder() / "out" / "fig8.csv");
        EXPECT_EQ(fig8.size(), 1 + cameras);
        EXPECT_EQ(GetColumn(fig8, "local_percent_paper"), Words(cameras, ""));
        EXPECT_EQ(ReadCsv(own.GetFolder() / "out" / "fig10.csv").size(), 2 + 2 * cameras);
        const auto fig6 = ReadCsv(own.GetFolder() / "out" / "fig6.csv");
        EXPECT_EQ(fig6.size(), 1 + cameras);
        for (const std::string& column : form.columns)
        {
            EXPECT_EQ(GetColumn(fig6, column + "_samples").size(), cameras);
        }
        EXPECT_EQ(fig6.at(0).size(), 1 + 3 * (form.columns.size() + 1));
        EXPECT_EQ(made.output.find("What differs"), std::string::npos);
        EXPECT_EQ(made.output.find("in brackets"), std::string::npos);
        EXPECT_NE(made.output.find("The paper's numbers are left out"), std::string::npos);
    }
}
