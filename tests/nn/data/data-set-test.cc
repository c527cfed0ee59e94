// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "nn/data/data-set-source.h"
#include "nn/data/npz-file.h"
#include "tests/nn/data/expect-input-error.h"
#include "tests/nn/data/temporary-folder.h"

#include <algorithm>
#include <limits>

namespace
{

using nn::MultiViewDataSet;
using nn::NpzWriter;

constexpr std::size_t viewSize = std::size_t{3} * 4 * 5;

/// A data set of four samples, two cameras, and views of 4 x 5 pixels, as arrays.
struct Arrays
{
    std::vector<float> pixels = std::vector<float>(8 * viewSize, 0.2F); // 51 of 255
    std::vector<int> labels = {0, 3, -1, 1, 2, 2, 0, 0};

    std::string Write(const TemporaryFolder& folder) const
    {
        NpzWriter file;
        file.AddFloats("X", {4, 2, 3, 4, 5}, pixels);
        file.AddInts("y", {4, 2}, labels);
        file.Write(folder / "small.npz");
        return folder / "small.npz";
    }
};

void
ExpectBad(const Arrays& arrays, const std::string& text)
{
    const TemporaryFolder folder;
    const std::string path = arrays.Write(folder);
    ExpectInputError([&] { nn::ReadDataSet(path, 1); }, "small.npz: array '" + text);
}

TEST(DataSetFile, IsRead)
{
    const TemporaryFolder folder;
    const MultiViewDataSet dataset = nn::ReadDataSet(Arrays().Write(folder), 1);
    EXPECT_EQ(dataset.GetName(), "small");
    EXPECT_THAT(dataset.GetClasses(), testing::ElementsAre("car", "bus", "person"));
    EXPECT_EQ(dataset.GetViewShape().height, 4);
    EXPECT_EQ(dataset.GetViewShape().width, 5);
    EXPECT_EQ(dataset.GetLabel(1), 1);
    EXPECT_EQ(dataset.GetViewLabel(0, 1), MultiViewDataSet::absent);
    EXPECT_EQ(dataset.GetViewLabel(1, 0), MultiViewDataSet::absent);
    EXPECT_EQ(dataset.GetView(0, 0)[viewSize - 1], 51);
    EXPECT_EQ(dataset.GetView(0, 1)[0], 0); // absent: blank, whatever the file holds
}

TEST(DataSetFile, PixelsAreRounded)
{
    const TemporaryFolder folder;
    Arrays arrays;
    arrays.pixels[0] = 1;
    arrays.pixels[1] = 0.4999F / 255;
    arrays.pixels[2] = 0.5001F / 255;
    const MultiViewDataSet dataset = nn::ReadDataSet(arrays.Write(folder), 1);
    EXPECT_EQ(dataset.GetView(0, 0)[0], 255);
    EXPECT_EQ(dataset.GetView(0, 0)[1], 0);
    EXPECT_EQ(dataset.GetView(0, 0)[2], 1);
}

TEST(DataSetFile, MayHoldBytes)
{
    const TemporaryFolder folder;
    NpzWriter file;
    std::vector<std::uint8_t> pixels(8 * viewSize, 7);
    pixels[0] = 255;
    file.AddBytes("X", {4, 2, 3, 4, 5}, pixels);
    file.AddInts("y", {4, 2}, Arrays().labels);
    file.Write(folder / "bytes.npz");
    const MultiViewDataSet dataset = nn::ReadDataSet(folder / "bytes.npz", 1);
    EXPECT_EQ(dataset.GetView(0, 0)[0], 255);
    EXPECT_EQ(dataset.GetView(0, 0)[1], 7);
    EXPECT_EQ(dataset.GetView(0, 1)[0], 0);
}

TEST(DataSetFile, SplitIsDrawnBySeed)
{
    const TemporaryFolder folder;
    NpzWriter file;
    file.AddBytes("X", {851, 1, 3, 1, 1}, std::vector<std::uint8_t>(std::size_t{851} * 3, 1));
    file.AddInts("y", {851, 1}, std::vector<int>(851, 2));
    file.Write(folder / "a.npz");
    const MultiViewDataSet one = nn::ReadDataSet(folder / "a.npz", 1);
    const MultiViewDataSet same = nn::ReadDataSet(folder / "a.npz", 1);
    const MultiViewDataSet two = nn::ReadDataSet(folder / "a.npz", 2);
    EXPECT_EQ(one.GetTrainingSamples().size(), 680U);
    EXPECT_EQ(one.GetTestSamples().size(), 171U);
    EXPECT_EQ(one.GetTestSamples(), same.GetTestSamples());
    EXPECT_NE(one.GetTestSamples(), two.GetTestSamples());
    EXPECT_TRUE(std::is_sorted(one.GetTestSamples().begin(), one.GetTestSamples().end()));
    std::vector<int> all = one.GetTrainingSamples();
    all.insert(all.end(), one.GetTestSamples().begin(), one.GetTestSamples().end());
    std::sort(all.begin(), all.end());
    for (int i = 0; i < 851; ++i)
    {
        EXPECT_EQ(all[i], i);
    }
}

TEST(DataSetFile, TestPartLeavesTrainingSamplesBlank)
{
    const TemporaryFolder folder;
    nn::DataSetSource source;
    source.source = Arrays().Write(folder);
    const MultiViewDataSet all = nn::LoadDataSet(source);
    const MultiViewDataSet part = nn::LoadDataSet(source, nn::DataSetPart::TestOnly);
    EXPECT_EQ(part.GetTestSamples(), all.GetTestSamples());
    for (const int sample : part.GetTrainingSamples())
    {
        EXPECT_EQ(part.GetLabel(sample), 0);
        EXPECT_EQ(part.GetViewLabel(sample, 0), MultiViewDataSet::absent);
        EXPECT_EQ(part.GetViewLabel(sample, 1), MultiViewDataSet::absent);
        EXPECT_EQ(part.GetView(sample, 0)[0], 0);
    }
    for (const int sample : part.GetTestSamples())
    {
        EXPECT_EQ(part.GetViewLabel(sample, 0), all.GetViewLabel(sample, 0));
        EXPECT_EQ(part.GetView(sample, 0)[0], all.GetView(sample, 0)[0]);
    }
}

TEST(DataSetFile, OtherNumbersOfClassesAreNamed)
{
    const TemporaryFolder folder;
    NpzWriter file;
    file.AddBytes("X", {2, 1, 3, 1, 1}, std::vector<std::uint8_t>(6, 1));
    file.AddInts("y", {2, 1}, {4, 0});
    file.AddInts("classes", {}, {5});
    file.Write(folder / "a.npz");
    const MultiViewDataSet dataset = nn::ReadDataSet(folder / "a.npz", 1);
    EXPECT_THAT(dataset.GetClasses(),
                testing::ElementsAre("class-0", "class-1", "class-2", "class-3", "class-4"));
    EXPECT_EQ(dataset.GetLabel(0), 4);
}

TEST(DataSetFile, AnyNumberOfChannels)
{
    for (const std::size_t channels : {1U, 2U, 4U})
    {
        const TemporaryFolder folder;
        NpzWriter file;
        const std::size_t size = channels * 2 * 5;
        std::vector<std::uint8_t> pixels(4 * 3 * size, 1);
        pixels.back() = 99;
        file.AddBytes("X", {4, 3, channels, 2, 5}, pixels);
        file.AddInts("y", {4, 3}, std::vector<int>(12, 1));
        file.Write(folder / "a.npz");
        const MultiViewDataSet dataset = nn::ReadDataSet(folder / "a.npz", 1);
        EXPECT_EQ(dataset.GetViewShape().channels, static_cast<int>(channels));
        EXPECT_EQ(dataset.GetView(3, 2)[size - 1], 99);
    }
}

TEST(DataSetFile, BadLabelsAreRefused)
{
    Arrays arrays;
    arrays.labels[3] = 4;
    ExpectBad(arrays, "y': 4 at [1, 1], expected a class 0 to 2, or -1 or 3 for an absent view");
    arrays.labels[3] = -2;
    ExpectBad(arrays, "y': -2 at [1, 1], expected");
    arrays.labels[3] = 3;
    ExpectBad(arrays, "y': sample 1 is seen by no camera");
    arrays = Arrays();
    arrays.labels[4] = 1;
    ExpectBad(arrays, "y': sample 2 has class 1 at camera 0 and class 2 at camera 1, expected one");
}

TEST(DataSetFile, BadPixelsAreRefused)
{
    Arrays arrays;
    constexpr std::size_t position = 7 * viewSize + 59; // row 3, column 4 of channel 2
    arrays.pixels[position] = 1.5F;
    ExpectBad(arrays, "X': 1.500000 at [3, 1, 2, 3, 4], expected 0 to 1");
    arrays.pixels[position] = -0.1F;
    ExpectBad(arrays, "X': -0.100000 at");
    arrays.pixels[position] = std::numeric_limits<float>::quiet_NaN();
    ExpectBad(arrays, "X': nan at");
    arrays.pixels[position] = std::numeric_limits<float>::infinity();
    ExpectBad(arrays, "X': inf at");
}

/// Writes a file with these arrays, and expects it to be refused.
void
ExpectBadShape(const nn::NpzShape& pixels, const nn::NpzShape& labels, const std::string& text)
{
    const auto count = [](const nn::NpzShape& shape) {
        std::size_t product = 1;
        for (const std::size_t extent : shape)
        {
            product *= extent;
        }
        return product;
    };
    const TemporaryFolder folder;
    NpzWriter file;
    file.AddBytes("X", pixels, std::vector<std::uint8_t>(count(pixels), 1));
    file.AddInts("y", labels, std::vector<int>(count(labels), 1));
    file.Write(folder / "a.npz");
    ExpectInputError([&] { nn::ReadDataSet(folder / "a.npz", 1); }, text);
}

TEST(DataSetFile, BadShapesAreRefused)
{
    ExpectBadShape({4, 2, 3, 4}, {4, 2}, "array 'X': shape (4, 2, 3, 4), expected (samples,");
    ExpectBadShape({4, 2, 0, 4, 5}, {4, 2}, "array 'X': shape (4, 2, 0, 4, 5), expected");
    ExpectBadShape({4, 0, 3, 4, 5}, {4, 0}, "array 'X': shape (4, 0, 3, 4, 5), expected");
    ExpectBadShape({1, 2, 3, 4, 5}, {1, 2}, "at least 2 samples");
    ExpectBadShape({4, 2, 3, 4, 5}, {4}, "array 'y': shape (4,), expected (4, 2)");
    ExpectBadShape({4, 2, 3, 4, 5}, {4, 3}, "array 'y': shape (4, 3), expected (4, 2)");
}

TEST(DataSetFile, BadArraysAreRefused)
{
    const auto read = [](const NpzWriter& file) {
        const TemporaryFolder folder;
        file.Write(folder / "a.npz");
        nn::ReadDataSet(folder / "a.npz", 1);
    };
    NpzWriter base;
    base.AddFloats("X", {4, 2, 3, 4, 5}, Arrays().pixels);
    ExpectInputError([&] { read(base); }, "array 'y' is missing");
    NpzWriter floats = base;
    floats.AddFloats("y", {4, 2}, std::vector<float>(8, 1));
    ExpectInputError([&] { read(floats); }, "array 'y': elements of type f4, expected integers");
    base.AddInts("y", {4, 2}, Arrays().labels);
    NpzWriter split = base;
    split.AddInts("split", {4}, {0, 1, 2, 0});
    ExpectInputError([&] { read(split); }, "array 'split': 2 at [2], expected 0 (training) or 1");
    NpzWriter noTest = base;
    noTest.AddInts("split", {4}, {0, 0, 0, 0});
    ExpectInputError([&] { read(noTest); }, "array 'split': no test sample");
    NpzWriter classes = base;
    classes.AddInts("classes", {}, {1});
    ExpectInputError([&] { read(classes); }, "array 'classes': 1, expected 2 to 1000");
    NpzWriter integers;
    integers.AddInts("X", {4, 2, 3, 4, 5}, std::vector<int>(8 * viewSize, 1));
    ExpectInputError([&] { read(integers); }, "array 'X': elements of type i4, expected f4, f8 or");
}

TEST(DataSetFile, IsReadAsItWasWritten)
{
    const TemporaryFolder folder;
    MultiViewDataSet dataset("mine", {"car", "bus", "person"}, {3, 4, 5}, 3, 2);
    for (int sample = 0; sample < 3; ++sample)
    {
        dataset.SetLabel(sample, 2 - sample);
        dataset.SetSeen(sample, sample % 2, true);
        for (std::size_t i = 0; i < viewSize; ++i)
        {
            dataset.GetView(sample, sample % 2)[i] =
                static_cast<std::uint8_t>(sample * 85 + static_cast<int>(i));
        }
    }
    dataset.SetSplit({0, 2}, {1});
    nn::SaveDataSet(folder / "file.npz", dataset);
    const MultiViewDataSet copy = nn::ReadDataSet(folder / "file.npz", 77);
    EXPECT_EQ(copy.GetHash(), dataset.GetHash());
    EXPECT_EQ(copy.GetName(), "mine");
    EXPECT_THAT(copy.GetTestSamples(), testing::ElementsAre(1));
}

TEST(DataSetFile, EveryPixelValueSurvives)
{
    const TemporaryFolder folder;
    MultiViewDataSet dataset("all", {"car", "bus", "person"}, {3, 16, 16}, 2, 1);
    for (int sample = 0; sample < 2; ++sample)
    {
        dataset.SetSeen(sample, 0, true);
        for (int i = 0; i < 256; ++i)
        {
            dataset.GetView(sample, 0)[i] = static_cast<std::uint8_t>(i);
        }
    }
    dataset.SetSplit({0}, {1});
    nn::SaveDataSet(folder / "file.npz", dataset);
    EXPECT_EQ(nn::ReadDataSet(folder / "file.npz", 1).GetHash(), dataset.GetHash());
}

} // namespace
