// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-input-gradient.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

namespace
{

/// From (filters, C, 3, 3) to the group's (filters, 3, 3, channels).
std::vector<float>
MoveChannelsLast(const std::vector<float>& signs, MapShape input, const WindowGroup& group)
{
    const std::size_t width = group.window.channels;
    const std::size_t inputs = static_cast<std::size_t>(input.channels) * 9;
    const std::size_t plane = static_cast<std::size_t>(input.height) * input.width;
    std::vector<float> result(signs.size() / inputs * 9 * width);
    float* taps = result.data();
    for (std::size_t begin = group.input / plane * 9; begin < signs.size(); begin += inputs)
    {
        for (std::size_t i = 0; i < static_cast<std::size_t>(group.shape.channels) * 9; ++i)
        {
            taps[i % 9 * width + i / 9] = signs[begin + i];
        }
        taps += 9 * width;
    }
    return result;
}

} // namespace

ConvPoolInputGradient::ConvPoolInputGradient(MapShape input,
                                             const std::vector<float>& signs,
                                             const Kernels& kernels)
    : m_groups(input, kernels.lanes), m_maps(m_groups.MakeMaps()), m_kernels(kernels)
{
    for (const WindowGroup& group : m_groups.Get())
    {
        m_signs.push_back(MoveChannelsLast(signs, input, group));
    }
}

void
ConvPoolInputGradient::Run(const MaximaGradient& gradient, float* output)
{
    std::fill(m_maps.begin(), m_maps.end(), 0.0F);
    float* maps = WindowGroups::GetFirst(m_maps);
    for (std::size_t i = 0; i < m_signs.size(); ++i)
    {
        const WindowGroup& group = m_groups.Get()[i];
        float* map = maps + group.firstMap;
        m_kernels.scatterWindows(group.window, gradient, m_signs[i].data(), map);
        m_kernels.separate(group.shape, group.window, map, output + group.input);
    }
}

} // namespace nn
