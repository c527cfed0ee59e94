// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/integer-block.h"

#include "nn/blocks/binary-weights.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace nn
{

namespace
{

constexpr std::size_t taps = 9;

void
AddTaps(const BitKernels& kernels,
        const TapGroup& group,
        const std::int16_t* map,
        std::size_t count,
        std::size_t stride,
        std::int16_t* sums)
{
    kernels.addTaps16(group, map, count, stride, sums);
}

void
AddTaps(const BitKernels& kernels,
        const TapGroup& group,
        const std::int32_t* map,
        std::size_t count,
        std::size_t stride,
        std::int32_t* sums)
{
    kernels.addTaps32(group, map, count, stride, sums);
}

void
PoolRows(const BitKernels& kernels, const RowPool<std::int16_t>& pool)
{
    kernels.poolRows16(pool);
}

void
PoolRows(const BitKernels& kernels, const RowPool<std::int32_t>& pool)
{
    kernels.poolRows32(pool);
}

/// Greatest sum |x| of a window.
std::int32_t
GetGreatestSum(MapShape input, int divisor)
{
    return static_cast<std::int32_t>(taps) * input.channels * divisor;
}

std::vector<FoldedThreshold>
FoldThresholds(const ConvPoolBlock& block, int divisor)
{
    std::vector<FoldedThreshold> thresholds;
    for (const BatchNormalization::Affine& affine : block.GetNormalization().GetAffines())
    {
        thresholds.push_back(
            FoldThreshold(affine, divisor, GetGreatestSum(block.GetInputShape(), divisor)));
    }
    return thresholds;
}

/// Of the four signs of a tap, the class they belong to: see TapGroup.
std::size_t
GetTapClass(const bool (&negative)[TapGroup::filters])
{
    std::size_t number = 0;
    for (std::size_t k = 1; k < TapGroup::filters; ++k)
    {
        number |= static_cast<std::size_t>(negative[k] != negative[0]) << (k - 1);
    }
    return number;
}

/// The ones of each window of three columns around the even columns.
/// \param masks (W)
/// \param begin first column of the word
std::uint64_t
PoolColumns(const std::uint64_t* masks, std::size_t width, std::size_t begin)
{
    const std::uint64_t* word = masks + begin / 64;
    const std::uint64_t inside = *word & GetOnes(width - begin);
    const std::uint64_t before = begin > 0 ? word[-1] >> 63 : 0;
    // The next word's first column belongs to a window with an odd column: not to one of this word.
    return inside | inside << 1 | before | inside >> 1;
}

/// The same for two rows of 32 columns in one word: 16 results each, even bits of what is returned.
std::uint64_t
PoolColumnsOfTwoRows(std::uint64_t upper, std::uint64_t lower)
{
    constexpr std::uint64_t firstOfLower = std::uint64_t{1} << 32;
    const std::uint64_t rows = upper | lower << 32;
    return rows | (rows << 1 & ~firstOfLower) | rows >> 1;
}

} // namespace

IntegerBlock::IntegerBlock(const ConvPoolBlock& block,
                           const std::vector<int>& divisors,
                           const BitKernels& kernels)
    : m_input(block.GetInputShape()),
      m_output(block.GetOutputShape()),
      m_kernels(&kernels),
      m_wide(GetGreatestSum(m_input, *std::max_element(divisors.begin(), divisors.end())) >
             std::numeric_limits<std::int16_t>::max())
{
    const std::vector<float> signs = GetSigns(block.GetWeights());
    const auto filters = static_cast<std::size_t>(m_output.channels);
    for (std::size_t k = 0; k < filters; k += TapGroup::filters)
    {
        m_groups.push_back(MakeGroup(signs, k));
    }
    for (const int divisor : divisors)
    {
        m_thresholds.push_back(FoldThresholds(block, divisor));
    }
}

/// Filters beyond the last one get the signs of the group's first.
IntegerBlock::Group
IntegerBlock::MakeGroup(const std::vector<float>& signs, std::size_t firstFilter) const
{
    const std::size_t inputs = taps * static_cast<std::size_t>(m_input.channels);
    std::vector<std::int32_t> parts[TapGroup::classes][2];
    for (std::size_t i = 0; i < inputs; ++i)
    {
        bool negative[TapGroup::filters];
        for (std::size_t k = 0; k < TapGroup::filters; ++k)
        {
            const std::size_t filter = firstFilter + k;
            const bool real = filter * inputs < signs.size();
            negative[k] = signs[(real ? filter : firstFilter) * inputs + i] < 0;
        }
        const auto channel = static_cast<int>(i / taps);
        const auto tap = static_cast<int>(i % taps);
        parts[GetTapClass(negative)][negative[0] ? 1 : 0].push_back(
            (channel * (m_input.height + 2) + tap / 3) * (m_input.width + 2) + tap % 3);
    }
    Group group;
    for (std::size_t c = 0; c < TapGroup::classes; ++c)
    {
        group.taps.plus[c] = static_cast<std::int32_t>(parts[c][0].size());
        group.taps.minus[c] = static_cast<std::int32_t>(parts[c][1].size());
        for (const std::vector<std::int32_t>& part : parts[c])
        {
            group.offsets.insert(group.offsets.end(), part.begin(), part.end());
        }
    }
    return group;
}

MapShape
IntegerBlock::GetInputShape() const
{
    return m_input;
}

bool
IntegerBlock::IsWide() const
{
    return m_wide;
}

std::size_t
IntegerBlock::GetMapSize() const
{
    const MapShape bordered{m_input.channels, m_input.height + 2, m_input.width + 2};
    return bordered.Size() + BitKernels::slack;
}

PackedBits
IntegerBlock::Run(const BorderedMap<std::int16_t>& map, std::size_t divisor) const
{
    return RunWith(map, m_thresholds[divisor]);
}

PackedBits
IntegerBlock::Run(const BorderedMap<std::int32_t>& map, std::size_t divisor) const
{
    return RunWith(map, m_thresholds[divisor]);
}

/// The comparison comes between the two halves of the pool: then its second half works on bits.
template <typename T>
PackedBits
IntegerBlock::RunWith(const BorderedMap<T>& map, const std::vector<FoldedThreshold>& folded) const
{
    const std::size_t stride = static_cast<std::size_t>(m_input.width) + 2;
    const std::size_t count =
        (stride * static_cast<std::size_t>(m_input.height) + BitKernels::chunk - 1) /
        BitKernels::chunk * BitKernels::chunk;
    const std::size_t words = (static_cast<std::size_t>(m_input.width) + 63) / 64;
    const std::unique_ptr<T[]> sums(new T[TapGroup::filters * count + BitKernels::slack]);
    std::vector<std::uint64_t> masks(words * static_cast<std::size_t>(m_output.height));
    PackedBits output(GetByteCount(m_output.Size()));
    BitWriter writer(output);
    for (std::size_t k = 0; k < folded.size(); ++k)
    {
        const Group& group = m_groups[k / TapGroup::filters];
        if (k % TapGroup::filters == 0)
        {
            TapGroup tapGroup = group.taps;
            tapGroup.offsets = group.offsets.data();
            AddTaps(*m_kernels, tapGroup, map.data(), count, count, sums.get());
        }
        PoolRows(*m_kernels,
                 RowPool<T>{sums.get() + k % TapGroup::filters * count,
                            m_input.height,
                            m_input.width,
                            stride,
                            static_cast<T>(folded[k].least - 1),
                            masks.data()});
        WriteFilter(masks.data(), folded[k].inverted, writer);
    }
    writer.Finish();
    return output;
}

void
IntegerBlock::WriteFilter(const std::uint64_t* masks, bool inverted, BitWriter& writer) const
{
    const auto width = static_cast<std::size_t>(m_input.width);
    const std::uint32_t change = inverted ? ~std::uint32_t{0} : 0;
    int row = 0;
    for (; width == 32 && row + 2 <= m_output.height; row += 2)
    {
        writer.Append(GetEvenBits(PoolColumnsOfTwoRows(masks[0], masks[1])) ^ change, 32);
        masks += 2;
    }
    for (; row < m_output.height; ++row)
    {
        for (std::size_t column = 0; column < width; column += 64)
        {
            const std::size_t bits = std::min<std::size_t>(32, (width - column + 1) / 2);
            const std::uint32_t even = GetEvenBits(PoolColumns(masks, width, column)) ^ change;
            writer.Append(even & static_cast<std::uint32_t>(GetOnes(bits)), bits);
        }
        masks += (width + 63) / 64;
    }
}

std::size_t
IntegerBlock::GetParameterBytes() const
{
    const auto filters = static_cast<std::size_t>(m_output.channels);
    const std::size_t weights = filters * taps * static_cast<std::size_t>(m_input.channels);
    return GetByteCount(weights) +
           m_thresholds.size() * (filters * sizeof(std::int32_t) + GetByteCount(filters));
}

} // namespace nn
