// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/binary-block.h"

#include "nn/blocks/binary-weights.h"
#include "nn/packed/channel-layout.h"

#include <algorithm>

namespace nn
{

namespace
{

constexpr std::size_t taps = 9;
constexpr std::size_t wordBits = 32;

int
CountOnes(std::uint32_t word)
{
    return __builtin_popcount(word);
}

/// Whether row (column) 0, 1 or 2 of a window is in the map.
bool
IsInside(std::size_t place, std::size_t offset)
{
    return !(offset == 0 && (place & 1) != 0) && !(offset == 2 && (place & 2) != 0);
}

std::size_t
GetPlace(int position, int count)
{
    return (position == 0 ? 1U : 0U) | (position + 1 == count ? 2U : 0U);
}

/// floor(x / 2), for negative x too.
std::int32_t
Halve(std::int32_t x)
{
    return (x - (x & 1)) / 2;
}

} // namespace

BinaryBlock::BinaryBlock(const ConvPoolBlock& block, int children, const BitKernels& kernels)
    : m_input(block.GetInputShape()),
      m_output(block.GetOutputShape()),
      m_children(static_cast<std::size_t>(children)),
      m_step((static_cast<std::size_t>(m_input.channels) + wordBits - 1) / wordBits),
      m_kernels(&kernels),
      m_inverted(GetRoundedFilters() / 16)
{
    PackWeights(GetSigns(block.GetWeights()));
    const int greatest = static_cast<int>(taps) * m_input.channels;
    for (const BatchNormalization::Affine& affine : block.GetNormalization().GetAffines())
    {
        const std::size_t k = m_thresholds.size();
        m_thresholds.push_back(FoldThreshold(affine, 1, greatest));
        const unsigned bit = m_thresholds[k].inverted ? 1U : 0U;
        m_inverted[k / 16] = static_cast<std::uint16_t>(m_inverted[k / 16] | bit << k % 16);
    }
    const PackedBits someMap;
    m_limits = MakeLimits(GetPresentChannels(std::vector<const PackedBits*>(m_children, &someMap)));
}

std::size_t
BinaryBlock::GetWindowWords() const
{
    const std::size_t words = taps * m_step;
    return m_kernels->filterLanes == 1 ? (words + 1) / 2 * 2 : words;
}

std::size_t
BinaryBlock::GetRoundedFilters() const
{
    return (static_cast<std::size_t>(m_output.channels) + 15) / 16 * 16;
}

std::size_t
BinaryBlock::GetWeightIndex(std::size_t filter, std::size_t word) const
{
    const std::size_t lanes = m_kernels->filterLanes;
    return (filter / lanes * GetWindowWords() + word) * lanes + filter % lanes;
}

void
BinaryBlock::PackWeights(const std::vector<float>& signs)
{
    m_weights.resize(GetRoundedFilters() * GetWindowWords());
    const auto channels = static_cast<std::size_t>(m_input.channels);
    for (std::size_t i = 0; i < signs.size(); ++i)
    {
        const std::size_t tap = i % taps;
        const std::size_t channel = i / taps % channels;
        const std::size_t filter = i / taps / channels;
        const std::uint32_t bit = signs[i] > 0 ? 1U : 0U;
        m_weights[GetWeightIndex(filter, tap * m_step + channel / wordBits)] |=
            bit << channel % wordBits;
    }
}

std::vector<std::uint32_t>
BinaryBlock::GetPresentChannels(const std::vector<const PackedBits*>& maps) const
{
    const std::size_t channels = static_cast<std::size_t>(m_input.channels) / m_children;
    std::vector<std::uint32_t> present(m_step);
    for (std::size_t channel = 0; channel < channels * m_children; ++channel)
    {
        const std::uint32_t bit = maps[channel / channels] != nullptr ? 1U : 0U;
        present[channel / wordBits] |= bit << channel % wordBits;
    }
    return present;
}

BinaryBlock::Limits
BinaryBlock::MakeLimits(const std::vector<std::uint32_t>& present) const
{
    // Filters that only fill up the last sixteen are never one.
    Limits limits(places * places * GetRoundedFilters(), -1);
    for (std::size_t filter = 0; filter < m_thresholds.size(); ++filter)
    {
        AddFilterLimits(present, filter, limits);
    }
    return limits;
}

/// n - 2 d >= least, hence d <= (n - least) / 2.
void
BinaryBlock::AddFilterLimits(const std::vector<std::uint32_t>& present,
                             std::size_t filter,
                             Limits& limits) const
{
    int channels = 0;
    int ones[taps] = {};       // weights that are 1
    int absentOnes[taps] = {}; // those on missing channels
    for (std::size_t i = 0; i < taps * m_step; ++i)
    {
        const std::uint32_t weights = m_weights[GetWeightIndex(filter, i)];
        ones[i / m_step] += CountOnes(weights);
        absentOnes[i / m_step] += CountOnes(weights & ~present[i % m_step]);
        channels += i < m_step ? CountOnes(present[i]) : 0;
    }
    for (std::size_t place = 0; place < places * places; ++place)
    {
        int activations = 0;
        int others = 0; // differences outside of the map
        for (std::size_t tap = 0; tap < taps; ++tap)
        {
            const bool inside =
                IsInside(place / places, tap / 3) && IsInside(place % places, tap % 3);
            activations += inside ? channels : 0;
            others += inside ? absentOnes[tap] : ones[tap];
        }
        limits[place * GetRoundedFilters() + filter] =
            Halve(activations - m_thresholds[filter].least) + others;
    }
}

PackedBits
BinaryBlock::Run(const std::vector<const PackedBits*>& maps) const
{
    const std::vector<std::uint32_t> interleaved = InterleaveChannels(maps, m_input);
    const bool complete = std::find(maps.begin(), maps.end(), nullptr) == maps.end();
    const std::vector<std::uint16_t> bits =
        Compare(interleaved, complete ? m_limits : MakeLimits(GetPresentChannels(maps)));
    return SeparateChannels(Pool(bits), m_output);
}

/// (H, W, ceil(f / 16)): before the pool and the inversion.
std::vector<std::uint16_t>
BinaryBlock::Compare(const std::vector<std::uint32_t>& interleaved, const Limits& limits) const
{
    const std::size_t units = m_inverted.size();
    const std::size_t filters = GetRoundedFilters();
    std::vector<std::uint16_t> bits(units * static_cast<std::size_t>(m_input.height) *
                                    m_input.width);
    std::vector<std::uint32_t> window(GetWindowWords());
    WindowRow row{};
    row.mapRow = (static_cast<std::size_t>(m_input.width) + 2) * m_step;
    row.step = m_step;
    row.positions = m_input.width;
    row.weights = m_weights.data();
    row.filters = m_output.channels;
    row.window = window.data();
    for (int y = 0; y < m_input.height; ++y)
    {
        const std::int32_t* places =
            limits.data() + GetPlace(y, m_input.height) * BinaryBlock::places * filters;
        row.map = interleaved.data() + row.mapRow * static_cast<std::size_t>(y);
        row.limits[0] = places + GetPlace(0, m_input.width) * filters;
        row.limits[1] = places;
        row.limits[2] = places + GetPlace(m_input.width - 1, m_input.width) * filters;
        row.bits = bits.data() + units * static_cast<std::size_t>(m_input.width * y);
        m_kernels->compareWindows(row);
    }
    return bits;
}

/// The maximum of a window is at least a number if one of its values is.
std::vector<std::uint16_t>
BinaryBlock::Pool(const std::vector<std::uint16_t>& bits) const
{
    const std::size_t units = m_inverted.size();
    const std::size_t rowUnits = units * static_cast<std::size_t>(m_input.width);
    std::vector<std::uint16_t> rows(rowUnits);
    std::vector<std::uint16_t> pooled;
    pooled.reserve(units * static_cast<std::size_t>(m_output.height) * m_output.width);
    for (int y = 0; y < m_input.height; y += 2)
    {
        const std::uint16_t* middle = bits.data() + rowUnits * static_cast<std::size_t>(y);
        const std::uint16_t* above = y > 0 ? middle - rowUnits : middle;
        const std::uint16_t* below = y + 1 < m_input.height ? middle + rowUnits : middle;
        for (std::size_t i = 0; i < rowUnits; ++i)
        {
            rows[i] = static_cast<std::uint16_t>(above[i] | middle[i] | below[i]);
        }
        for (std::size_t i = 0; i < rowUnits; i += 2 * units)
        {
            for (std::size_t j = i; j < i + units; ++j)
            {
                const unsigned left = i > 0 ? rows[j - units] : 0U;
                const unsigned right = i + units < rowUnits ? rows[j + units] : 0U;
                pooled.push_back(
                    static_cast<std::uint16_t>((left | rows[j] | right) ^ m_inverted[j - i]));
            }
        }
    }
    return pooled;
}

std::size_t
BinaryBlock::GetParameterBytes() const
{
    const auto filters = static_cast<std::size_t>(m_output.channels);
    const std::size_t weights = filters * taps * static_cast<std::size_t>(m_input.channels);
    return GetByteCount(weights) + filters * sizeof(std::int32_t) + GetByteCount(filters);
}

} // namespace nn
