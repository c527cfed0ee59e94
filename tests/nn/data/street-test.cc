// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "nn/data/npz-file.h"
#include "nn/data/street/street-data-set.h"
#include "tests/nn/data/temporary-folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace
{

using nn::DataSetPart;
using nn::DataSetSource;
using nn::MultiViewDataSet;
using nn::street::Difficulty;

constexpr std::size_t viewSize = 3072;
constexpr int cameras = 6;

MultiViewDataSet
MakeBlank(int samples)
{
    return {"street", {"car", "bus", "person"}, {}, samples, cameras};
}

/// The first samples of `street`.
MultiViewDataSet
Render(std::uint64_t seed, int samples, const Difficulty& difficulty = {})
{
    MultiViewDataSet dataset = MakeBlank(samples);
    for (int i = 0; i < samples; ++i)
    {
        nn::street::RenderSample(seed, i, difficulty, dataset);
    }
    return dataset;
}

int
CountSeen(const MultiViewDataSet& dataset)
{
    int seen = 0;
    for (int i = 0; i < dataset.GetSampleCount(); ++i)
    {
        for (int k = 0; k < cameras; ++k)
        {
            seen += dataset.GetViewLabel(i, k) != MultiViewDataSet::absent ? 1 : 0;
        }
    }
    return seen;
}

/// What the reference renderer made of a seed: pixels of the first samples, labels of all.
class Reference : public testing::TestWithParam<int>
{
  protected:
    static constexpr int pixelSamples = 12;

    nn::NpzReader m_file{std::string(TEST_DATA_DIR) + "/street-seed-" + std::to_string(GetParam()) +
                         ".npz"};
};

TEST_P(Reference, HasTheSameLabels)
{
    DataSetSource source;
    source.seed = static_cast<std::uint64_t>(GetParam());
    const MultiViewDataSet dataset = nn::street::RenderDataSet(source, DataSetPart::All, 2);
    const std::vector<std::int32_t> labels = m_file.ReadInts("y", {851, cameras});
    for (int i = 0; i < 851; ++i)
    {
        for (int k = 0; k < cameras; ++k)
        {
            const int label = labels[i * cameras + k];
            ASSERT_EQ(dataset.GetViewLabel(i, k), label == 3 ? MultiViewDataSet::absent : label)
                << "sample " << i << " camera " << k;
        }
    }
}

TEST_P(Reference, HasTheSamePixels)
{
    const MultiViewDataSet dataset = Render(static_cast<std::uint64_t>(GetParam()), pixelSamples);
    const std::vector<std::uint8_t> pixels =
        m_file.ReadBytes("X", {pixelSamples, cameras, 3, 32, 32});
    double difference = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i)
    {
        difference += std::abs(int{dataset.GetView(0, 0)[i]} - int{pixels[i]});
    }
    const double mean = difference / (CountSeen(dataset) * static_cast<double>(viewSize));
    EXPECT_LT(mean, 0.05); // of 255; what is not equal has been rounded to the other side
}

INSTANTIATE_TEST_SUITE_P(Street, Reference, testing::Values(1, 2, 12345));

TEST(Street, DoesNotDependOnThreadsOrTime)
{
    DataSetSource source;
    source.seed = 7;
    const auto render = [&](int threads) {
        return nn::street::RenderDataSet(source, DataSetPart::TestOnly, threads).GetHash();
    };
    const std::string hash = render(1);
    EXPECT_EQ(render(1), hash);
    EXPECT_EQ(render(2), hash);
    EXPECT_EQ(render(5), hash);
}

/// Whoever changes this changes every published result.
TEST(Street, IsWhatItHasAlwaysBeen)
{
    EXPECT_EQ(nn::LoadDataSet({}).GetHash(), "d5076cf1fd9f5214");
}

TEST(Street, TestPartIsThatOfTheWhole)
{
    const DataSetSource source;
    const MultiViewDataSet all = nn::LoadDataSet(source);
    const MultiViewDataSet part = nn::LoadDataSet(source, DataSetPart::TestOnly);
    ASSERT_EQ(all.GetTrainingSamples().size(), 680U);
    ASSERT_EQ(all.GetTestSamples().size(), 171U);
    EXPECT_EQ(part.GetTestSamples(), all.GetTestSamples());
    for (int i = 0; i < 851; ++i)
    {
        const bool test = i >= 680;
        EXPECT_EQ(part.GetLabel(i), test ? all.GetLabel(i) : 0);
        for (int k = 0; k < cameras; ++k)
        {
            const std::vector<std::uint8_t> blank(viewSize, 0);
            const std::uint8_t* expected = test ? all.GetView(i, k) : blank.data();
            ASSERT_TRUE(std::equal(expected, expected + viewSize, part.GetView(i, k)));
            EXPECT_EQ(part.GetViewLabel(i, k),
                      test ? all.GetViewLabel(i, k) : MultiViewDataSet::absent);
        }
    }
}

