// SPDX-License-Identifier: GPL-2.0-only
// `ddnnsim reproduce` as a user runs it, on a small data set and with one epoch.
#include "command-runner.h"
#include "nn/data/data-set-file.h"
#include "small-data-set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace fs = std::filesystem;

namespace
{

using Words = std::vector<std::string>;

const Words experiments = {"table1", "table2", "fig6", "fig7", "fig8", "fig9", "fig10"};

Words
Measured(const std::string& name)
{
    return {name, name + "_half_width", name + "_paper"};
}

Words
Join(const std::vector<Words>& lists)
{
    Words all;
    for (const Words& list : lists)
    {
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

double
ToNumber(const std::string& text)
{
    return std::strtod(text.c_str(), nullptr);
}

CommandResult
Reproduce(const CommandRunner& runner, const Words& more)
{
    Words words = {"reproduce", "--dataset", "small.npz", "--epochs", "1"};
    words.insert(words.end(), more.begin(), more.end());
    return runner.Run(words);
}

/// One call of `all` for all tests of this process.
class ReproduceTest : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        runner = new CommandRunner();
        nn::SaveDataSet(runner->GetFolder() / "small.npz", MakeSmallDataSet());
        result = Reproduce(*runner, {"all", "--seeds", "2", "--out", "out"});
    }

    static void TearDownTestSuite()
    {
        delete runner;
    }

    static std::vector<Words> Read(const std::string& name)
    {
        return ReadCsv(runner->GetFolder() / "out" / (name + ".csv"));
    }

    static CommandRunner* runner;
    static CommandResult result;
};

CommandRunner* ReproduceTest::runner = nullptr;
CommandResult ReproduceTest::result;

} // namespace

TEST_F(ReproduceTest, MakesEveryTableAndFigure)
{
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(result.error, "");
    // Nine schemes, three cameras alone, the two worst joint networks, f = 1, 2 and 8, and three
    // without a camera, one of which is the two worst: 19 networks, two seeds.
    EXPECT_NE(result.output.find("Networks trained: 38; known from earlier calls: 0\n"),
              std::string::npos)
        << result.output;
    for (const std::string& name : experiments)
    {
        EXPECT_NE(result.output.find("Written to out/" + name + ".csv"), std::string::npos) << name;
    }
    EXPECT_NE(result.output.find("[1 epoch]"), std::string::npos);
    EXPECT_NE(result.output.find("these accuracies mean nothing"), std::string::npos);
}

TEST_F(ReproduceTest, Columns)
{
    const auto local = Measured("local_percent");
    const auto cloud = Measured("cloud_percent");
    const auto overall = Measured("overall_percent");
    const auto exit = Measured("local_exit_percent");
    const std::map<std::string, Words> heads = {
        {"table1", Join({{"scheme"}, local, cloud, overall, exit})},
        {"table2",
         Join({{"threshold"},
               exit,
               Measured("accuracy_percent"),
               Measured("payload_bytes"),
               Measured("reduction_factor")})},
        {"fig6",
         Join({{"device"},
               Measured("car_samples"),
               Measured("bus_samples"),
               Measured("person_samples"),
               Measured("absent_samples")})},
        {"fig7", Join({{"threshold"}, Measured("accuracy_percent"), exit})},
        {"fig8",
         Join(
             {{"devices", "added_device"}, Measured("individual_percent"), local, cloud, overall})},
        {"fig9",
         Join({{"filters", "device_memory_bytes"},
               local,
               cloud,
               overall,
               Measured("threshold"),
               Measured("payload_bytes")})},
        {"fig10", Join({{"failed_device", "how"}, local, cloud, overall})},
    };
    const std::map<std::string, std::size_t> rows = {{"table1", 9},
                                                     {"table2", 8},
                                                     {"fig6", 3},
                                                     {"fig7", 21},
                                                     {"fig8", 3},
                                                     {"fig9", 4},
                                                     {"fig10", 7}};
    for (const std::string& name : experiments)
    {
        const auto table = Read(name);
        EXPECT_EQ(table.at(0), heads.at(name));
        EXPECT_EQ(table.size() - 1, rows.at(name)) << name;
    }
}

