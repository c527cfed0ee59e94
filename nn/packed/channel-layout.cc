// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/channel-layout.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

namespace
{

/// The channels that are bits of one byte of a position.
class EightChannels
{
  public:
    EightChannels(const std::vector<const PackedBits*>& maps,
                  MapShape shape,
                  std::size_t firstChannel)
    {
        const auto channels = static_cast<std::size_t>(shape.channels);
        const std::size_t perMap = channels / maps.size();
        const std::size_t positions = static_cast<std::size_t>(shape.height) * shape.width;
        for (std::size_t c = firstChannel; c < std::min(channels, firstChannel + 8); ++c)
        {
            m_maps[c - firstChannel] = maps[c / perMap];
            m_begins[c - firstChannel] = c % perMap * positions;
        }
    }

    /// Bit k of byte j: channel k at position p + j.
    std::uint64_t GetEightPositions(std::size_t p) const
    {
        std::uint64_t rows = 0;
        for (std::size_t k = 0; k < 8; ++k)
        {
            if (m_maps[k] != nullptr)
            {
                rows |= static_cast<std::uint64_t>(GetEightBits(*m_maps[k], m_begins[k] + p))
                        << 8 * k;
            }
        }
        return TransposeBits(rows);
    }

  private:
    const PackedBits* m_maps[8] = {};
    std::size_t m_begins[8] = {};
};

/// Walks over the inside of a bordered map.
class InsideCursor
{
  public:
    InsideCursor(std::uint32_t* words, std::size_t width, std::size_t step)
        : m_words(words + (width + 3) * step), m_width(width), m_step(step)
    {
    }

    void SetBitsAndMove(std::uint32_t bits)
    {
        *m_words |= bits;
        m_words += m_step;
        m_column += 1;
        if (m_column == m_width)
        {
            m_column = 0;
            m_words += 2 * m_step;
        }
    }

  private:
    std::uint32_t* m_words;
    std::size_t m_width;
    std::size_t m_step;
    std::size_t m_column = 0;
};

} // namespace

std::vector<std::uint32_t>
InterleaveChannels(const std::vector<const PackedBits*>& maps, MapShape shape)
{
    const std::size_t step = (static_cast<std::size_t>(shape.channels) + 31) / 32;
    const std::size_t positions = static_cast<std::size_t>(shape.height) * shape.width;
    const MapShape bordered{static_cast<int>(step), shape.height + 2, shape.width + 2};
    std::vector<std::uint32_t> interleaved(bordered.Size());
    for (std::size_t c = 0; c < static_cast<std::size_t>(shape.channels); c += 8)
    {
        const EightChannels channels(maps, shape, c);
        InsideCursor cursor(
            interleaved.data() + c / 32, static_cast<std::size_t>(shape.width), step);
        for (std::size_t p = 0; p < positions; p += 8)
        {
            std::uint64_t block = channels.GetEightPositions(p);
            const std::size_t count = std::min<std::size_t>(8, positions - p);
            for (std::size_t j = 0; j < count; ++j, block >>= 8)
            {
                cursor.SetBitsAndMove(static_cast<std::uint32_t>(block & 255U) << c % 32);
            }
        }
    }
    return interleaved;
}

PackedBits
SeparateChannels(const std::vector<std::uint16_t>& interleaved, MapShape shape)
{
    const auto channels = static_cast<std::size_t>(shape.channels);
    const std::size_t units = (channels + 15) / 16;
    const std::size_t positions = static_cast<std::size_t>(shape.height) * shape.width;
    PackedBits output(GetByteCount(shape.Size()));
    for (std::size_t c = 0; c < channels; c += 8)
    {
        for (std::size_t p = 0; p < positions; p += 8)
        {
            std::uint64_t block = 0;
            for (std::size_t j = 0; j < std::min<std::size_t>(8, positions - p); ++j)
            {
                const std::uint64_t bits = interleaved[(p + j) * units + c / 16] >> c % 16 & 255U;
                block |= bits << 8 * j;
            }
            block = TransposeBits(block);
            for (std::size_t k = 0; k < std::min<std::size_t>(8, channels - c); ++k)
            {
                SetBits(output, (c + k) * positions + p, block >> 8 * k & 255U);
            }
        }
    }
    return output;
}

} // namespace nn
