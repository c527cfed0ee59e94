// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/map-aggregation.h"

#include <gtest/gtest.h>

namespace nn
{

namespace
{

using Values = std::vector<std::int16_t>;

/// Two samples of a 1 x 1 x 2 map.
FeatureBatch
MakeMap(Values values)
{
    FeatureBatch map({1, 1, 2}, 2, 1);
    map.values = std::move(values);
    return map;
}

class MapAggregation : public testing::Test
{
  protected:
    FeatureBatch m_first = MakeMap({1, -1, -1, -1});
    FeatureBatch m_second = MakeMap({-1, -1, 1, -1});
    FeatureBatch m_third = MakeMap({1, 1, -1, -1});
    std::vector<const FeatureBatch*> m_all = {&m_first, &m_second, &m_third};
    std::vector<const FeatureBatch*> m_secondMissing = {&m_first, nullptr, &m_third};
};

TEST_F(MapAggregation, Max)
{
    EXPECT_EQ(AggregateMaps(Aggregation::Max, m_all).values, Values({1, 1, 1, -1}));
    EXPECT_EQ(AggregateMaps(Aggregation::Max, m_secondMissing).values, Values({1, 1, -1, -1}));
}

/// Sums; the divisor is the number of maps that are there.
TEST_F(MapAggregation, Average)
{
    const FeatureBatch all = AggregateMaps(Aggregation::Average, m_all);
    EXPECT_EQ(all.values, Values({1, -1, -1, -3}));
    EXPECT_EQ(all.divisor, 3);
    const FeatureBatch two = AggregateMaps(Aggregation::Average, m_secondMissing);
    EXPECT_EQ(two.values, Values({2, 0, -2, -2}));
    EXPECT_EQ(two.divisor, 2);
}

/// Channels in the order of the children, sample by sample; a missing map is 0.
TEST_F(MapAggregation, Concatenate)
{
    const FeatureBatch all = AggregateMaps(Aggregation::Concatenate, m_all);
    EXPECT_EQ(all.shape, (MapShape{3, 1, 2}));
    EXPECT_EQ(all.values, Values({1, -1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1}));
    EXPECT_EQ(AggregateMaps(Aggregation::Concatenate, m_secondMissing).values,
              Values({1, -1, 0, 0, 1, 1, -1, -1, 0, 0, -1, -1}));
}

TEST_F(MapAggregation, FirstMissing)
{
    const std::vector<const FeatureBatch*> last = {nullptr, nullptr, &m_third};
    EXPECT_EQ(AggregateMaps(Aggregation::Max, last).values, m_third.values);
    EXPECT_EQ(AggregateMaps(Aggregation::Average, last).values, m_third.values);
    EXPECT_EQ(AggregateMaps(Aggregation::Concatenate, last).values,
              Values({0, 0, 0, 0, 1, 1, 0, 0, 0, 0, -1, -1}));
}

TEST_F(MapAggregation, GradientOfMaxGoesToTheFirstWinner)
{
    const auto parts = DistributeMapGradient(Aggregation::Max, m_all, {1, 2, 3, 4});
    EXPECT_EQ(parts[0], std::vector<float>({1, 0, 0, 4}));
    EXPECT_EQ(parts[1], std::vector<float>({0, 0, 3, 0}));
    EXPECT_EQ(parts[2], std::vector<float>({0, 2, 0, 0}));
}

TEST_F(MapAggregation, GradientOfAverageIsThatOfTheSum)
{
    for (const auto& part : DistributeMapGradient(Aggregation::Average, m_all, {1, 2, 3, 4}))
    {
        EXPECT_EQ(part, std::vector<float>({1, 2, 3, 4}));
    }
}

TEST_F(MapAggregation, GradientOfConcatenateIsTakenApart)
{
    const auto parts = DistributeMapGradient(
        Aggregation::Concatenate, m_all, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    EXPECT_EQ(parts[0], std::vector<float>({1, 2, 7, 8}));
    EXPECT_EQ(parts[1], std::vector<float>({3, 4, 9, 10}));
    EXPECT_EQ(parts[2], std::vector<float>({5, 6, 11, 12}));
}

} // namespace

} // namespace nn