// Views of 8 x 8 pool to 4 x 4: four filters of 16 bits are 8 bytes; a raw view has 192.
TEST_F(ReproduceTest, BytesAreEquationOne)
{
    const auto table = Read("table2");
    const Words exits = GetColumn(table, "local_exit_percent");
    const Words bytes = GetColumn(table, "payload_bytes");
    for (std::size_t row = 0; row < exits.size(); ++row)
    {
        EXPECT_NEAR(ToNumber(bytes[row]), 12 + (1 - ToNumber(exits[row]) / 100) * 8, 1e-6);
    }
    EXPECT_NEAR(ToNumber(GetColumn(table, "reduction_factor").back()), 192.0 / 12, 1e-6);
}

TEST_F(ReproduceTest, AllOrNothingExitsAreTheExitsOfTableI)
{
    const auto scheme = Read("table1").at(2); // MP-CC
    const Words accuracies = GetColumn(Read("fig7"), "accuracy_percent");
    EXPECT_EQ(accuracies.front(), scheme.at(4)); // T = 0: cloud
    EXPECT_EQ(accuracies.back(), scheme.at(1));  // T = 1: local
    EXPECT_EQ(GetColumn(Read("fig10"), "local_percent").front(), scheme.at(1));
}

TEST_F(ReproduceTest, CountsAreThoseOfTheDataSet)
{
    const nn::MultiViewDataSet dataset = MakeSmallDataSet();
    const Words absent = GetColumn(Read("fig6"), "absent_samples");
    for (int camera = 0; camera < smallCameras; ++camera)
    {
        int expected = 0;
        for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
        {
            expected += dataset.GetViewLabel(sample, camera) < 0 ? 1 : 0;
        }
        EXPECT_EQ(absent[camera], std::to_string(expected));
    }
    EXPECT_EQ(GetColumn(Read("fig6"), "absent_samples_half_width"), Words(3, "0"));
}

TEST_F(ReproduceTest, DevicesAreAddedFromWorstToBest)
{
    const Words individual = GetColumn(Read("fig8"), "individual_percent");
    EXPECT_TRUE(std::is_sorted(individual.begin(), individual.end(), [](auto& left, auto& right) {
        return ToNumber(left) < ToNumber(right);
    }));
    Words added = GetColumn(Read("fig8"), "added_device");
    std::sort(added.begin(), added.end());
    EXPECT_EQ(added, (Words{"1", "2", "3"}));
}

TEST_F(ReproduceTest, ThreeQuartersOfTheSamplesExitLocallyInFigure9)
{
    const Words bytes = GetColumn(Read("fig9"), "payload_bytes");
    for (std::size_t row = 0; row < 4; ++row)
    {
        const double features = 2.0 * (1 << row); // 16 bits a filter
        // One sample more may share the entropy of the last that exits.
        EXPECT_NEAR(ToNumber(bytes[row]), 12 + 0.25 * features, 0.051 * features);
        EXPECT_LT(ToNumber(GetColumn(Read("fig9"), "device_memory_bytes")[row]), 2048);
    }
}

TEST_F(ReproduceTest, SecondCallTrainsNothingAndWritesTheSame)
{
    const std::string before = ReadText(runner->GetFolder() / "out" / "fig8.csv");
    const CommandResult again = Reproduce(*runner, {"fig8", "--seeds", "2", "--out", "out"});
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_NE(again.output.find("Networks trained: 0; known from earlier calls: 12\n"),
              std::string::npos)
        << again.output;
    EXPECT_EQ(ReadText(runner->GetFolder() / "out" / "fig8.csv"), before);
}

TEST_F(ReproduceTest, AnotherNumberOfJobsWritesTheSameBytes)
{
    const CommandResult one =
        Reproduce(*runner, {"all", "--seeds", "2", "--out", "one", "--jobs", "1"});
    ASSERT_EQ(one.status, 0) << one.error;
    for (const std::string& name : experiments)
    {
        EXPECT_TRUE(ReadText(runner->GetFolder() / "out" / (name + ".csv")) ==
                    ReadText(runner->GetFolder() / "one" / (name + ".csv")))
            << name;
    }
}

TEST_F(ReproduceTest, OneSeedHasNoInterval)
{
    const CommandResult one = Reproduce(*runner, {"table1", "--seeds", "1", "--out", "single"});
    ASSERT_EQ(one.status, 0) << one.error;
    EXPECT_EQ(one.output.find("±"), std::string::npos);
    const auto table = ReadCsv(runner->GetFolder() / "single" / "table1.csv");
    EXPECT_EQ(GetColumn(table, "local_percent_half_width"), Words(9, ""));
}
