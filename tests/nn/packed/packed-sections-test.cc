// SPDX-License-Identifier: GPL-2.0-only
#include "compare-with-reference.h"
#include "nn/data/split-mix64.h"
#include "nn/packed/packed-section.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <string>

namespace nn::test
{

namespace
{

/// Signs of gamma at random, a zero here and there, as training may leave them.
void
ChangeScales(HierarchicalNetwork& network, SplitMix64& random)
{
    for (const NamedTensor& named : network.GetTensors())
    {
        const bool isGamma =
            named.name.size() > 5 && named.name.compare(named.name.size() - 5, 5, "gamma") == 0;
        for (std::size_t i = 0; isGamma && i < named.tensor->value.size(); ++i)
        {
            const int change = random.Index(8);
            float& gamma = named.tensor->value[i];
            gamma = change == 0 ? 0.0F : change < 4 ? -gamma : gamma;
        }
    }
}

void
CompareDescription(const NetworkDescription& description)
{
    SCOPED_TRACE(description.name);
    SplitMix64 random(7);
    const MultiViewDataSet dataset = MakeDataSet(description, 12, 4);
    HierarchicalNetwork network = MakeNetwork(description, dataset, 6);
    ChangeScales(network, random);
    const bool many = description.GetDeviceCount() > 8;
    CompareWithReference(network, dataset, Count(many ? 3 : 12), many ? 97 : 1);
}

TEST(PackedSections, EqualTheReference)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        CompareDescription(description);
    }
}

/// More than 32 channels, more than 16 filters, maps of 16 x 6 and 8 x 3, views wider than a word.
TEST(PackedSections, OddShapes)
{
    NetworkDescription description = MakeDescription(7);
    description.device.filters = {5, 3};
    description.cloud.filters = {17, 9};
    for (const ViewShape view : {ViewShape{3, 32, 12}, {3, 12, 20}, {1, 9, 70}, {3, 32, 32}})
    {
        for (const Aggregation input :
             {Aggregation::Max, Aggregation::Average, Aggregation::Concatenate})
        {
            description.name = ToString(input) + " of " + std::to_string(view.height) + " x " +
                               std::to_string(view.width);
            description.view = view;
            description.cloud.input = input;
            CompareDescription(description);
        }
    }
}

/// Raw views whose sums do not fit in 16 bits: 6 * 27 * 255 > 32767.
TEST(PackedSections, RawViews)
{
    NetworkDescription description = MakeDescription(6);
    description.device.filters = {};
    description.name = "raw views of six devices";
    CompareDescription(description);
}

/// Missing parts of a concatenation before a linear layer; 75 bits a map.
TEST(PackedSections, LinearLayerOnly)
{
    NetworkDescription description = MakeDescription(3);
    description.view = {3, 10, 10};
    description.device.filters = {3};
    description.cloud.filters = {};
    for (const Aggregation input :
         {Aggregation::Max, Aggregation::Average, Aggregation::Concatenate})
    {
        description.cloud.input = input;
        description.name = "linear " + ToString(input);
        CompareDescription(description);
    }
}

TEST(PackedSections, WhatIsPossible)
{
    SplitMix64 random(1);
    const Section linear({2, 4, 4}, {}, 3, random);
    const Section conv({2, 4, 4}, {2}, 3, random);
    SectionPlace place;
    place.child = {2, 4, 4};
    EXPECT_TRUE(PackedSection::IsPossible(linear, place));
    place.aggregation = Aggregation::Average;
    EXPECT_TRUE(PackedSection::IsPossible(linear, place));
    place.children = 2;
    EXPECT_FALSE(PackedSection::IsPossible(linear, place));
    EXPECT_TRUE(PackedSection::IsPossible(conv, place));
    place.children = maximumAveragedMaps + 1;
    EXPECT_FALSE(PackedSection::IsPossible(conv, place));
    place.children = 2;
    place.format = FeatureFormat::Pixels;
    EXPECT_FALSE(PackedSection::IsPossible(conv, place));
    place.aggregation = Aggregation::Concatenate;
    EXPECT_TRUE(PackedSection::IsPossible(conv, place));
}

/// Ten more averages: one more set of four thresholds of 32 bits and four bits each.
TEST(PackedSections, MemoryOfAverages)
{
    SplitMix64 random(1);
    const Section section({2, 4, 4}, {4}, 3, random);
    SectionPlace place;
    place.child = {2, 4, 4};
    place.aggregation = Aggregation::Average;
    place.children = 2;
    const std::size_t two = PackedSection(section, place, GetBitKernels()).GetParameterBytes();
    place.children = 12;
    EXPECT_EQ(PackedSection(section, place, GetBitKernels()).GetParameterBytes(), two + 170);
}

} // namespace

} // namespace nn::test
