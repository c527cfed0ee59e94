// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace nn
{

namespace
{

/// A ConvP block with real-valued weights in double precision, and instead of the binary activation
/// clamp(x, -1, 1): its derivative is the straight-through gradient. Loss: sum of r clamp(y).
class SurrogateBlock
{
  public:
    MapShape shape;
    int filters = 0;
    int divisor = 1;
    std::vector<double> input;   //!< (N, C, H, W)
    std::vector<double> weights; //!< (filters, C, 3, 3)
    std::vector<double> gamma;
    std::vector<double> beta;
    std::vector<double> factors; //!< r: (N, filters, H', W')

    double GetLoss() const
    {
        const std::size_t positions =
            static_cast<std::size_t>((shape.height + 1) / 2) * ((shape.width + 1) / 2);
        const std::size_t samples = input.size() / shape.Size();
        double loss = 0;
        for (int k = 0; k < filters; ++k)
        {
            std::vector<double> x;
            for (std::size_t n = 0; n < samples; ++n)
            {
                PoolFilter(k, &input[n * shape.Size()], x);
            }
            double mean = 0;
            double square = 0;
            for (const double value : x)
            {
                mean += value / static_cast<double>(x.size());
                square += value * value / static_cast<double>(x.size());
            }
            const double epsilon = 2e-5 * divisor * divisor;
            const double deviation = std::sqrt(square - mean * mean + epsilon);
            for (std::size_t i = 0; i < x.size(); ++i)
            {
                const double y = gamma[k] * (x[i] - mean) / deviation + beta[k];
                const std::size_t n = i / positions;
                loss += factors[(n * filters + k) * positions + i % positions] *
                        std::clamp(y, -1.0, 1.0);
            }
        }
        return loss;
    }

    double GetSlope(double& variable, double step) const
    {
        const double before = variable;
        variable = before + step;
        const double above = GetLoss();
        variable = before - step;
        const double below = GetLoss();
        variable = before;
        return (above - below) / (2 * step);
    }

  private:
    double Convolve(int k, const double* map, int y, int x) const
    {
        double sum = 0;
        for (int j = 0; j < shape.channels * 9; ++j)
        {
            const int row = y + j % 9 / 3 - 1;
            const int column = x + j % 3 - 1;
            if (row >= 0 && row < shape.height && column >= 0 && column < shape.width)
            {
                sum += weights[k * shape.channels * 9 + j] *
                       map[(j / 9 * shape.height + row) * shape.width + column];
            }
        }
        return sum;
    }

    void PoolFilter(int k, const double* map, std::vector<double>& pooled) const
    {
        for (int y = 0; y < shape.height; y += 2)
        {
            for (int x = 0; x < shape.width; x += 2)
            {
                double best = -1e30;
                for (int place = 0; place < 9; ++place)
                {
                    const int row = y + place / 3 - 1;
                    const int column = x + place % 3 - 1;
                    if (row >= 0 && row < shape.height && column >= 0 && column < shape.width)
                    {
                        best = std::max(best, Convolve(k, map, row, column));
                    }
                }
                pooled.push_back(best);
            }
        }
    }
};

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
