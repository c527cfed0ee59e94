// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/kernels/kernels.h"
#include "nn/data/split-mix64.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace nn
{

namespace
{

std::vector<float>
MakeNormal(std::size_t count, SplitMix64& random)
{
    std::vector<float> values(count);
    for (float& value : values)
    {
        value = static_cast<float>(random.Normal());
    }
    return values;
}

TEST(Kernels, PortableOnesAreAlwaysThere)
{
    EXPECT_STREQ(GetAvailableKernels().back()->instructionSet, "portable");
    EXPECT_EQ(&GetKernels(), GetAvailableKernels().front());
}

/// All lengths around the width of the vectors; integers are exact.
TEST(Kernels, Dot)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        for (std::size_t count = 0; count < 40; ++count)
        {
            std::vector<float> a(count);
            const std::vector<float> b(count, 1.0F);
            float expected = 0;
            for (std::size_t i = 0; i < count; ++i)
            {
                a[i] = static_cast<float>(i + 1);
                expected += a[i];
            }
            EXPECT_EQ(kernels->dot(a.data(), b.data(), count), expected);
        }
    }
}

/// What rounds gives the same bits on every instruction set.
TEST(Kernels, DotRoundsAlike)
{
    const Kernels& portable = *GetAvailableKernels().back();
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (std::size_t count = 0; count < 70; ++count)
        {
            const std::vector<float> a = MakeNormal(count, random);
            const std::vector<float> b = MakeNormal(count, random);
            EXPECT_EQ(kernels->dot(a.data(), b.data(), count),
                      portable.dot(a.data(), b.data(), count));
        }
    }
}

/// One number at a time.
TEST(Kernels, AddScaled)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (std::size_t count = 0; count < 70; ++count)
        {
            const std::vector<float> x = MakeNormal(count, random);
            std::vector<float> y = MakeNormal(count, random);
            std::vector<float> expected = y;
            for (std::size_t i = 0; i < count; ++i)
            {
                const float product = 0.3F * x[i];
                expected[i] += product;
            }
            kernels->addScaled(0.3F, x.data(), y.data(), count);
            EXPECT_EQ(y, expected);
        }
    }
}

/// By the definition, one number at a time: sums over the samples, or over the outputs, in turn.
TEST(Kernels, BackwardLinearByTheDefinition)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (const std::size_t outputs : {1, 3, 4, 7})
        {
            for (const std::size_t inputs : {1, 5, 16, 39})
            {
                const std::size_t samples = 3;
                const std::vector<float> gradient = MakeNormal(samples * outputs, random);
                const std::vector<float> input = MakeNormal(samples * inputs, random);
                const std::vector<float> signs = MakeNormal(outputs * inputs, random);
                std::vector<float> expectedWeights(outputs * inputs);
                std::vector<float> expectedInputs(samples * inputs);
                for (std::size_t i = 0; i < samples * outputs * inputs; ++i)
                {
                    const std::size_t n = i / inputs / outputs;
                    const std::size_t k = i / inputs % outputs;
                    const std::size_t x = i % inputs;
                    const float g = gradient[n * outputs + k];
                    expectedWeights[k * inputs + x] += g * input[n * inputs + x];
                    expectedInputs[n * inputs + x] += g * signs[k * inputs + x];
                }
                std::vector<float> weightGradient(outputs * inputs, 99.0F);
                std::vector<float> inputGradient(samples * inputs, 99.0F);
                kernels->backwardLinear({samples,
                                         inputs,
                                         outputs,
                                         gradient.data(),
                                         input.data(),
                                         signs.data(),
                                         weightGradient.data(),
                                         inputGradient.data()});
                EXPECT_EQ(weightGradient, expectedWeights);
                EXPECT_EQ(inputGradient, expectedInputs);
            }
        }
    }
}

/// Number by number: no instruction set fuses a multiplication with an addition.
TEST(Kernels, ElementwiseByTheDefinition)
{
    const Normalization normalization{0.3F, 1.7F, 0.9F, -0.1F};
    const NormalizationGradient terms{1.3F, 0.2F, -0.7F};
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (const std::size_t count : {1, 4, 15, 33})
        {
            const std::vector<float> x = MakeNormal(count, random);
            const std::vector<float> g = MakeNormal(count, random);
            std::vector<float> y = x;
            std::vector<float> normalized(count);
            std::vector<float> gradient = g;
            std::vector<float> masked = g;
            std::vector<std::int16_t> signs(count);
            kernels->normalize(normalization, y.data(), normalized.data(), count);
            kernels->normalizeBackward(terms, normalized.data(), gradient.data(), count);
            kernels->binarize(x.data(), signs.data(), count);
            kernels->binarizeBackward(x.data(), masked.data(), count);
            for (std::size_t i = 0; i < count; ++i)
            {
                const float expected = (x[i] - 0.3F) * 1.7F;
                EXPECT_EQ(normalized[i], expected);
                const float scaled = 0.9F * expected;
                EXPECT_EQ(y[i], scaled + -0.1F);
                const float slope = expected * -0.7F;
                EXPECT_EQ(gradient[i], 1.3F * (g[i] - 0.2F - slope));
                EXPECT_EQ(signs[i], x[i] >= 0 ? 1 : -1);
                EXPECT_EQ(masked[i], x[i] >= -1 && x[i] <= 1 ? g[i] : 0);
            }
        }
    }
}

