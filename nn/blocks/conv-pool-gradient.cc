// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-gradient.h"

#include "nn/blocks/vector-kernels.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

ConvPoolGradient::ConvPoolGradient(MapShape input, const std::vector<float>& signs)
    : m_input(input),
      m_filters(signs.size() / (static_cast<std::size_t>(input.channels) * 9)),
      m_positions(static_cast<std::size_t>((input.height + 1) / 2) * ((input.width + 1) / 2)),
      m_channels((static_cast<std::size_t>(input.channels) + 3) / 4 * 4),
      m_row(m_channels * (input.width + 2)),
      m_signs(m_filters * 9 * m_channels),
      m_weightGradient(m_signs.size()),
      m_map(m_row * (input.height + 2)),
      m_mapGradient(m_map.size())
{
    for (std::size_t i = 0; i < signs.size(); ++i)
    {
        m_signs[GetChannelLastIndex(i)] = signs[i];
    }
}

std::size_t
ConvPoolGradient::GetChannelLastIndex(std::size_t i) const
{
    const std::size_t tap = i % 9;
    const std::size_t channel = i / 9 % m_input.channels;
    const std::size_t filter = i / 9 / m_input.channels;
    return (filter * 9 + tap) * m_channels + channel;
}

void
ConvPoolGradient::AddSample(const std::int16_t* input,
                            const float* gradient,
                            const std::int32_t* winners)
{
    for (int channel = 0; channel < m_input.channels; ++channel)
    {
        for (int row = 0; row < m_input.height; ++row)
        {
            float* values = m_map.data() + m_row * (row + 1) + m_channels + channel;
            for (int column = 0; column < m_input.width; ++column)
            {
                values[m_channels * column] = static_cast<float>(*input++);
            }
        }
    }
    for (std::size_t k = 0; k < m_filters; ++k)
    {
        float* weightGradient = m_weightGradient.data() + k * 9 * m_channels;
        const std::size_t first = k * m_positions;
        if (m_channels == 4)
        {
            AddFilterOfFourChannels(gradient + first, winners + first, weightGradient);
        }
        else
        {
            AddFilter(gradient + first, winners + first, weightGradient);
        }
    }
}

void
ConvPoolGradient::AddFilter(const float* gradient,
                            const std::int32_t* winners,
                            float* weightGradient) const
{
    const std::size_t width = 3 * m_channels;
    for (std::size_t i = 0; i < m_positions; ++i)
    {
        const float* window = m_map.data() + m_channels * winners[i];
        for (std::size_t row = 0; row < 3; ++row)
        {
            AddScaled(gradient[i], window + row * m_row, weightGradient + row * width, width);
        }
    }
}

/// As AddFilter, with all nine sums in registers: a camera's image has three channels.
void
ConvPoolGradient::AddFilterOfFourChannels(const float* gradient,
                                          const std::int32_t* winners,
                                          float* weightGradient) const
{
    Float4 sums[9] = {};
    for (std::size_t i = 0; i < m_positions; ++i)
    {
        const float* window = m_map.data() + std::size_t{4} * winners[i];
        for (std::size_t tap = 0; tap < 9; ++tap)
        {
            sums[tap] += gradient[i] * Load(window + tap / 3 * m_row + tap % 3 * 4);
        }
    }
    for (std::size_t tap = 0; tap < 9; ++tap)
    {
        float* sum = weightGradient + tap * 4;
        Store(sum, Load(sum) + sums[tap]);
    }
}

void
ConvPoolGradient::WriteInputGradient(const float* gradient,
                                     const std::int32_t* winners,
                                     float* output)
{
    std::fill(m_mapGradient.begin(), m_mapGradient.end(), 0.0F);
    const std::size_t width = 3 * m_channels;
    for (std::size_t i = 0; i < m_filters * m_positions; ++i)
    {
        const float* signs = m_signs.data() + i / m_positions * 9 * m_channels;
        float* window = m_mapGradient.data() + m_channels * winners[i];
        for (std::size_t row = 0; row < 3; ++row)
        {
            AddScaled(gradient[i], signs + row * width, window + row * m_row, width);
        }
    }
    for (int channel = 0; channel < m_input.channels; ++channel)
    {
        for (int row = 0; row < m_input.height; ++row)
        {
            const float* values = m_mapGradient.data() + m_row * (row + 1) + m_channels + channel;
            for (int column = 0; column < m_input.width; ++column)
            {
                *output++ = values[m_channels * column];
            }
        }
    }
}

std::vector<float>
ConvPoolGradient::GetWeightGradient() const
{
    std::vector<float> gradient(m_filters * m_input.channels * 9);
    for (std::size_t i = 0; i < gradient.size(); ++i)
    {
        gradient[i] = m_weightGradient[GetChannelLastIndex(i)];
    }
    return gradient;
}

} // namespace nn
