// SPDX-License-Identifier: GPL-2.0-only
// Data sets that are damaged, inconsistent or of no use: every command that reads one says so in
// one line, ends with status 2 and leaves nothing behind.
#include "command-runner.h"
#include "nn/data/npz-file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace
{

using nn::NpzWriter;
using Words = std::vector<std::string>;

constexpr std::size_t sampleCount = 12;
constexpr std::size_t cameras = 3;
constexpr std::size_t viewSize = std::size_t{3} * 8 * 8;

/// A good data set, to be spoiled: all views seen, classes in turn, the last third for tests.
struct Arrays
{
    std::vector<float> pixels = std::vector<float>(sampleCount * cameras * viewSize, 0.5F);
    std::vector<std::int32_t> labels;
    std::vector<std::int32_t> split;

    Arrays()
    {
        for (std::size_t sample = 0; sample < sampleCount; ++sample)
        {
            labels.insert(labels.end(), cameras, static_cast<std::int32_t>(sample % 3));
            split.push_back(sample < sampleCount * 2 / 3 ? 0 : 1);
        }
    }
};

class BadData : public testing::Test
{
  protected:
    void SetUp() override
    {
        runner.Write("n.yaml",
                     "dataset: data.npz\ncameras: [1, 2, 3]\ndevice: {filters: [2], exit: max}\n"
                     "cloud: {filters: [2], input: concat}\ntraining: {epochs: 1}\n");
    }

    std::string GetPath() const
    {
        return runner.GetFolder() / "data.npz";
    }

    void Write(const Arrays& arrays) const
    {
        NpzWriter file;
        file.AddFloats("X", {sampleCount, cameras, 3, 8, 8}, arrays.pixels);
        file.AddInts("y", {sampleCount, cameras}, arrays.labels);
        file.AddInts("split", {sampleCount}, arrays.split);
        file.Write(GetPath());
    }

    void Write(const nn::NpzShape& pixels, const nn::NpzShape& labels) const
    {
        NpzWriter file;
        file.AddFloats("X", pixels, std::vector<float>(Count(pixels), 0.5F));
        file.AddInts("y", labels, std::vector<std::int32_t>(Count(labels), 1));
        file.Write(GetPath());
    }

    /// All commands that read any data set.
    void ExpectUnreadable(const std::string& text) const
    {
        ExpectUseless(text);
        ExpectRefused({"dataset", "show", "data.npz", "--png", "sheet.png"}, text);
        ExpectRefused(
            {"evaluate", std::string(SCENARIOS_DIR) + "/networks/b.npz", "--dataset", "data.npz"},
            text);
    }

    /// The commands that train.
    void ExpectUseless(const std::string& text) const
    {
        ExpectRefused({"train", "n.yaml", "--out", "n.npz"}, text);
        ExpectRefused(
            {"reproduce", "all", "--dataset", "data.npz", "--epochs", "1", "--out", "out"}, text);
    }

    void ExpectRefused(const Words& words, const std::string& text) const
    {
        const CommandResult bad = runner.Run(words);
        EXPECT_EQ(bad.status, 2) << words[0] << ": " << bad.error;
        EXPECT_EQ(std::count(bad.error.begin(), bad.error.end(), '\n'), 1) << bad.error;
        EXPECT_NE(bad.error.find(text), std::string::npos) << words[0] << ": " << bad.error;
        EXPECT_EQ(bad.output, "");
        EXPECT_EQ(runner.List(), (Words{"data.npz", "n.yaml"})) << words[0];
    }

    CommandRunner runner;

  private:
    static std::size_t Count(const nn::NpzShape& shape)
    {
        std::size_t product = 1;
        for (const std::size_t extent : shape)
        {
            product *= extent;
        }
        return product;
    }
};

} // namespace

TEST_F(BadData, TheGoodOneIsGood)
{
    Write(Arrays());
    const CommandResult result = runner.Run({"train", "n.yaml", "--out", "n.npz"});
    EXPECT_EQ(result.status, 0) << result.error;
}

TEST_F(BadData, NoNpzFile)
{
    runner.Write("data.npz", "text");
    ExpectUnreadable("data.npz: Not a zip archive, expected an .npz file");
    runner.Write("data.npz", "");
    ExpectUnreadable("data.npz: Not a zip archive, expected an .npz file");
}