/// decay 1/2 and 3/4, gradient 4, all moments 8 at first: first = 8 / 2 + 4 / 2 = 6, second =
/// 8 * 3 / 4 + 16 / 4 = 10; rate 1, correction 2, epsilon 0: value = 1/2 - 6 / (sqrt(10) / 2) =
/// -3.29..., clamped to -1; with rate 1/8: 1/2 - 0.75 / (sqrt(10) / 2).
TEST(Kernels, StepAdamByHand)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        for (const std::size_t count : {1, 5, 16, 35})
        {
            for (const float rate : {1.0F, 0.125F})
            {
                const AdamStep step{0.5F, 0.5F, 0.75F, 0.25F, rate, 2.0F, 0.0F};
                const std::vector<float> gradient(count, 4.0F);
                std::vector<float> first(count, 8.0F);
                std::vector<float> second(count, 8.0F);
                std::vector<float> value(count, 0.5F);
                kernels->stepAdam(
                    step, gradient.data(), first.data(), second.data(), value.data(), count);
                EXPECT_EQ(first, std::vector<float>(count, 6.0F));
                EXPECT_EQ(second, std::vector<float>(count, 10.0F));
                const float expected =
                    rate == 1.0F ? -1.0F : 0.5F - 0.75F / (std::sqrt(10.0F) / 2.0F);
                EXPECT_EQ(value, std::vector<float>(count, expected));
            }
        }
    }
}

/// Four partial sums: position i goes to i mod 4, those after the last multiple of four to 0.
TEST(Kernels, AddProductsByTheDefinition)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (const std::size_t channels : {1, 3, 4, 7, 16})
        {
            for (const std::size_t positions : {1, 3, 4, 9, 64})
            {
                const std::vector<float> a = MakeNormal(channels * positions, random);
                const std::vector<float> b = MakeNormal(channels * positions, random);
                std::vector<ChannelSums> expected(channels);
                for (std::size_t i = 0; i < a.size(); ++i)
                {
                    const std::size_t position = i % positions;
                    const std::size_t part = position < positions / 4 * 4 ? position % 4 : 0;
                    ChannelSums& sums = expected[i / positions];
                    sums.first[part] += a[i];
                    sums.second[part] += static_cast<double>(a[i]) * b[i];
                }
                std::vector<ChannelSums> sums(channels);
                kernels->addProducts(a.data(), b.data(), channels, positions, sums.data());
                for (std::size_t c = 0; c < channels; ++c)
                {
                    for (std::size_t part = 0; part < 4; ++part)
                    {
                        EXPECT_EQ(sums[c].first[part], expected[c].first[part]);
                        EXPECT_EQ(sums[c].second[part], expected[c].second[part]);
                    }
                }
            }
        }
    }
}

/// There and back, for all remainders of channels and widths; the border stays as it is.
TEST(Kernels, InterleaveAndSeparate)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        for (const MapShape shape : {MapShape{1, 2, 3}, {2, 1, 4}, {3, 5, 9}, {4, 3, 8}, {7, 4, 5}})
        {
            std::vector<std::int16_t> input(shape.Size());
            for (std::size_t i = 0; i < input.size(); ++i)
            {
                input[i] = static_cast<std::int16_t>(i + 1);
            }
            const std::size_t channels = static_cast<std::size_t>(shape.channels + 3) / 4 * 4;
            const WindowShape window{channels, channels * (shape.width + 2)};
            std::vector<float> map(window.stride * (shape.height + 2));
            kernels->interleave(shape, window, input.data(), map.data());
            for (std::size_t i = 0; i < map.size(); ++i)
            {
                const auto channel = static_cast<int>(i % channels);
                const auto x = static_cast<int>(i % window.stride / channels) - 1;
                const auto y = static_cast<int>(i / window.stride) - 1;
                const bool inside = channel < shape.channels && x >= 0 && x < shape.width &&
                                    y >= 0 && y < shape.height;
                const int index = (channel * shape.height + y) * shape.width + x;
                EXPECT_EQ(map[i], inside ? input[index] : 0);
            }
            std::vector<float> output(input.size());
            kernels->separate(shape, window, map.data(), output.data());
            EXPECT_EQ(output, std::vector<float>(input.begin(), input.end()));
        }
    }
}

} // namespace

} // namespace nn
