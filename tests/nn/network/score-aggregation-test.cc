// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/score-aggregation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn
{

namespace
{

class ScoreAggregationTest : public testing::Test
{
  protected:
    ScoreAggregationTest() : m_inputs(3, RealBatch(1, 2))
    {
        m_inputs[0].values = {1.0F, -2.0F};
        m_inputs[1].values = {3.0F, -1.0F};
        m_inputs[2].values = {3.0F, -6.0F};
    }

    ScoreAggregation Make(Aggregation aggregation)
    {
        SplitMix64 random(1);
        return {aggregation, 3, 2, random};
    }

    std::vector<float> Run(Aggregation aggregation, const std::vector<int>& present)
    {
        std::vector<const RealBatch*> inputs(3);
        for (const int i : present)
        {
            inputs[i] = &m_inputs[i];
        }
        return FrozenScoreAggregation(Make(aggregation)).Run(inputs).values;
    }

    std::vector<RealBatch> m_inputs;
};

TEST_F(ScoreAggregationTest, MaxOfWhatArrived)
{
    EXPECT_EQ(Run(Aggregation::Max, {0, 1, 2}), std::vector<float>({3, -1}));
    EXPECT_EQ(Run(Aggregation::Max, {0, 2}), std::vector<float>({3, -2}));
    EXPECT_EQ(Run(Aggregation::Max, {2}), std::vector<float>({3, -6}));
}

TEST_F(ScoreAggregationTest, AverageOfWhatArrived)
{
    EXPECT_EQ(Run(Aggregation::Average, {0, 1}), std::vector<float>({2, -1.5}));
    EXPECT_FLOAT_EQ(Run(Aggregation::Average, {0, 1, 2})[0], 7.0F / 3);
    EXPECT_EQ(Run(Aggregation::Average, {1}), std::vector<float>({3, -1}));
}

/// Weights of the first class + + - + + -, of the second all +; gamma 1, beta 0, mean 0, variance
/// 1: y = x / sqrt(1 + 2e-5). All: 1 - 2 - 3 - 1 + 3 + 6 = 4 and -2; without the second: 8 and -4.
TEST_F(ScoreAggregationTest, ConcatenateByHand)
{
    ScoreAggregation aggregation = Make(Aggregation::Concatenate);
    std::vector<NamedTensor> tensors;
    aggregation.CollectTensors("", tensors);
    tensors[0].tensor->value = {1, 1, -1, 1, 1, -1, 1, 1, 1, 1, 1, 1};
    const FrozenScoreAggregation frozen(aggregation);
    const double deviation = std::sqrt(1 + 2e-5);
    const RealBatch all = frozen.Run({&m_inputs[0], &m_inputs[1], &m_inputs[2]});
    EXPECT_NEAR(all.values[0], 4 / deviation, 1e-6);
    EXPECT_NEAR(all.values[1], -2 / deviation, 1e-6);
    const RealBatch two = frozen.Run({&m_inputs[0], nullptr, &m_inputs[2]});
    EXPECT_NEAR(two.values[0], 8 / deviation, 1e-6);
    EXPECT_NEAR(two.values[1], -4 / deviation, 1e-6);
}

TEST_F(ScoreAggregationTest, GradientOfMaxGoesToTheFirstWinner)
{
    ScoreAggregation aggregation = Make(Aggregation::Max);
    ScoreAggregation::Tape tape;
    aggregation.Forward(m_inputs, {}, 0.1, tape);
    RealBatch gradient(1, 2);
    gradient.values = {5, 7};
    const std::vector<RealBatch> parts = aggregation.Backward(gradient, tape);
    EXPECT_EQ(parts[0].values, std::vector<float>({0, 0}));
    EXPECT_EQ(parts[1].values, std::vector<float>({5, 7}));
    EXPECT_EQ(parts[2].values, std::vector<float>({0, 0}));
}

TEST_F(ScoreAggregationTest, GradientOfAverageInEqualParts)
{
    ScoreAggregation aggregation = Make(Aggregation::Average);
    ScoreAggregation::Tape tape;
    aggregation.Forward(m_inputs, {}, 0.1, tape);
    RealBatch gradient(1, 2);
    gradient.values = {6, 9};
    for (const RealBatch& part : aggregation.Backward(gradient, tape))
    {
        EXPECT_EQ(part.values, std::vector<float>({2, 3}));
    }
}

/// Concat's gradient is that of its layer (checked on its own), taken apart.
TEST_F(ScoreAggregationTest, GradientOfConcatenate)
{
    SplitMix64 random(4);
    ScoreAggregation aggregation(Aggregation::Concatenate, 2, 3, random);
    std::vector<RealBatch> inputs(2, RealBatch(4, 3));
    RealBatch stacked(4, 6);
    for (int i = 0; i < 24; ++i)
    {
        stacked.values[i] = static_cast<float>(random.Uniform(-1, 1));
        inputs[i / 3 % 2].GetRow(i / 6)[i % 3] = stacked.values[i];
    }
    RealBatch gradient(4, 3);
    for (float& value : gradient.values)
    {
        value = static_cast<float>(random.Uniform(-1, 1));
    }
    FcBlock layer = *aggregation.GetLayer();
    FcBlock::Tape layerTape;
    ScoreAggregation::Tape tape;
    EXPECT_EQ(aggregation.Forward(inputs, {}, 0.1, tape).values,
              layer.Forward(stacked, 0.1, layerTape).values);
    const RealBatch expected = layer.Backward(gradient, layerTape);
    const std::vector<RealBatch> parts = aggregation.Backward(gradient, tape);
    for (int i = 0; i < 24; ++i)
    {
        EXPECT_EQ(parts[i / 3 % 2].GetRow(i / 6)[i % 3], expected.values[i]);
    }
}

} // namespace

} // namespace nn
