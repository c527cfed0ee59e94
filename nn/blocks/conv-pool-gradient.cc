// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-gradient.h"

#include "nn/blocks/conv-pool-kernel.h"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace nn
{

namespace
{

constexpr std::size_t lineBytes = 64;
constexpr std::size_t lineFloats = lineBytes / sizeof(float);

/// The first number that begins a cache line: vectors then do not straddle two.
float*
Align(std::vector<float>& memory)
{
    const std::size_t beyond = reinterpret_cast<std::uintptr_t>(memory.data()) % lineBytes;
    return memory.data() + (lineBytes - beyond) % lineBytes / sizeof(float);
}

} // namespace

ConvPoolGradient::ConvPoolGradient(MapShape input,
                                   const std::vector<float>& signs,
                                   const Kernels& kernels)
    : m_input(input),
      m_filters(signs.size() / (static_cast<std::size_t>(input.channels) * 9)),
      m_positions(static_cast<std::size_t>((input.height + 1) / 2) * ((input.width + 1) / 2)),
      m_window{input.channels <= 4 ? 4 : kernels.lanes, 0},
      m_groups((input.channels + m_window.channels - 1) / m_window.channels),
      m_signs(m_filters * 9 * m_groups * m_window.channels),
      m_weightGradient(m_signs.size()),
      m_sums(9 * m_window.channels),
      m_begins(m_filters + 1),
      m_kernels(kernels)
{
    m_window.stride = m_window.channels * ConvPoolKernel::GetStride(input);
    m_map.resize(m_groups * GetMapSize() + lineFloats);
    m_mapGradient.resize(m_map.size());
    for (std::size_t i = 0; i < signs.size(); ++i)
    {
        m_signs[GetChannelLastIndex(i)] = signs[i];
    }
}

/// A multiple of a cache line.
std::size_t
ConvPoolGradient::GetMapSize() const
{
    const std::size_t size = m_window.stride * (m_input.height + 2);
    return (size + lineFloats - 1) / lineFloats * lineFloats;
}

std::size_t
ConvPoolGradient::GetChannelLastIndex(std::size_t i) const
{
    const std::size_t tap = i % 9;
    const std::size_t channel = i / 9 % m_input.channels;
    const std::size_t group = i / 9 / m_input.channels * m_groups + channel / m_window.channels;
    return (group * 9 + tap) * m_window.channels + channel % m_window.channels;
}

MapShape
ConvPoolGradient::GetGroupShape(std::size_t group) const
{
    const std::size_t first = group * m_window.channels;
    const std::size_t count = std::min(m_window.channels, m_input.channels - first);
    return {static_cast<int>(count), m_input.height, m_input.width};
}

/// The activation leaves many gradients at 0; adding those changes nothing.
void
ConvPoolGradient::Gather(const float* gradient, const std::int32_t* winners)
{
    const auto channels = static_cast<std::int32_t>(m_window.channels);
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
    Gather(gradient, winners);
    float* map = Align(m_map);
    for (std::size_t group = 0; group < m_groups; ++group)
    {
        const MapShape shape = GetGroupShape(group);
        m_kernels.interleave(shape, m_window, input, map);
        input += shape.Size();
        for (std::size_t k = 0; k < m_filters; ++k)
        {
            AddFilter(k, map, m_weightGradient.data() + (k * m_groups + group) * m_sums.size());
        }
        map += GetMapSize();
    }
}

/// Of a camera's image, each sample is summed for itself: its many numbers are not small.
void
ConvPoolGradient::AddFilter(std::size_t filter, const float* map, float* weightGradient)
{
    const SparseGradient* begin = m_sparse.data() + m_begins[filter];
    const SparseGradient* end = m_sparse.data() + m_begins[filter + 1];
    if (m_input.channels > 4)
    {
        m_kernels.addWindows(m_window, begin, end, map, weightGradient);
        return;
    }
    std::fill(m_sums.begin(), m_sums.end(), 0.0F);
    m_kernels.addWindows(m_window, begin, end, map, m_sums.data());
    std::transform(m_sums.begin(), m_sums.end(), weightGradient, weightGradient, std::plus<>());
}

void
ConvPoolGradient::WriteInputGradient(float* output)
{
    std::fill(m_mapGradient.begin(), m_mapGradient.end(), 0.0F);
    float* map = Align(m_mapGradient);
    for (std::size_t group = 0; group < m_groups; ++group)
    {
        for (std::size_t k = 0; k < m_filters; ++k)
        {
            m_kernels.scatterWindows(m_window,
                                     m_sparse.data() + m_begins[k],
                                     m_sparse.data() + m_begins[k + 1],
                                     m_signs.data() + (k * m_groups + group) * m_sums.size(),
                                     map);
        }
        const MapShape shape = GetGroupShape(group);
        m_kernels.separate(shape, m_window, map, output);
        output += shape.Size();
        map += GetMapSize();
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
