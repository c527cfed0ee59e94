// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/split-mix64.h"
#include "nn/packed/threshold-folding.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace nn::test
{

namespace
{

using Affine = BatchNormalization::Affine;

/// What batch normalization makes of these parameters.
Affine
MakeAffine(float gamma, float beta, float mean, float variance)
{
    BatchNormalization normalization(1);
    std::vector<NamedTensor> tensors;
    normalization.CollectTensors("", tensors);
    const float values[] = {gamma, beta, mean, variance};
    for (std::size_t i = 0; i < 4; ++i)
    {
        tensors[i].tensor->value[0] = values[i];
    }
    return normalization.GetAffines().front();
}

/// Folded bit and float bit of every integer.
void
ExpectSameBits(Affine affine, int divisor, std::int32_t greatest)
{
    const FoldedThreshold folded = FoldThreshold(affine, divisor, greatest);
    ASSERT_GE(folded.least, -greatest);
    ASSERT_LE(folded.least, greatest);
    for (std::int32_t x = -greatest; x <= greatest; ++x)
    {
        ASSERT_EQ((x >= folded.least) != folded.inverted, IsActive(affine, divisor, x))
            << affine.scale << " / " << divisor << " * " << x << " + " << affine.shift;
    }
}

/// y = 2 x - 3 is at least 0 from 2 on; y = 3 - 2 x up to 1.
TEST(ThresholdFolding, ByHand)
{
    const FoldedThreshold rising = FoldThreshold({2.0F, -3.0F}, 1, 10);
    EXPECT_EQ(rising.least, 2);
    EXPECT_FALSE(rising.inverted);
    const FoldedThreshold falling = FoldThreshold({-2.0F, 3.0F}, 1, 10);
    EXPECT_EQ(falling.least, 2);
    EXPECT_TRUE(falling.inverted);
    EXPECT_TRUE(IsActive({1.0F, -1.0F}, 4, 4));
    EXPECT_FALSE(IsActive({1.0F, -1.0F}, 4, 3));
}

TEST(ThresholdFolding, RandomParameters)
{
    SplitMix64 random(1);
    for (int round = 0; round < 400; ++round)
    {
        const Affine affine = MakeAffine(static_cast<float>(random.Normal()),
                                         static_cast<float>(random.Normal()),
                                         static_cast<float>(10 * random.Normal()),
                                         static_cast<float>(random.Uniform(0, 20)));
        const int divisors[] = {1, 3, 6, 255, 510};
        const int divisor = divisors[random.Index(5)];
        ExpectSameBits(affine, divisor, 27 * divisor);
    }
}

TEST(ThresholdFolding, ZeroHugeAndTinyParameters)
{
    const float values[] = {
        0.0F, -0.0F, 1.0F, -1.0F, 1e-38F, -1e-38F, 1e38F, -1e38F, 1e-4F, -1e-4F};
    for (const float gamma : values)
    {
        for (const float beta : values)
        {
            for (const float mean : values)
            {
                for (const float variance : {0.0F, 1.0F, 1e38F, 1e-38F})
                {
                    ExpectSameBits(MakeAffine(gamma, beta, mean, variance), 3, 200);
                }
            }
        }
    }
}

/// Not that a network has them: nothing breaks, either.
TEST(ThresholdFolding, InfiniteAndMissingNumbers)
{
    const float infinity = std::numeric_limits<float>::infinity();
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const float values[] = {infinity, -infinity, missing, 0.0F, 1.0F, -1.0F};
    for (const float scale : values)
    {
        for (const float shift : values)
        {
            ExpectSameBits({scale, shift}, 1, 100);
        }
    }
}

} // namespace

} // namespace nn::test
