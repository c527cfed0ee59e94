// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/float-conv-pool-block.h"
#include "surrogate-block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace nn
{

namespace
{

double
Rectify(double y)
{
    return std::max(0.0, y);
}

/// A 1 x 2 x 2 map (1, 2, 3, 4), one filter with the weight 0.5 in its centre and 0.25 right of it:
/// convolution 0.5 + 0.5 = 1, 1, 1.5 + 1 = 2.5, 2. The pool's one window holds all four: 2.5 at
/// row 1, column 0.
TEST(FloatConvPoolKernel, ByHand)
{
    const std::vector<float> weights = {0, 0, 0, 0, 0.5F, 0.25F, 0, 0, 0};
    const FloatConvPoolKernel kernel({1, 2, 2}, weights);
    const std::vector<float> input = {1, 2, 3, 4};
    FloatConvPoolKernel::Workspace workspace;
    float pooled = 0;
    std::int32_t winner = -1;
    kernel.Run(input.data(), workspace, &pooled, &winner);
    EXPECT_EQ(pooled, 2.5F);
    EXPECT_EQ(winner, 1 * (2 + 2) + 0);
    // A gradient of 2: times the inputs around (1, 0) for the weights, times the weights for the
    // input.
    const float gradient = 2;
    std::vector<float> map(kernel.GetMapSize());
    kernel.LayOut(input.data(), map.data());
    std::vector<float> weightGradient(9);
    kernel.AddWeightGradient(map.data(), {&gradient, &winner}, 0, weightGradient);
    EXPECT_EQ(kernel.MoveChannelsFirst(weightGradient),
              (std::vector<float>{0, 2, 4, 0, 6, 8, 0, 0, 0}));
    std::vector<float> inputGradient(4);
    kernel.WriteInputGradient({&gradient, &winner}, inputGradient.data());
    EXPECT_EQ(inputGradient, (std::vector<float>{0, 0, 1, 0.5F}));
}

TEST(FloatConvPoolKernel, FirstOfEqualsWins)
{
    const FloatConvPoolKernel kernel({1, 2, 3}, {0, 0, 0, 0, 1, 0, 0, 0, 0});
    const std::vector<float> input = {1, 5, 5, 5, 0, 5};
    FloatConvPoolKernel::Workspace workspace;
    float pooled[2];
    std::int32_t winners[2];
    kernel.Run(input.data(), workspace, pooled, winners);
    EXPECT_EQ(winners[0], 1);
    EXPECT_EQ(winners[1], 1);
}

/// As ConvPoolBlockGradient, with real numbers.
class FloatConvPoolBlockGradient : public testing::Test
{
  protected:
    static constexpr int samples = 4;
    static constexpr int filters = 3;

    FloatConvPoolBlockGradient()
        : m_random(5), m_block({2, 5, 6}, filters, m_random), m_input(samples, 60)
    {
        std::vector<NamedTensor> tensors;
        m_block.CollectTensors("", tensors);
        m_weights = tensors[0].tensor;
        m_gamma = tensors[1].tensor;
        m_beta = tensors[2].tensor;
        m_gamma->value = {0.7F, 0.4F, 1.0F};
        m_beta->value = {0.2F, -0.1F, 0.0F};
        for (float& value : m_input.values)
        {
            value = static_cast<float>(m_random.Uniform(-1, 1));
        }
        m_gradient.resize(samples * m_block.GetOutputShape().Size());
        for (float& value : m_gradient)
        {
            value = static_cast<float>(m_random.Uniform(-1, 1));
        }
        m_surrogate.shape = {2, 5, 6};
        m_surrogate.filters = filters;
        m_surrogate.activation = Rectify;
        m_surrogate.input.assign(m_input.values.begin(), m_input.values.end());
        m_surrogate.weights.assign(m_weights->value.begin(), m_weights->value.end());
        m_surrogate.gamma.assign(m_gamma->value.begin(), m_gamma->value.end());
        m_surrogate.beta.assign(m_beta->value.begin(), m_beta->value.end());
        m_surrogate.factors.assign(m_gradient.begin(), m_gradient.end());
        m_output =
            m_block.Forward(m_input, BatchNormalization::replacingMomentum, m_tape, m_workers);
    }

    void ExpectGradient(const std::vector<float>& gradient, std::vector<double>& variables)
    {
        ASSERT_EQ(gradient.size(), variables.size());
        for (std::size_t i = 0; i < gradient.size(); ++i)
        {
            const double slope = m_surrogate.GetSlope(variables[i], 1e-7);
            EXPECT_NEAR(gradient[i], slope, 1e-4 * std::max(1.0, std::fabs(slope))) << i;
        }
    }

    SplitMix64 m_random;
    Workers m_workers{1};
    FloatConvPoolBlock m_block;
    RealBatch m_input;
    RealBatch m_output;
    FloatConvPoolBlock::Tape m_tape;
    std::vector<float> m_gradient;
    SurrogateBlock m_surrogate;
    Tensor* m_weights = nullptr;
    Tensor* m_gamma = nullptr;
    Tensor* m_beta = nullptr;
};

TEST_F(FloatConvPoolBlockGradient, Forward)
{
    const std::vector<double> expected = m_surrogate.GetOutput();
    ASSERT_EQ(m_output.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        EXPECT_NEAR(m_output.values[i], expected[i], 1e-5) << i;
    }
}

TEST_F(FloatConvPoolBlockGradient, ParametersAndInput)
{
    ExpectGradient(m_block.BackwardToInput(m_gradient, m_tape, m_workers), m_surrogate.input);
    ExpectGradient(m_weights->gradient, m_surrogate.weights);
    ExpectGradient(m_gamma->gradient, m_surrogate.gamma);
    ExpectGradient(m_beta->gradient, m_surrogate.beta);
}

TEST_F(FloatConvPoolBlockGradient, SameBitsForAnyNumberOfThreads)
{
    Workers three(3);
    const std::vector<float> input = m_block.BackwardToInput(m_gradient, m_tape, m_workers);
    const std::vector<float> weights = m_weights->gradient;
    EXPECT_EQ(m_block.Forward(m_input, 0.1, m_tape, three).values, m_output.values);
    EXPECT_EQ(m_block.BackwardToInput(m_gradient, m_tape, three), input);
    EXPECT_EQ(m_weights->gradient, weights);
}

/// The stored variance is the unbiased one, of 4 samples with 9 positions: 36 / 35 of that of the
/// batch. With it taken back, the frozen block gives what training gave.
TEST_F(FloatConvPoolBlockGradient, FrozenGivesTheOutputOfTraining)
{
    std::vector<NamedTensor> tensors;
    m_block.CollectTensors("", tensors);
    for (float& variance : tensors[4].tensor->value)
    {
        variance *= 35.0F / 36.0F;
    }
    const RealBatch frozen = FrozenFloatConvPool(m_block).Run(m_input);
    for (std::size_t i = 0; i < frozen.values.size(); ++i)
    {
        EXPECT_NEAR(frozen.values[i], m_output.values[i], 1e-5) << i;
    }
}

} // namespace

} // namespace nn
