// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-weight-gradient.h"

#include <algorithm>
#include <functional>

namespace nn
{

ConvPoolWeightGradient::ConvPoolWeightGradient(MapShape input,
                                               std::size_t filters,
                                               const Kernels& kernels)
    : m_input(input),
      m_filters(filters),
      m_groups(input, kernels.lanes),
      m_maps(m_groups.MakeMaps()),
      m_kernels(kernels)
{
    for (const WindowGroup& group : m_groups.Get())
    {
        m_sums.emplace_back(filters * 3 * GetSumRow(group.window.channels));
    }
}

void
ConvPoolWeightGradient::AddSample(const std::int16_t* input, const MaximaGradient& gradient)
{
    float* maps = WindowGroups::GetFirst(m_maps);
    for (std::size_t i = 0; i < m_sums.size(); ++i)
    {
        const WindowGroup& group = m_groups.Get()[i];
        float* map = maps + group.firstMap;
        m_kernels.interleave(group.shape, group.window, input + group.input, map);
        AddGroup(i, gradient, map);
    }
}

/// Of a camera's image, each sample is summed for itself: its many numbers are not small.
void
ConvPoolWeightGradient::AddGroup(std::size_t group,
                                 const MaximaGradient& gradient,
                                 const float* map)
{
    const WindowShape& window = m_groups.Get()[group].window;
    std::vector<float>& sums = m_sums[group];
    if (m_input.channels > 4)
    {
        m_kernels.addWindows(window, gradient, map, sums.data());
        return;
    }
    m_sampleSums.assign(sums.size(), 0.0F);
    m_kernels.addWindows(window, gradient, map, m_sampleSums.data());
    std::transform(sums.begin(), sums.end(), m_sampleSums.begin(), sums.begin(), std::plus<>());
}

void
ConvPoolWeightGradient::Write(float* gradient) const
{
    for (std::size_t filter = 0; filter < m_filters; ++filter)
    {
        for (std::size_t i = 0; i < m_sums.size(); ++i)
        {
            const WindowGroup& group = m_groups.Get()[i];
            const std::size_t width = group.window.channels;
            const std::size_t row = GetSumRow(width);
            const float* sums = m_sums[i].data() + filter * 3 * row;
            for (int channel = 0; channel < group.shape.channels; ++channel)
            {
                for (std::size_t tap = 0; tap < 9; ++tap)
                {
                    *gradient++ = sums[tap / 3 * row + tap % 3 * width + channel];
                }
            }
        }
    }
}

} // namespace nn
