// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-input-gradient.h"
#include "nn/blocks/conv-pool-kernel.h"
#include "nn/blocks/conv-pool-weight-gradient.h"
#include "nn/data/split-mix64.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <vector>

namespace nn
{

namespace
{

/// Convolution and pool by the definition, one number at a time.
class NaiveConvPool
{
  public:
    NaiveConvPool(MapShape shape, std::vector<std::int16_t> input, std::vector<float> signs)
        : m_shape(shape), m_input(std::move(input)), m_signs(std::move(signs))
    {
        const int filters = static_cast<int>(m_signs.size()) / 9 / shape.channels;
        for (int k = 0; k < filters; ++k)
        {
            for (int y = 0; y < shape.height; y += 2)
            {
                for (int x = 0; x < shape.width; x += 2)
                {
                    PoolWindow(k, y, x);
                }
            }
        }
    }

    std::vector<float> pooled;
    std::vector<std::int32_t> winners;

  private:
    int Convolve(int k, int y, int x) const
    {
        int sum = 0;
        for (int c = 0; c < m_shape.channels; ++c)
        {
            for (int tap = 0; tap < 9; ++tap)
            {
                const int row = y + tap / 3 - 1;
                const int column = x + tap % 3 - 1;
                if (row >= 0 && row < m_shape.height && column >= 0 && column < m_shape.width)
                {
                    const int sign =
                        static_cast<int>(m_signs[(k * m_shape.channels + c) * 9 + tap]);
                    sum += sign * m_input[(c * m_shape.height + row) * m_shape.width + column];
                }
            }
        }
        return sum;
    }

    void PoolWindow(int k, int y, int x)
    {
        int best = -1'000'000;
        int winner = -1;
        for (int row = std::max(0, y - 1); row <= std::min(m_shape.height - 1, y + 1); ++row)
        {
            for (int column = std::max(0, x - 1); column <= std::min(m_shape.width - 1, x + 1);
                 ++column)
            {
                const int value = Convolve(k, row, column);
                if (value > best)
                {
                    best = value;
                    winner = row * static_cast<int>(ConvPoolKernel::GetStride(m_shape)) + column;
                }
            }
        }
        pooled.push_back(static_cast<float>(best));
        winners.push_back(winner);
    }