TEST(Street, AbsentViewsAreBlankAndEachSampleIsSeen)
{
    const MultiViewDataSet dataset = Render(3, 60);
    for (int i = 0; i < 60; ++i)
    {
        int seen = 0;
        for (int k = 0; k < cameras; ++k)
        {
            const bool absent = dataset.GetViewLabel(i, k) == MultiViewDataSet::absent;
            seen += absent ? 0 : 1;
            const std::uint8_t* view = dataset.GetView(i, k);
            const bool blank = std::all_of(view, view + viewSize, [](int p) { return p == 0; });
            EXPECT_EQ(blank, absent);
        }
        EXPECT_GE(seen, 1);
    }
}

TEST(Street, FileHoldsTheSame)
{
    const TemporaryFolder folder;
    const MultiViewDataSet dataset = nn::LoadDataSet({});
    nn::SaveDataSet(folder / "street.npz", dataset);
    DataSetSource source;
    source.source = folder / "street.npz";
    const MultiViewDataSet copy = nn::LoadDataSet(source);
    EXPECT_EQ(copy.GetHash(), dataset.GetHash());
    EXPECT_EQ(copy.GetName(), "street");
}

/// Mean squared difference of pixels that are next to each other in a row.
double
GetRoughness(const MultiViewDataSet& dataset)
{
    double sum = 0;
    for (int i = 0; i < dataset.GetSampleCount(); ++i)
    {
        for (int k = 0; k < cameras; ++k)
        {
            const std::uint8_t* view = dataset.GetView(i, k);
            for (std::size_t p = 1; p < viewSize; ++p)
            {
                const double step = p % 32 == 0 ? 0.0 : static_cast<double>(view[p]) - view[p - 1];
                sum += step * step;
            }
        }
    }
    return sum / (CountSeen(dataset) * static_cast<double>(viewSize));
}

TEST(Street, NoiseMakesPicturesRough)
{
    const MultiViewDataSet clean = Render(1, 40, {0.0, 9, .35});
    const MultiViewDataSet normal = Render(1, 40);
    const MultiViewDataSet noisy = Render(1, 40, {2.0, 9, .35});
    EXPECT_EQ(CountSeen(clean), CountSeen(noisy)); // noise hides nothing
    EXPECT_LT(2 * GetRoughness(clean), GetRoughness(normal));
    EXPECT_LT(1.5 * GetRoughness(normal), GetRoughness(noisy));
}

TEST(Street, LessOcclusionMeansFewerSeenViews)
{
    const int none = CountSeen(Render(1, 150, {1.0, 9, 1.0}));
    const int normal = CountSeen(Render(1, 150));
    const int any = CountSeen(Render(1, 150, {1.0, 9, 0.0}));
    EXPECT_LT(none, normal);
    EXPECT_LT(normal, any);
}

TEST(Street, ClutterHidesViews)
{
    const int none = CountSeen(Render(1, 150, {1.0, 0, .35}));
    const int one = CountSeen(Render(1, 150, {1.0, 1, .35}));
    const int many = CountSeen(Render(1, 150, {1.0, 50, .35}));
    EXPECT_LT(many, none);
    EXPECT_LT(many, one);
}

TEST(Street, SettingsOutOfRangeDoNoHarm)
{
    DataSetSource source;
    source.seed = std::numeric_limits<std::uint64_t>::max();
    source.noise = std::numeric_limits<double>::quiet_NaN();
    source.clutter = -5;
    source.occlusion = -3;
    EXPECT_EQ(nn::LoadDataSet(source, DataSetPart::TestOnly).GetSampleCount(), 851);
    source.noise = std::numeric_limits<double>::infinity();
    source.occlusion = std::numeric_limits<double>::infinity();
    EXPECT_EQ(nn::LoadDataSet(source, DataSetPart::TestOnly).GetSampleCount(), 851);
}

} // namespace
