// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/fc-block.h"
#include "nn/blocks/kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn
{

namespace
{

std::vector<NamedTensor>
GetTensors(FcBlock& block)
{
    std::vector<NamedTensor> tensors;
    block.CollectTensors("", tensors);
    return tensors; // weight, gamma, beta, mean, var
}

/// Weights (0, -0.2, 0.7) have the signs (+, -, +). Inputs (1, 2, 3) and (4, 0, -1) give 2 and 3.
/// Stored statistics mean 2, variance 0.25 - 2e-5, gamma 0.5, beta 1: y = 1 + (x - 2): 1 and 2.
TEST(FcBlock, FrozenByHand)
{
    SplitMix64 random(1);
    FcBlock block(3, 1, random);
    const std::vector<NamedTensor> tensors = GetTensors(block);
    tensors[0].tensor->value = {0.0F, -0.2F, 0.7F};
    tensors[1].tensor->value = {0.5F};
    tensors[2].tensor->value = {1.0F};
    tensors[3].tensor->value = {2.0F};
    tensors[4].tensor->value = {0.25F - 2e-5F};
    RealBatch input(2, 3);
    input.values = {1, 2, 3, 4, 0, -1};
    const RealBatch output = FrozenFc(block).Run(input);
    EXPECT_NEAR(output.values[0], 1, 1e-6);
    EXPECT_NEAR(output.values[1], 2, 1e-6);
}

/// Initial weights: mean 0, variance 1 / inputs.
TEST(FcBlock, InitialWeights)
{
    SplitMix64 random(1);
    const FcBlock block(10'000, 2, random);
    double sum = 0;
    double square = 0;
    for (const float weight : block.GetWeights().value)
    {
        sum += weight;
        square += static_cast<double>(weight) * weight;
    }
    EXPECT_NEAR(sum / 20'000, 0, 3e-4);
    EXPECT_NEAR(square / 20'000, 1e-4, 5e-6);
}

/// Loss: sum of r y. Real-valued weights at the signs: the straight-through gradient is the
/// derivative for them; a finite difference in double precision.
class FcBlockGradient : public testing::Test
{
  protected:
    static constexpr int samples = 6;
    static constexpr int inputs = 5;
    static constexpr int outputs = 3;

    FcBlockGradient()
        : m_random(2), m_block(inputs, outputs, m_random), m_gradient(samples, outputs)
    {
        RealBatch input(samples, inputs);
        for (float& value : input.values)
        {
            value = static_cast<float>(m_random.Uniform(-1, 1));
        }
        for (float& value : m_gradient.values)
        {
            value = static_cast<float>(m_random.Uniform(-1, 1));
        }
        m_input.assign(input.values.begin(), input.values.end());
        for (const float weight : m_block.GetWeights().value)
        {
            m_signs.push_back(weight >= 0 ? 1 : -1);
        }
        m_block.Forward(input, 0.1, m_tape);
        m_inputGradient = m_block.Backward(m_gradient, m_tape);
    }

    double GetLoss() const
    {
        double loss = 0;
        for (int k = 0; k < outputs; ++k)
        {
            double x[samples] = {};
            double mean = 0;
            double square = 0;
            for (int n = 0; n < samples; ++n)
            {
                for (int i = 0; i < inputs; ++i)
                {
                    x[n] += m_signs[k * inputs + i] * m_input[n * inputs + i];
                }
                mean += x[n] / samples;
                square += x[n] * x[n] / samples;
            }
            for (int n = 0; n < samples; ++n)
            {
                loss += m_gradient.GetRow(n)[k] * (x[n] - mean) /
                        std::sqrt(square - mean * mean + 2e-5);
            }
        }
        return loss;
    }

    void ExpectGradient(const std::vector<float>& gradient, std::vector<double>& variables) const
    {
        for (std::size_t i = 0; i < gradient.size(); ++i)
        {
            const double before = variables[i];
            variables[i] = before + 1e-5;
            const double above = GetLoss();
            variables[i] = before - 1e-5;
            const double below = GetLoss();
            variables[i] = before;
            EXPECT_NEAR(gradient[i], (above - below) / 2e-5, 1e-4);
        }
    }

    SplitMix64 m_random;
    FcBlock m_block;
    FcBlock::Tape m_tape;
    RealBatch m_gradient;
    RealBatch m_inputGradient;
    std::vector<double> m_input;
    std::vector<double> m_signs;
};

TEST_F(FcBlockGradient, Weights)
{
    ExpectGradient(GetTensors(m_block)[0].tensor->gradient, m_signs);
}

TEST_F(FcBlockGradient, Input)
{
    ExpectGradient(m_inputGradient.values, m_input);
}

} // namespace

} // namespace nn