    MapShape m_shape;
    std::vector<std::int16_t> m_input;
    std::vector<float> m_signs;
};

struct KernelCase
{
    MapShape shape;
    int filters;
    int divisor; //!< greatest value
};

/// For GoogleTest.
void
PrintTo(const KernelCase& test, std::ostream* stream)
{
    *stream << test.shape.channels << "x" << test.shape.height << "x" << test.shape.width << " to "
            << test.filters;
}

/// Values -divisor..divisor (0..255 for pixels).
std::vector<std::int16_t>
MakeInput(const KernelCase& test, SplitMix64& random)
{
    std::vector<std::int16_t> input(test.shape.Size());
    for (std::int16_t& value : input)
    {
        value = static_cast<std::int16_t>(test.divisor == 255
                                              ? random.Index(256)
                                              : random.Index(2 * test.divisor + 1) - test.divisor);
    }
    return input;
}

std::vector<float>
MakeSigns(std::size_t count, SplitMix64& random)
{
    std::vector<float> signs(count);
    for (float& sign : signs)
    {
        sign = random.Uniform() < 0.5 ? -1.0F : 1.0F;
    }
    return signs;
}

MaximaGradient
MakeMaximaGradient(const KernelCase& test,
                   const std::vector<float>& gradient,
                   const std::vector<std::int32_t>& winners)
{
    const auto filters = static_cast<std::size_t>(test.filters);
    return {gradient.data(), winners.data(), filters, gradient.size() / filters};
}

std::vector<float>
GetWeightGradient(const KernelCase& test,
                  const std::vector<std::int16_t>& input,
                  const std::vector<float>& gradient,
                  const std::vector<std::int32_t>& winners,
                  const Kernels& kernels)
{
    ConvPoolWeightGradient kernel(test.shape, test.filters, kernels);
    kernel.AddSample(input.data(), MakeMaximaGradient(test, gradient, winners));
    std::vector<float> output(static_cast<std::size_t>(test.filters) * test.shape.channels * 9);
    kernel.Write(output.data());
    return output;
}

std::vector<float>
GetInputGradient(const KernelCase& test,
                 const std::vector<float>& signs,
                 const std::vector<float>& gradient,
                 const std::vector<std::int32_t>& winners,
                 const Kernels& kernels)
{
    ConvPoolInputGradient kernel(test.shape, signs, kernels);
    std::vector<float> output(test.shape.Size());
    kernel.Run(MakeMaximaGradient(test, gradient, winners), output.data());
    return output;
}

class ConvPoolKernels : public testing::TestWithParam<KernelCase>
{
};

/// Compares with the definition, sample by sample, with the memory of the sample before.
void
ExpectAgreement(const KernelCase& test, const Kernels& kernels)
{
    SCOPED_TRACE(kernels.instructionSet);
    SplitMix64 random(7);
    const std::vector<float> signs =
        MakeSigns(static_cast<std::size_t>(test.filters) * test.shape.channels * 9, random);
    const ConvPoolKernel kernel(test.shape, signs, kernels);
    ConvPoolKernel::Workspace workspace;
    for (int sample = 0; sample < 3; ++sample)
    {
        const std::vector<std::int16_t> input = MakeInput(test, random);
        const NaiveConvPool naive(test.shape, input, signs);
        std::vector<float> pooled(kernel.GetOutputShape().Size());
        std::vector<std::int32_t> winners(pooled.size());
        kernel.Run(input.data(), test.divisor, workspace, pooled.data(), winners.data());
        EXPECT_EQ(pooled, naive.pooled);
        EXPECT_EQ(winners, naive.winners);
        std::vector<float> alone(pooled.size());
        kernel.Run(input.data(), test.divisor, workspace, alone.data(), nullptr);
        EXPECT_EQ(alone, naive.pooled);
    }
}

TEST_P(ConvPoolKernels, AgreesWithTheDefinition)
{
    for (const Kernels* kernels : GetAvailableKernels())
    {
        ExpectAgreement(GetParam(), *kernels);
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes,
                         ConvPoolKernels,
                         testing::Values(KernelCase{{3, 32, 32}, 4, 255},  // camera image
                                         KernelCase{{24, 16, 16}, 16, 1},  // cloud
                                         KernelCase{{18, 32, 32}, 3, 255}, // 32-bit sums
                                         KernelCase{{4, 16, 16}, 5, 6},    // average of six
                                         KernelCase{{28, 5, 31}, 3, 1},    // last with 8-bit sums
                                         KernelCase{{29, 5, 33}, 3, 1},    // first with 16-bit sums
                                         KernelCase{{3, 9, 17}, 9, 303},   // last with 16-bit sums
                                         KernelCase{{3, 9, 18}, 7, 304},
                                         KernelCase{{44, 6, 6}, 3, 2},
                                         KernelCase{{1, 1, 1}, 1, 1},
                                         KernelCase{{1, 2, 2}, 2, 255},
                                         KernelCase{{2, 5, 3}, 3, 1},
                                         KernelCase{{5, 7, 10}, 2, 255},
                                         KernelCase{{2, 1, 9}, 2, 1}));

/// A 4 x 4 image of zeros but for the pixel 10 at (1, 1); all weights +1. The convolution is 10
/// where the pixel is a neighbour, rows and columns 0 to 2, else 0. The four windows start at rows
/// and columns -1, 1 and are 3 wide: (0..1, 0..1), (0..1, 1..3), (1..3, 0..1), (1..3, 1..3). All
/// maxima are 10; the first places in row-major order are (0, 0), (0, 1), (1, 0), (1, 1). Rows of a
/// map with border are 6 long.
TEST(ConvPoolKernel, FirstMaximumWins)
{
    std::vector<std::int16_t> input(16);
    input[5] = 10;
    const ConvPoolKernel kernel({1, 4, 4}, std::vector<float>(9, 1.0F));
    ConvPoolKernel::Workspace workspace;
    std::vector<float> pooled(4);
    std::vector<std::int32_t> winners(4);
    kernel.Run(input.data(), 255, workspace, pooled.data(), winners.data());
    EXPECT_EQ(pooled, std::vector<float>({10, 10, 10, 10}));
    EXPECT_EQ(winners, std::vector<std::int32_t>({0, 1, 6, 7}));
}

/// All values -1 with weights +1: a corner of a 2 x 2 map sums four values. The border of the pool
/// must not win with its 0.
TEST(ConvPoolKernel, PaddingOfThePoolNeverWins)
{
    const std::vector<std::int16_t> input(4, -1);
    const ConvPoolKernel kernel({1, 2, 2}, std::vector<float>(9, 1.0F));
    ConvPoolKernel::Workspace workspace;
    float pooled = 0;
    kernel.Run(input.data(), 1, workspace, &pooled, nullptr);
    EXPECT_EQ(pooled, -4.0F);
}

/// The convolution is linear where the winners stay: gradient of the weights = input at the
/// winners' taps, gradient of the input = weights there.
TEST_P(ConvPoolKernels, GradientsByTheDefinition)
{
    const KernelCase& test = GetParam();
    SplitMix64 random(3);
    const int channels = test.shape.channels;
    const std::vector<float> signs =
        MakeSigns(static_cast<std::size_t>(test.filters) * channels * 9, random);
    const std::vector<std::int16_t> input = MakeInput(test, random);
    const NaiveConvPool naive(test.shape, input, signs);
    std::vector<float> gradient(naive.pooled.size());
    for (float& value : gradient)
    {
        value = static_cast<float>(random.Index(9) - 4); // integers: sums are exact
    }
    std::vector<float> weightGradient(signs.size());
    std::vector<float> inputGradient(input.size());
    const std::size_t positions = gradient.size() / test.filters;
    const auto stride = static_cast<int>(ConvPoolKernel::GetStride(test.shape));
    for (std::size_t i = 0; i < gradient.size(); ++i)
    {
        const int y = naive.winners[i] / stride;
        const int x = naive.winners[i] % stride;
        for (int j = 0; j < channels * 9; ++j)
        {
            const int row = y + j % 9 / 3 - 1;
            const int column = x + j % 3 - 1;
            if (row >= 0 && row < test.shape.height && column >= 0 && column < test.shape.width)
            {
                const std::size_t weight = i / positions * channels * 9 + j;
                const int pixel = (j / 9 * test.shape.height + row) * test.shape.width + column;
                weightGradient[weight] += gradient[i] * input[pixel];
                inputGradient[pixel] += gradient[i] * signs[weight];
            }
        }
    }
    for (const Kernels* kernels : GetAvailableKernels())
    {
        EXPECT_EQ(GetWeightGradient(test, input, gradient, naive.winners, *kernels), weightGradient)
            << kernels->instructionSet;
        EXPECT_EQ(GetInputGradient(test, signs, gradient, naive.winners, *kernels), inputGradient)
            << kernels->instructionSet;
    }
}

/// Gradients that are no integers: the sums round, in the same order everywhere.
TEST_P(ConvPoolKernels, SameBitsOnEveryInstructionSet)
{
    const KernelCase& test = GetParam();
    SplitMix64 random(5);
    const std::vector<float> signs =
        MakeSigns(static_cast<std::size_t>(test.filters) * test.shape.channels * 9, random);
    const std::vector<std::int16_t> input = MakeInput(test, random);
    const NaiveConvPool naive(test.shape, input, signs);
    std::vector<float> gradient(naive.pooled.size());
    for (float& value : gradient)
    {
        value = random.Uniform() < 0.3 ? 0.0F : static_cast<float>(random.Normal());
    }
    std::vector<std::vector<float>> results;
    for (const Kernels* kernels : GetAvailableKernels())
    {
        results.push_back(GetWeightGradient(test, input, gradient, naive.winners, *kernels));
        const std::vector<float> output =
            GetInputGradient(test, signs, gradient, naive.winners, *kernels);
        results.back().insert(results.back().end(), output.begin(), output.end());
    }
    for (const std::vector<float>& result : results)
    {
        EXPECT_EQ(result, results.front());
    }
}

} // namespace

} // namespace nn
