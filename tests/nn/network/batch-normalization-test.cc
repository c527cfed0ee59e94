// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/batch-normalization.h"
#include "nn/blocks/binary-activation.h"
#include "nn/data/split-mix64.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn
{

namespace
{

std::vector<NamedTensor>
GetTensors(BatchNormalization& normalization)
{
    std::vector<NamedTensor> tensors;
    normalization.CollectTensors("", tensors);
    return tensors; // gamma, beta, mean, var
}

/// One channel, values 1, 2, 3, 6: mean 3, biased variance (4 + 1 + 0 + 9) / 4 = 3.5, unbiased 14
/// / 3. With gamma 0.5 and beta 1: y = 1 + 0.5 (x - 3) / sqrt(3.5 + 2e-5). Stored with momentum
/// 0.1: mean 0.3, variance 0.9 + 0.1 * 14 / 3.
TEST(BatchNormalization, ForwardByHand)
{
    BatchNormalization normalization(1);
    const std::vector<NamedTensor> tensors = GetTensors(normalization);
    tensors[0].tensor->value = {0.5F};
    tensors[1].tensor->value = {1.0F};
    BatchNormalization::Tape tape;
    std::vector<float> values = {1, 2, 3, 6};
    normalization.Forward(values, 2, 1, BatchNormalization::trainingMomentum, tape);
    const double deviation = std::sqrt(3.5 + 2e-5);
    EXPECT_NEAR(values[0], 1 - 1 / deviation, 1e-6);
    EXPECT_NEAR(values[2], 1, 1e-6);
    EXPECT_NEAR(values[3], 1 + 1.5 / deviation, 1e-6);
    EXPECT_NEAR(tensors[2].tensor->value[0], 0.3, 1e-6);
    EXPECT_NEAR(tensors[3].tensor->value[0], 0.9 + 1.4 / 3, 1e-6);
}

/// Pixels 0..255 give the same as real values 0..1, and so do the stored statistics.
TEST(BatchNormalization, DivisorScalesStatistics)
{
    std::vector<float> pixels = {0, 51, 102, 255};
    std::vector<float> reals = {0.0F, 0.2F, 0.4F, 1.0F};
    BatchNormalization ofPixels(1);
    BatchNormalization ofReals(1);
    BatchNormalization::Tape tape;
    ofPixels.Forward(pixels, 4, 255, BatchNormalization::replacingMomentum, tape);
    ofReals.Forward(reals, 4, 1, BatchNormalization::replacingMomentum, tape);
    for (int i = 0; i < 4; ++i)
    {
        EXPECT_NEAR(pixels[i], reals[i], 1e-5);
    }
    for (int i = 2; i < 4; ++i)
    {
        EXPECT_NEAR(GetTensors(ofPixels)[i].tensor->value[0],
                    GetTensors(ofReals)[i].tensor->value[0],
                    1e-6);
    }
}

/// mean 0.4, variance (0.16 + 0.04 + 0 + 0.36) / 3 = 0.56 / 3, gamma 1, beta 0.
TEST(BatchNormalization, AffinesByHand)
{
    BatchNormalization normalization(1);
    BatchNormalization::Tape tape;
    std::vector<float> values = {0.0F, 0.2F, 0.4F, 1.0F};
    normalization.Forward(values, 4, 1, BatchNormalization::replacingMomentum, tape);
    const BatchNormalization::Affine affine = normalization.GetAffines()[0];
    const double scale = 1 / std::sqrt(0.56 / 3 + 2e-5);
    EXPECT_NEAR(affine.scale, scale, 1e-5);
    EXPECT_NEAR(affine.shift, -0.4 * scale, 1e-5);
}

/// Loss: sum of w y with fixed random w; every gradient against finite differences.
class BatchNormalizationGradient : public testing::Test
{
  protected:
    static constexpr int samples = 5;
    static constexpr int channels = 3;
    static constexpr int positions = 4;

    BatchNormalizationGradient()
        : m_values(std::size_t{samples} * channels * positions), m_weights(m_values.size())
    {
        SplitMix64 random(11);
        for (std::size_t i = 0; i < m_values.size(); ++i)
        {
            m_values[i] = static_cast<float>(random.Uniform(-20, 20));
            m_weights[i] = static_cast<float>(random.Uniform(-1, 1));
        }
        for (int i = 0; i < channels; ++i)
        {
            GetTensors(m_normalization)[0].tensor->value[i] = 0.4F + 0.2F * static_cast<float>(i);
        }
    }

    double GetLoss()
    {
        std::vector<float> values = m_values;
        m_normalization.Forward(values, samples, 7, 0.1, m_tape);
        double loss = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
        {
            loss += static_cast<double>(values[i]) * m_weights[i];
        }
        return loss;
    }

    double GetSlope(float& variable, float step)
    {
        const float before = variable;
        variable = before + step;
        const double above = GetLoss();
        variable = before - step;
        const double below = GetLoss();
        variable = before;
        return (above - below) / (2 * step);
    }

    BatchNormalization m_normalization{channels};
    BatchNormalization::Tape m_tape;
    std::vector<float> m_values;
    std::vector<float> m_weights;
};

TEST_F(BatchNormalizationGradient, Values)
{
    GetLoss();
    std::vector<float> gradient = m_weights;
    m_normalization.Backward(gradient, m_tape);
    for (std::size_t i = 0; i < m_values.size(); ++i)
    {
        EXPECT_NEAR(gradient[i], GetSlope(m_values[i], 0.125F), 2e-4);
    }
}

TEST_F(BatchNormalizationGradient, Parameters)
{
    GetLoss();
    std::vector<float> gradient = m_weights;
    m_normalization.Backward(gradient, m_tape);
    for (const NamedTensor& named : GetTensors(m_normalization))
    {
        for (std::size_t i = 0; i < named.tensor->gradient.size(); ++i)
        {
            EXPECT_NEAR(named.tensor->gradient[i], GetSlope(named.tensor->value[i], 0.125F), 1e-3)
                << named.name;
        }
    }
}

/// +1 from 0 on; the gradient passes where |x| <= 1.
TEST(BinaryActivation, ByHand)
{
    EXPECT_EQ(Binarize(0.0F), 1);
    EXPECT_EQ(Binarize(-0.0F), 1);
    EXPECT_EQ(Binarize(-1e-30F), -1);
    EXPECT_EQ(Binarize(3.0F), 1);
    std::vector<float> gradient = {2, 3, 4, 5, 6};
    BackwardBinarize({-1.5F, -1.0F, 0.0F, 1.0F, 1.001F}, gradient);
    EXPECT_EQ(gradient, std::vector<float>({0, 3, 4, 5, 0}));
}

} // namespace

} // namespace nn
