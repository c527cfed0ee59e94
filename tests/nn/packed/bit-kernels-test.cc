// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/split-mix64.h"
#include "nn/packed/bit-kernels.h"
#include "nn/packed/packed-bits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <numeric>
#include <stdexcept>

namespace nn::test
{

namespace
{

class EachKernels : public testing::TestWithParam<const BitKernels*>
{
};

std::vector<std::uint32_t>
MakeWords(SplitMix64& random, std::size_t count)
{
    std::vector<std::uint32_t> words(count);
    std::generate(
        words.begin(), words.end(), [&] { return static_cast<std::uint32_t>(random.Next()); });
    return words;
}

/// Lengths that are no multiples of 8 or of 64 bytes among them.
TEST_P(EachKernels, CountsDifferences)
{
    SplitMix64 random(1);
    for (std::size_t bytes = 0; bytes < 300; ++bytes)
    {
        PackedBits a(bytes);
        PackedBits b(bytes);
        std::size_t expected = 0;
        for (std::size_t i = 0; i < bytes; ++i)
        {
            a[i] = static_cast<std::uint8_t>(random.Next());
            b[i] = static_cast<std::uint8_t>(random.Next());
            expected += std::bitset<8>(a[i] ^ b[i]).count();
        }
        EXPECT_EQ(GetParam()->countDifferences(a.data(), b.data(), bytes), expected);
    }
}

/// What lies between the rows stays as it was.
TEST_P(EachKernels, WidensRows)
{
    for (const std::size_t width : {1U, 7U, 8U, 31U, 32U, 33U, 100U})
    {
        const std::size_t stride = width + 2;
        std::vector<std::uint8_t> pixels(3 * width);
        std::iota(pixels.begin(), pixels.end(), 200);
        std::vector<std::int16_t> output(3 * stride, -7);
        GetParam()->widenRows(pixels.data(), 3, static_cast<int>(width), stride, output.data());
        for (std::size_t i = 0; i < output.size(); ++i)
        {
            const std::size_t x = i % stride;
            ASSERT_EQ(output[i], x < width ? pixels[i / stride * width + x] : -7);
        }
    }
}

/// Four filters with random signs on `taps` taps.
template <typename T, typename AddTaps>
void
ExpectTapSums(AddTaps addTaps, std::size_t taps, T greatest)
{
    SplitMix64 random(taps);
    const std::size_t count = 2 * BitKernels::chunk;
    std::vector<T> map(count + 100 + BitKernels::slack);
    std::generate(map.begin(), map.end(), [&] { return static_cast<T>(random.Index(greatest)); });
    std::vector<std::int32_t> offsets;
    std::vector<std::array<bool, TapGroup::filters>> minus;
    TapGroup group;
    for (std::size_t part = 0; part < 2 * TapGroup::classes; ++part)
    {
        const std::size_t size = (taps + part) / (2 * TapGroup::classes);
        (part % 2 == 0 ? group.plus : group.minus)[part / 2] = static_cast<std::int32_t>(size);
        for (std::size_t i = 0; i < size; ++i)
        {
            const bool first = part % 2 != 0;
            offsets.push_back(random.Index(100));
            minus.push_back({first,
                             first != ((part / 2 & 1) != 0),
                             first != ((part / 2 & 2) != 0),
                             first != ((part / 2 & 4) != 0)});
        }
    }
    group.offsets = offsets.data();
    const std::size_t stride = count + 5;
    std::vector<T> sums(TapGroup::filters * stride);
    addTaps(group, map.data(), count, stride, sums.data());
    for (std::size_t k = 0; k < TapGroup::filters; ++k)
    {
        for (std::size_t i = 0; i < count; ++i)
        {
            int expected = 0;
            for (std::size_t t = 0; t < offsets.size(); ++t)
            {
                const int value = map[i + static_cast<std::size_t>(offsets[t])];
                expected += minus[t][k] ? -value : value;
            }
            ASSERT_EQ(sums[k * stride + i], expected) << "filter " << k << ", number " << i;
        }
    }
}

TEST_P(EachKernels, AddsTaps)
{
    for (const std::size_t taps : {0U, 9U, 27U, 100U})
    {
        ExpectTapSums<std::int16_t>(GetParam()->addTaps16, taps, 256);
        ExpectTapSums<std::int32_t>(GetParam()->addTaps32, taps, 10000);
    }
}

template <typename T, typename PoolRows>
void
ExpectPooledRows(PoolRows poolRows, int height, int width)
{
    SplitMix64 random(static_cast<std::uint64_t>(100 * height + width));
    const std::size_t stride = static_cast<std::size_t>(width) + 2;
    std::vector<T> sums(stride * static_cast<std::size_t>(height) + BitKernels::slack);
    std::generate(sums.begin(), sums.end(), [&] { return static_cast<T>(random.Index(9) - 4); });
    const std::size_t words = (static_cast<std::size_t>(width) + 63) / 64;
    std::vector<std::uint64_t> masks(words * (static_cast<std::size_t>(height) + 1) / 2);
    poolRows(RowPool<T>{sums.data(), height, width, stride, 1, masks.data()});
    for (int row = 0; row < height; row += 2)
    {
        for (int x = 0; x < width; ++x)
        {
            bool expected = false;
            for (int y = std::max(0, row - 1); y <= std::min(height - 1, row + 1); ++y)
            {
                expected |=
                    sums[stride * static_cast<std::size_t>(y) + static_cast<std::size_t>(x)] > 1;
            }
            const std::uint64_t word =
                masks[words * static_cast<std::size_t>(row / 2) + static_cast<std::size_t>(x / 64)];
            ASSERT_EQ((word >> x % 64 & 1U) != 0, expected) << "row " << row << ", column " << x;
        }
    }
}

TEST_P(EachKernels, PoolsRows)
{
    for (const int width : {1, 7, 16, 31, 32, 33, 64, 65, 130})
    {
        for (const int height : {1, 2, 5})
        {
            ExpectPooledRows<std::int16_t>(GetParam()->poolRows16, height, width);
            ExpectPooledRows<std::int32_t>(GetParam()->poolRows32, height, width);
        }
    }
}

/// Random windows, weights in the layout that the kernels ask for, one bit after the other.
void
ExpectComparedWindows(const BitKernels& kernels, std::size_t step, int positions, int filters)
{
    SplitMix64 random(step);
    const std::size_t words = 9 * step;
    const std::size_t lanes = kernels.filterLanes;
    const std::size_t padded = lanes == 1 ? (words + 1) / 2 * 2 : words;
    const std::size_t units = (static_cast<std::size_t>(filters) + 15) / 16;
    const std::size_t mapRow = step * static_cast<std::size_t>(positions + 2);
    const std::vector<std::uint32_t> map = MakeWords(random, 3 * mapRow);
    const std::vector<std::uint32_t> plain = MakeWords(random, words * 16 * units);
    std::vector<std::uint32_t> weights(padded * 16 * units);
    for (std::size_t i = 0; i < plain.size(); ++i)
    {
        const std::size_t k = i / words;
        weights[(k / lanes * padded + i % words) * lanes + k % lanes] = plain[i];
    }
    std::vector<std::int32_t> limits(48 * units);
    std::generate(limits.begin(), limits.end(), [&] {
        return static_cast<std::int32_t>(16 * words) + random.Index(21) - 10;
    });
    std::vector<std::uint32_t> window(padded);
    std::vector<std::uint16_t> bits(units * static_cast<std::size_t>(positions));
    WindowRow row{
        map.data(), mapRow, step, positions, weights.data(), filters, {}, nullptr, nullptr};
    for (std::size_t place = 0; place < 3; ++place)
    {
        row.limits[place] = limits.data() + 16 * units * place;
    }
    row.window = window.data();
    row.bits = bits.data();
    kernels.compareWindows(row);
    for (int p = 0; p < positions; ++p)
    {
        for (int k = 0; k < filters; ++k)
        {
            std::size_t count = 0;
            for (std::size_t i = 0; i < words; ++i)
            {
                const std::uint32_t value = map[i / (3 * step) * mapRow + i % (3 * step) +
                                                step * static_cast<std::size_t>(p)];
                count += std::bitset<32>(value ^ plain[words * k + i]).count();
            }
            const std::size_t place = p == 0 ? 0 : p + 1 == positions ? 2 : 1;
            const bool expected =
                static_cast<std::int32_t>(count) <= limits[16 * units * place + k];
            const unsigned word = bits[units * p + k / 16];
            ASSERT_EQ((word >> k % 16 & 1U) != 0, expected) << "window " << p << ", filter " << k;
        }
    }
}

TEST_P(EachKernels, ComparesWindows)
{
    for (const std::size_t step : {1U, 2U, 3U, 11U, 40U})
    {
        for (const int positions : {1, 2, 5, 16})
        {
            for (const int filters : {1, 4, 16, 17, 40})
            {
                SCOPED_TRACE(testing::Message() << step << " words, " << positions << " positions, "
                                                << filters << " filters");
                ExpectComparedWindows(*GetParam(), step, positions, filters);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Available,
                         EachKernels,
                         testing::ValuesIn(GetAvailableBitKernels()),
                         [](const auto& info) { return std::string(info.param->name); });

TEST(BitKernels, ChoiceByName)
{
    EXPECT_STREQ(GetAvailableBitKernels().front()->name, "portable");
    EXPECT_STREQ(GetBitKernels().name, GetAvailableBitKernels().back()->name);
    for (const BitKernels* kernels : GetAvailableBitKernels())
    {
        EXPECT_EQ(&GetBitKernels(kernels->name), kernels);
    }
    EXPECT_THROW(GetBitKernels("abacus"), std::invalid_argument);
}

TEST(PackedBits, ByHand)
{
    const PackedBits bits{0b10110001, 0b00000101};
    EXPECT_EQ(GetEightBits(bits, 0), 0b10110001);
    EXPECT_EQ(GetEightBits(bits, 3), 0b10110110);
    EXPECT_EQ(GetEightBits(bits, 9), 0b00000010);
    PackedBits result(2);
    SetBits(result, 6, 0b111);
    EXPECT_EQ(result, PackedBits({0b11000000, 0b00000001}));
    EXPECT_EQ(GetEvenBits(0b010001111001), 0b101101U);
    // Row 0 becomes column 0.
    EXPECT_EQ(TransposeBits(0b10000011), 0x0100000000000101U);
}

} // namespace

} // namespace nn::test
