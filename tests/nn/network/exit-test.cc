// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/exit.h"
#include "nn/network/portable-math.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn
{

namespace
{

/// Equal scores: p = 1/3 each, eta = log 3 / log 3 = 1. One score far above: p = 1, eta = 0.
/// Scores (log 2, 0, 0): p = (1/2, 1/4, 1/4), H = log 2 / 2 + 2 log 4 / 4 = 1.5 log 2,
/// eta = 1.5 log 2 / log 3 = 0.946394630.
TEST(Exit, EntropyByHand)
{
    const float equal[] = {0.3F, 0.3F, 0.3F};
    EXPECT_DOUBLE_EQ(GetNormalizedEntropy(equal, 3), 1.0);
    const float certain[] = {-300.0F, 500.0F, 0.0F};
    EXPECT_NEAR(GetNormalizedEntropy(certain, 3), 0.0, 1e-200);
    const float half[] = {0.69314718F, 0.0F, 0.0F};
    EXPECT_NEAR(GetNormalizedEntropy(half, 3), 0.946394630, 1e-7);
    const float two[] = {1.0F, 1.0F};
    EXPECT_DOUBLE_EQ(GetNormalizedEntropy(two, 2), 1.0);
}

TEST(Exit, SoftmaxByHand)
{
    const float scores[] = {0.69314718F, 0.0F, 0.0F};
    const std::vector<double> probabilities = Softmax(scores, 3);
    EXPECT_NEAR(probabilities[0], 0.5, 1e-8);
    EXPECT_NEAR(probabilities[1], 0.25, 1e-8);
    EXPECT_NEAR(probabilities[2], 0.25, 1e-8);
}

TEST(Exit, FirstOfEqualsIsPredicted)
{
    const float scores[] = {1.0F, 2.0F, 2.0F};
    EXPECT_EQ(GetPrediction(scores, 3), 1);
}

/// Scores (log 2, 0, 0), label 1: loss -log(1/4) = log 4, gradient p - target = (1/2, -3/4, 1/4).
/// A second sample without a label changes nothing; the weight 0.5 halves both.
TEST(Exit, CrossEntropyByHand)
{
    RealBatch scores(2, 3);
    scores.values = {0.69314718F, 0, 0, 7, 8, 9};
    RealBatch gradient(2, 3);
    EXPECT_NEAR(AddCrossEntropy(scores, {1, -1}, 0.5, gradient), std::log(4.0) / 2, 1e-8);
    const float expected[] = {0.25F, -0.375F, 0.125F, 0, 0, 0};
    for (int i = 0; i < 6; ++i)
    {
        EXPECT_NEAR(gradient.values[i], expected[i], 1e-7);
    }
}

TEST(Exit, NobodySeesTheObject)
{
    RealBatch gradient(2, 3);
    EXPECT_EQ(AddCrossEntropy(RealBatch(2, 3), {-1, -1}, 1.0, gradient), 0.0);
    EXPECT_EQ(gradient.values, std::vector<float>(6));
}

TEST(PortableMath, AgreesWithTheLibrary)
{
    for (int i = 0; i < 1890; ++i)
    {
        const double x = -0.37 * i;
        EXPECT_NEAR(PortableExp(x) / std::exp(x), 1.0, 1e-15) << x;
    }
    for (int i = -1000; i < 1000; ++i)
    {
        const double x = std::exp(0.0137 * i);
        EXPECT_NEAR(PortableLog(x), std::log(x), 4e-16 * std::max(1.0, std::fabs(std::log(x))))
            << x;
    }
    EXPECT_EQ(PortableExp(0.0), 1.0);
    EXPECT_EQ(PortableExp(-1e9), 0.0);
    EXPECT_EQ(PortableLog(1.0), 0.0);
}

} // namespace

} // namespace nn
