// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/kernels/kernels.h"
#include "nn/data/split-mix64.h"

#include <gtest/gtest.h>

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
TEST(Kernels, DotAndAddScaled)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        for (std::size_t count = 0; count < 40; ++count)
        {
            std::vector<float> a(count);
            std::vector<float> b(count, 1.0F);
            float expected = 0;
            for (std::size_t i = 0; i < count; ++i)
            {
                a[i] = static_cast<float>(i + 1);
                expected += a[i];
            }
            EXPECT_EQ(kernels->dot(a.data(), b.data(), count), expected);
            kernels->addScaled(2.0F, a.data(), b.data(), count);
            for (std::size_t i = 0; i < count; ++i)
            {
                EXPECT_EQ(b[i], 1.0F + 2.0F * a[i]);
            }
        }
    }
}

/// What rounds gives the same bits on every instruction set.
TEST(Kernels, DotAndAddScaledRoundAlike)
{
    const Kernels& portable = *GetAvailableKernels().back();
    for (const Kernels* kernels : GetAvailableKernels())
    {
        SplitMix64 random(1);
        for (std::size_t count = 0; count < 70; ++count)
        {
            const std::vector<float> a = MakeNormal(count, random);
            std::vector<float> b = MakeNormal(count, random);
            std::vector<float> other = b;
            EXPECT_EQ(kernels->dot(a.data(), b.data(), count),
                      portable.dot(a.data(), b.data(), count));
            kernels->addScaled(0.3F, a.data(), b.data(), count);
            portable.addScaled(0.3F, a.data(), other.data(), count);
            EXPECT_EQ(b, other);
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
