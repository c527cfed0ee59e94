// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-gradient.h"

#include "nn/blocks/conv-pool-kernel.h"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace nn
{

ConvPoolGradient::ConvPoolGradient(MapShape input,
                                   const std::vector<float>& signs,
                                   const Kernels& kernels)
    : m_input(input),
      m_filters(signs.size() / (static_cast<std::size_t>(input.channels) * 9)),
      m_positions(static_cast<std::size_t>((input.height + 1) / 2) * ((input.width + 1) / 2)),
      m_channels((static_cast<std::size_t>(input.channels) + 3) / 4 * 4),
      m_window{3 * m_channels, m_channels * ConvPoolKernel::GetStride(input)},
      m_signs(m_filters * 9 * m_channels),
      m_weightGradient(m_signs.size()),
      m_sums(9 * m_channels),
      m_map(m_window.stride * (input.height + 2)),
      m_mapGradient(m_map.size()),
      m_begins(m_filters + 1),
      m_kernels(kernels)
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

/// The activation leaves many gradients at 0; adding those changes nothing.
void
ConvPoolGradient::Gather(const float* gradient, const std::int32_t* winners)
{
    const auto channels = static_cast<std::int32_t>(m_channels);
    m_sparse.resize(m_filters * m_positions + 1);
    SparseGradient* next = m_sparse.data();
    for (std::size_t k = 0; k < m_filters; ++k)
    {
        m_begins[k] = next - m_sparse.data();
        for (std::size_t i = 0; i < m_positions; ++i)
        {
            *next = {gradient[i], channels * winners[i]};
            next += gradient[i] != 0.0F ? 1 : 0;
        }
        gradient += m_positions;
        winners += m_positions;
    }
    m_begins[m_filters] = next - m_sparse.data();
}

void
ConvPoolGradient::AddSample(const std::int16_t* input,
                            const float* gradient,
                            const std::int32_t* winners)
{
    m_kernels.interleave(m_input, m_window, input, m_map.data());
    Gather(gradient, winners);
    for (std::size_t k = 0; k < m_filters; ++k)
    {
        AddFilter(k, m_weightGradient.data() + k * m_sums.size());
    }
}

/// Of a camera's image, each sample is summed for itself: its many numbers are not small.
void
ConvPoolGradient::AddFilter(std::size_t filter, float* weightGradient)
{
    const SparseGradient* begin = m_sparse.data() + m_begins[filter];
    const SparseGradient* end = m_sparse.data() + m_begins[filter + 1];
    if (m_channels > 4)
    {
        m_kernels.addWindows(m_window, begin, end, m_map.data(), weightGradient);
        return;
    }
    std::fill(m_sums.begin(), m_sums.end(), 0.0F);
    m_kernels.addWindows(m_window, begin, end, m_map.data(), m_sums.data());
    std::transform(m_sums.begin(), m_sums.end(), weightGradient, weightGradient, std::plus<>());
}

void
ConvPoolGradient::WriteInputGradient(float* output)
{
    std::fill(m_mapGradient.begin(), m_mapGradient.end(), 0.0F);
    for (std::size_t k = 0; k < m_filters; ++k)
    {
        m_kernels.scatterWindows(m_window,
                                 m_sparse.data() + m_begins[k],
                                 m_sparse.data() + m_begins[k + 1],
                                 m_signs.data() + k * 9 * m_channels,
                                 m_mapGradient.data());
    }
    m_kernels.separate(m_input, m_window, m_mapGradient.data(), output);
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
