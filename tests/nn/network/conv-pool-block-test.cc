// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-block.h"
#include "surrogate-block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace nn
{

namespace
{

double
Clamp(double y)
{
    return std::clamp(y, -1.0, 1.0);
}

/// A block with a random batch and the surrogate of both. The input are large random numbers, so
/// that the pool has no ties, where its maximum has no derivative.
class ConvPoolBlockGradient : public testing::Test
{
  protected:
    static constexpr int samples = 4;
    static constexpr int filters = 2;
    static constexpr int divisor = 3000;

    ConvPoolBlockGradient()
        : m_random(5), m_block({2, 5, 6}, filters, m_random), m_input({2, 5, 6}, samples, divisor)
    {
        std::vector<NamedTensor> tensors;
        m_block.CollectTensors("", tensors);
        m_weights = tensors[0].tensor;
        m_gamma = tensors[1].tensor;
        m_beta = tensors[2].tensor;
        m_gamma->value = {0.7F, 0.9F};
        m_beta->value = {0.2F, -0.1F};
        for (std::int16_t& value : m_input.values)
        {
            value = static_cast<std::int16_t>(m_random.Index(2 * divisor) - divisor);
        }
        m_gradient.resize(samples * m_block.GetOutputShape().Size());
        for (float& value : m_gradient)
        {
            value = static_cast<float>(m_random.Uniform(-1, 1));
        }
        MakeSurrogate();
        m_block.Forward(m_input, 0.1, m_tape, m_workers);
    }

    void MakeSurrogate()
    {
        m_surrogate.shape = m_input.shape;
        m_surrogate.filters = filters;
        m_surrogate.divisor = divisor;
        m_surrogate.activation = Clamp;
        m_surrogate.input.assign(m_input.values.begin(), m_input.values.end());
        m_surrogate.gamma.assign(m_gamma->value.begin(), m_gamma->value.end());
        m_surrogate.beta.assign(m_beta->value.begin(), m_beta->value.end());
        m_surrogate.factors.assign(m_gradient.begin(), m_gradient.end());
        for (const float weight : m_weights->value)
        {
            m_surrogate.weights.push_back(weight >= 0 ? 1 : -1);
        }
    }

    void ExpectGradient(const std::vector<float>& gradient,
                        std::vector<double>& variables,
                        double step)
    {
        ASSERT_EQ(gradient.size(), variables.size());
        for (std::size_t i = 0; i < gradient.size(); ++i)
        {
            const double slope = m_surrogate.GetSlope(variables[i], step);
            EXPECT_NEAR(gradient[i], slope, 1e-4 * std::max(1.0, std::fabs(slope))) << i;
        }
    }

    SplitMix64 m_random;
    ConvPoolBlock m_block;
    FeatureBatch m_input;
    ConvPoolBlock::Tape m_tape;
    Workers m_workers{1};
    std::vector<float> m_gradient;
    SurrogateBlock m_surrogate;
    Tensor* m_weights = nullptr;
    Tensor* m_gamma = nullptr;
    Tensor* m_beta = nullptr;
};

TEST_F(ConvPoolBlockGradient, Parameters)
{
    m_block.Backward(m_gradient, m_tape, m_workers);
    ExpectGradient(m_weights->gradient, m_surrogate.weights, 1e-6);
    ExpectGradient(m_gamma->gradient, m_surrogate.gamma, 1e-6);
    ExpectGradient(m_beta->gradient, m_surrogate.beta, 1e-6);
}

TEST_F(ConvPoolBlockGradient, Input)
{
    const std::vector<float> gradient = m_block.BackwardToInput(m_gradient, m_tape, m_workers);
    ExpectGradient(gradient, m_surrogate.input, 1e-3);
}

TEST_F(ConvPoolBlockGradient, WithAndWithoutInput)
{
    m_block.Backward(m_gradient, m_tape, m_workers);
    const std::vector<float> alone = m_weights->gradient;
    m_block.BackwardToInput(m_gradient, m_tape, m_workers);
    EXPECT_EQ(m_weights->gradient, alone);
}

TEST(ConvPoolBlock, Shapes)
{
    SplitMix64 random(1);
    EXPECT_EQ(ConvPoolBlock({3, 32, 32}, 4, random).GetOutputShape(), (MapShape{4, 16, 16}));
    EXPECT_EQ(ConvPoolBlock({1, 5, 2}, 7, random).GetOutputShape(), (MapShape{7, 3, 1}));
}

/// After the statistics were replaced by those of a batch, the frozen block gives the same bits as
/// training did (but for the unbiased variance, which moves no bit while beta is 0).
TEST(ConvPoolBlock, FrozenGivesTheBitsOfTraining)
{
    SplitMix64 random(9);
    ConvPoolBlock block({3, 8, 8}, 4, random);
    FeatureBatch input({3, 8, 8}, 6, 255);
    for (std::int16_t& value : input.values)
    {
        value = static_cast<std::int16_t>(random.Index(256));
    }
    ConvPoolBlock::Tape tape;
    Workers workers(1);
    const FeatureBatch training =
        block.Forward(input, BatchNormalization::replacingMomentum, tape, workers);
    EXPECT_EQ(FrozenConvPool(block).Run(input).values, training.values);
}

} // namespace

} // namespace nn
