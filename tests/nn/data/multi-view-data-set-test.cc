// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/multi-view-data-set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace
{

using nn::MultiViewDataSet;

constexpr std::size_t viewSize = std::size_t{3} * 4 * 5;

TEST(MultiViewDataSet, StartsBlank)
{
    const MultiViewDataSet dataset("blank", {"a", "b"}, {3, 4, 5}, 4, 2);
    EXPECT_EQ(dataset.GetName(), "blank");
    EXPECT_EQ(dataset.GetSampleCount(), 4);
    EXPECT_EQ(dataset.GetCameraCount(), 2);
    EXPECT_EQ(dataset.GetViewShape().Size(), viewSize);
    EXPECT_EQ(dataset.GetLabel(3), 0);
    EXPECT_EQ(dataset.GetViewLabel(3, 1), MultiViewDataSet::absent);
    EXPECT_EQ(dataset.GetView(3, 1)[viewSize - 1], 0);
    EXPECT_THAT(dataset.GetTrainingSamples(), testing::ElementsAre(0, 1, 2, 3));
    EXPECT_TRUE(dataset.GetTestSamples().empty());
}

TEST(MultiViewDataSet, KeepsWhatIsSet)
{
    MultiViewDataSet dataset("a", {"a", "b"}, {3, 4, 5}, 4, 2);
    dataset.SetLabel(2, 1);
    dataset.SetSeen(2, 1, true);
    dataset.GetView(2, 1)[7] = 9;
    dataset.SetSplit({0, 2}, {1, 3});
    EXPECT_EQ(dataset.GetViewLabel(2, 1), 1);
    EXPECT_EQ(dataset.GetViewLabel(2, 0), MultiViewDataSet::absent);
    EXPECT_EQ(dataset.GetView(2, 0)[viewSize + 7], 9); // cameras follow each other
    EXPECT_THAT(dataset.GetTestSamples(), testing::ElementsAre(1, 3));
}

TEST(MultiViewDataSet, HashDependsOnEverythingButTheName)
{
    const auto make = [](const char* name) {
        return MultiViewDataSet(name, {"a", "b"}, {3, 4, 5}, 4, 2);
    };
    const std::string hash = make("a").GetHash();
    EXPECT_EQ(hash.size(), 16U);
    EXPECT_EQ(make("b").GetHash(), hash);
    MultiViewDataSet label = make("a");
    label.SetLabel(3, 1);
    MultiViewDataSet seen = make("a");
    seen.SetSeen(0, 0, true);
    MultiViewDataSet pixel = make("a");
    pixel.GetView(3, 1)[viewSize - 1] = 1;
    MultiViewDataSet split = make("a");
    split.SetSplit({0, 1, 2}, {3});
    MultiViewDataSet shape("a", {"a", "b"}, {3, 5, 4}, 4, 2);
    for (const MultiViewDataSet* other : {&label, &seen, &pixel, &split, &shape})
    {
        EXPECT_NE(other->GetHash(), hash);
    }
}

} // namespace
