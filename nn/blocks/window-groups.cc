// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/window-groups.h"

#include "nn/blocks/conv-pool-kernel.h"

#include <algorithm>
#include <cstdint>

namespace nn
{

namespace
{

constexpr std::size_t lineFloats = 16; // in a cache line

/// The widest group that the channels fill, 4 at least.
std::size_t
ChooseWidth(std::size_t channels, std::size_t lanes)
{
    std::size_t width = lanes;
    while (width > 4 && width > channels)
    {
        width /= 2;
    }
    return width;
}

} // namespace

WindowGroups::WindowGroups(MapShape input, std::size_t lanes)
{
    const auto channels = static_cast<std::size_t>(input.channels);
    const std::size_t plane = static_cast<std::size_t>(input.height) * input.width;
    for (std::size_t first = 0; first < channels;)
    {
        const std::size_t width = ChooseWidth(channels - first, lanes);
        const std::size_t count = std::min(width, channels - first);
        const WindowShape window{width, width * ConvPoolKernel::GetStride(input)};
        m_groups.push_back(
            {{static_cast<int>(count), input.height, input.width}, window, plane * first, m_size});
        // Kernels read past the end: see Kernels::addWindows.
        m_size +=
            (window.stride * (input.height + 2) + 2 * lineFloats - 1) / lineFloats * lineFloats;
        first += count;
    }
}

const std::vector<WindowGroup>&
WindowGroups::Get() const
{
    return m_groups;
}

std::vector<float>
WindowGroups::MakeMaps() const
{
    return std::vector<float>(m_size + lineFloats);
}

float*
WindowGroups::GetFirst(std::vector<float>& maps)
{
    constexpr std::size_t lineBytes = lineFloats * sizeof(float);
    const std::size_t beyond = reinterpret_cast<std::uintptr_t>(maps.data()) % lineBytes;
    return maps.data() + (lineBytes - beyond) % lineBytes / sizeof(float);
}

} // namespace nn