TEST_F(BadData, TruncatedAndDamaged)
{
    Write(Arrays());
    const std::string good = ReadText(GetPath());
    runner.Write("data.npz", good.substr(0, good.size() / 2));
    ExpectUnreadable("data.npz: ");
    std::string flipped = good;
    flipped[100] = static_cast<char>(flipped[100] ^ 0x10); // within X
    runner.Write("data.npz", flipped);
    ExpectUnreadable("data.npz: array 'X': ");
}

TEST_F(BadData, PixelsThatAreNoNumbers)
{
    Arrays arrays;
    arrays.pixels[5] = std::numeric_limits<float>::quiet_NaN();
    Write(arrays);
    ExpectUnreadable("data.npz: array 'X': nan at [0, 0, 0, 0, 5], expected 0 to 1");
    arrays.pixels[5] = std::numeric_limits<float>::infinity();
    Write(arrays);
    ExpectUnreadable("data.npz: array 'X': inf at [0, 0, 0, 0, 5], expected 0 to 1");
    arrays.pixels[5] = 255;
    Write(arrays);
    ExpectUnreadable("data.npz: array 'X': 255.000000 at [0, 0, 0, 0, 5], expected 0 to 1");
}

TEST_F(BadData, Labels)
{
    Arrays arrays;
    arrays.labels[4] = 9;
    Write(arrays);
    ExpectUnreadable("data.npz: array 'y': 9 at [1, 1], expected a class 0 to 2");
    arrays.labels.assign(sampleCount * cameras, -1);
    Write(arrays);
    ExpectUnreadable("data.npz: array 'y': sample 0 is seen by no camera");
}

TEST_F(BadData, Shapes)
{
    Write({12, 3, 3, 8, 8}, {11, 3});
    ExpectUnreadable("data.npz: array 'y': shape (11, 3), expected (12, 3)");
    Write({12, 3, 8, 8}, {12, 3});
    ExpectUnreadable("data.npz: array 'X': shape (12, 3, 8, 8), expected (samples,");
    Write({1, 3, 3, 8, 8}, {1, 3});
    ExpectUnreadable("at least 2 samples");
}

TEST_F(BadData, Types)
{
    NpzWriter file;
    file.AddInts("X", {2, 1, 3, 1, 1}, std::vector<std::int32_t>(6, 1));
    file.AddInts("y", {2, 1}, {0, 1});
    file.Write(GetPath());
    ExpectUnreadable("data.npz: array 'X': elements of type i4, expected f4, f8 or u1");
}

TEST_F(BadData, Splits)
{
    Arrays arrays;
    arrays.split.assign(sampleCount, 0);
    Write(arrays);
    ExpectUnreadable("data.npz: array 'split': no test sample");
    arrays.split.assign(sampleCount, 1);
    Write(arrays);
    ExpectUnreadable("data.npz: array 'split': no training sample");
    arrays.split[0] = 0;
    Write(arrays);
    ExpectUseless("data set 'data': fewer than two training samples");
    arrays = Arrays();
    arrays.labels.assign(sampleCount * cameras, 1);
    Write(arrays);
    ExpectUseless("data set 'data': all training samples are of class 'bus', expected two classes");
}

TEST_F(BadData, ViewsThatAreTooSmall)
{
    NpzWriter file;
    file.AddFloats("X", {6, 3, 3, 1, 1}, std::vector<float>(54, 0.5F));
    std::vector<std::int32_t> labels(18, 0);
    std::fill(labels.begin() + 3, labels.end(), 1);
    file.AddInts("y", {6, 3}, labels);
    file.Write(GetPath());
    ExpectUseless("device: a block on a map of 1 x 1; expected at least 2 x 2");
}

/// Two training samples, batches of 32.
TEST_F(BadData, FewerThanABatchIsGood)
{
    Arrays arrays;
    arrays.split.assign(sampleCount, 1);
    arrays.split[0] = 0;
    arrays.split[1] = 0;
    Write(arrays);
    const CommandResult result = runner.Run(
        {"reproduce", "table2", "--dataset", "data.npz", "--seeds", "2", "--epochs", "1"});
    EXPECT_EQ(result.status, 0) << result.error;
}
